import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { withServerProcess } from "../eval/server-process.ts";
import { findChromium } from "../web/test/browser/find-chromium.ts";
import { ask } from "../web/test/browser/visit.ts";

const FOLDER = join(import.meta.dirname, "../docs/screenshots");

/** One picture of the page: its size and appearance, and how it is reached. */
interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
  readonly path: string;
  readonly reach: (page: Page) => Promise<unknown>;
}

const FUND = "谁来设立中关村科学研究基金？";

const openCitation = async (page: Page): Promise<void> => {
  await page.locator(".chip").first().click();
  await page.getByTestId("quoted-span").first().waitFor();
};

const answerWithItsClause = async (page: Page): Promise<void> => {
  await ask(page, FUND);
  await openCitation(page);
};

const PICTURES: readonly Picture[] = [
  {
    name: "answer",
    width: 1280,
    height: 760,
    colorScheme: "light",
    path: "/",
    reach: answerWithItsClause,
  },
  {
    name: "dark",
    width: 1280,
    height: 760,
    colorScheme: "dark",
    path: "/",
    reach: answerWithItsClause,
  },
  {
    name: "refusal",
    width: 1280,
    height: 640,
    colorScheme: "light",
    path: "/",
    reach: (page) => ask(page, "上海市2025年的住房公积金政策是什么？"),
  },
  {
    name: "expired",
    width: 1280,
    height: 640,
    colorScheme: "light",
    path: "/",
    reach: (page) => ask(page, "中关村2010年的技术合同成交额是多少？"),
  },
  {
    name: "library",
    width: 1280,
    height: 760,
    colorScheme: "light",
    path: "/#library",
    reach: async (page) => {
      await page.locator(".document-row").first().waitFor();
      await page.locator(".change-group").first().waitFor();
    },
  },
  {
    name: "match",
    width: 1280,
    height: 760,
    colorScheme: "light",
    path: "/#match",
    reach: async (page) => {
      await page.getByLabel("企业情况").fill("北京海淀的人工智能初创企业，成立两年，30人，想要资金支持");
      await page.getByRole("button", { name: "开始匹配" }).click();
      await page.getByTestId("measure").first().waitFor();
    },
  },
  {
    name: "narrow",
    width: 390,
    height: 780,
    colorScheme: "light",
    path: "/",
    reach: (page) => ask(page, FUND),
  },
];

const take = async (browser: Browser, url: string, picture: Picture): Promise<void> => {
  const { name, width, height, colorScheme } = picture;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: width < 600 ? 1.5 : 1,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    colorScheme,
    // No movement is caught half way.
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(`${url}${picture.path}`);
  await picture.reach(page);
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
