import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { withServerProcess } from "../eval/server-process.ts";
import { findChromium } from "../web/test/browser/find-chromium.ts";
import { ask } from "../web/test/browser/visit.ts";

const FOLDER = join(import.meta.dirname, "../docs/screenshots");

/** One picture of the page: a question, and whether its first citation is opened beside the answer. */
interface Picture {
  readonly name: string;
  readonly question: string;
  readonly width: number;
  readonly height: number;
  readonly openCitation: boolean;
}

const PICTURES: readonly Picture[] = [
  {
    name: "answer",
    question: "谁来设立中关村科学研究基金？",
    width: 1280,
    height: 760,
    openCitation: true,
  },
  {
    name: "refusal",
    question: "上海市2025年的住房公积金政策是什么？",
    width: 1280,
    height: 640,
    openCitation: false,
  },
  {
    name: "expired",
    question: "中关村2010年的技术合同成交额是多少？",
    width: 1280,
    height: 640,
    openCitation: false,
  },
  {
    name: "narrow",
    question: "到2027年，中关村要达到什么目标？",
    width: 390,
    height: 780,
    openCitation: false,
  },
];

const openCitation = async (page: Page): Promise<void> => {
  await page.locator(".chip").first().click();
  await page.getByTestId("quoted-span").first().waitFor();
};

const take = async (browser: Browser, url: string, picture: Picture): Promise<void> => {
  const { name, question, width, height } = picture;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1.5,
    locale: "zh-CN",
    colorScheme: "light",
    // No movement is caught half way.
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(url);
  await ask(page, question);
  if (picture.openCitation) await openCitation(page);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), caret: "hide", animations: "disabled" });
  await context.close();
};

const executablePath = findChromium();
if (executablePath === null) process.exit(1);
await mkdir(FOLDER, { recursive: true });
await withServerProcess(async ({ url }) => {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    for (const picture of PICTURES) await take(browser, url, picture);
  } finally {
    await browser.close();
  }
});
process.stdout.write(`${PICTURES.length} pictures in docs/screenshots/\n`);
