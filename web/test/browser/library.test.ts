import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DocumentListSchema } from "../../../src/contract/documents.ts";
import { ingest } from "./command-line.ts";
import { findChromium } from "./find-chromium.ts";
import { findViolations } from "./find-violations.ts";
import { pageFixture } from "./page-fixture.ts";

const chromium = findChromium();
const DAY_MS = 86_400_000;
/** A day from now on, as documents write it. */
const dayIn = (days: number): string => {
  const date = new Date(Date.now() + days * DAY_MS);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
};

const FILES: Readonly<Record<string, string>> = {
  "ending.txt": `海淀区人才公寓管理办法\n海政发〔2025〕12号\n\n第一条 本办法适用于在海淀区工作的人才。\n\n第二条 本办法自2025年1月1日起施行，有效期至${dayIn(40)}。\n\n海淀区人民政府\n2024年12月20日\n`,
  "lasting.txt":
    "杭州市数字经济促进办法\n杭政办〔2023〕7号\n\n第一条 对数字经济企业给予支持。\n\n第二条 本办法自2023年5月1日起施行。\n\n杭州市人民政府办公厅\n2023年4月1日\n",
};
const ENDING = "海淀区人才公寓管理办法";
const LASTING = "杭州市数字经济促进办法";

const open = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "文件" }).click();
  await page.locator(".document-row").first().waitFor();
};
const titles = (page: Page): Promise<string[]> =>
  page.locator(".document-row .library-title").allTextContents();
/** A list of `count` documents in the place of the server's. */
const pretend = async (page: Page, count: number): Promise<void> => {
  const documents = Array.from({ length: count }, (_, place) => ({
    documentId: `d${place}`,
    title: `第${place}号办法`,
    titleSource: "text",
    issuers: [`机关${place % 30}`],
    documentNumber: `某发〔20${10 + (place % 15)}〕${place}号`,
    jurisdiction: null,
    publishedOn: `20${10 + (place % 15)}-03-01`,
    effectiveFrom: null,
    effectiveTo: null,
    status: "unknown",
    repeals: [],
    relations: [],
    sourceUrl: null,
    file: { name: `${place}.txt`, sha256: "" },
  }));
  await page.route("**/api/documents", (route) =>
    route.fulfill({ json: DocumentListSchema.parse({ documents, asOf: "2026-11-22" }) }),
  );
};

describe.skipIf(chromium === null)("the library in a browser", () => {
  const { url, server, open: visit } = pageFixture(chromium ?? "");
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "zhengwen-library-"));
    const files = Object.entries(FILES).map(([name, text]) => ({ file: join(folder, name), text }));
    for (const { file, text } of files) await writeFile(file, text);
    await ingest(
      server(),
      files.map(({ file }) => file),
    );
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("lists every document with its status, the newest first", async () => {
    const page = await visit();
    await open(page);
    const { documents } = DocumentListSchema.parse(await (await fetch(`${url()}/api/documents`)).json());
    expect(documents).toHaveLength(4);
    expect((await titles(page)).toSorted()).toEqual(documents.map(({ title }) => title).toSorted());
    expect((await titles(page)).slice(0, 2)).toEqual([
      ENDING,
      "中关村世界领先科技园区建设方案（2024—2027年）",
    ]);
    expect(await page.locator(".document-row .badge-expired").count()).toBe(1);
    expect(page.url()).toBe(`${url()}/#library`);
  });

  it("opens a document beside the list, and gives the focus back to its title", async () => {
    const page = await visit({ path: "/#library" });
    await page.locator(".document-row").first().waitFor();
    const link = page.locator(".document-row .library-title").first();
    await link.focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("document-text").waitFor();
    expect(await page.locator(".pane-heading h2").textContent()).toBe(ENDING);
    expect(page.url()).toBe(`${url()}${await link.getAttribute("href")}`);
    expect(await titles(page)).toHaveLength(4);
    await page.keyboard.press("Escape");
    await page.getByTestId("document-pane").waitFor({ state: "detached" });
    expect(page.url()).toBe(`${url()}/#library`);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(ENDING);
    await page.goBack();
    await page.getByTestId("document-text").waitFor();
  });

  it("finds by title, number and issuer, and says how many", async () => {
    const page = await visit({ path: "/#library" });
    const search = page.getByLabel("搜索文件");
    for (const [text, expected] of [
      ["人才公寓", [ENDING]],
      ["杭政办[2023] 7号", [LASTING]],
      ["杭州市人民政府办公厅", [LASTING]],
    ] as const) {
      await search.fill(text);
      await page.waitForFunction(() => document.querySelectorAll(".document-row").length === 1);
      expect(await titles(page)).toEqual(expected);
    }
    expect(await page.locator(".library-count").textContent()).toBe("符合的有 1 份，共 4 份");
    await search.fill("查无此文");
    await page.getByText("没有符合条件的文件").waitFor();
    await page.getByRole("button", { name: "清除筛选" }).click();
    await page.locator(".document-row").nth(3).waitFor();
    expect(await search.inputValue()).toBe("");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("library-search");
  });

  it("filters by status, issuer and year, and joins them", async () => {
    const page = await visit({ path: "/#library" });
    await page.getByLabel("效力").selectOption({ label: "已到期（1）" });
    await page.waitForFunction(() => document.querySelectorAll(".document-row").length === 1);
    expect(await page.locator(".document-row .badge").first().textContent()).toBe("已到期");
    await page.getByLabel("效力").selectOption({ label: "全部" });
    await page.getByLabel("年份").selectOption({ label: "2023 年（1）" });
    await page.waitForFunction(() => document.querySelectorAll(".document-row").length === 1);
    expect(await titles(page)).toEqual([LASTING]);
    await page.getByLabel("发布机关").selectOption({ label: "海淀区人民政府（1）" });
    await page.getByText("没有符合条件的文件").waitFor();
  });

  it("tells what expires within 90 days, and what the last ingest changed", async () => {
    const page = await visit({ path: "/#library" });
    const card = (name: string) => page.locator(".library-card", { hasText: name });
    await card("90 天内到期（1）").waitFor();
    expect(await card("90 天内到期").locator(".library-title").allTextContents()).toEqual([ENDING]);
    expect(await card("90 天内到期").locator(".ending-days").textContent()).toMatch(/还有 (?:39|40|41) 天/);
    await card("上次导入").getByText("新增 2 份").waitFor();
    expect((await card("上次导入").locator(".library-title").allTextContents()).toSorted()).toEqual(
      [ENDING, LASTING].toSorted(),
    );
    await page.getByLabel("只看即将到期的（1）").check();
    await page.waitForFunction(() => document.querySelectorAll(".document-row").length === 1);
    expect(await titles(page)).toEqual([ENDING]);
  });

  it("judges on the day that the conversation is set to", async () => {
    const page = await visit();
    await page.getByRole("button", { name: "按今天的效力作答" }).click();
    await page.getByLabel("按这一天的效力作答").fill("2015-11-01");
    await open(page);
    expect(await page.locator(".library-intro").textContent()).toContain("2015-11-01");
    expect(await page.locator(".document-row .badge-expired").count()).toBe(0);
    expect(await page.locator(".library-card").first().locator(".library-title").allTextContents()).toEqual([
      "中关村国家自主创新示范区规划（2011—2015年）",
    ]);
  });

  it("fits 375 pixels, with what stands beside the list folded", async () => {
    const page = await visit({ width: 375, path: "/#library" });
    await page.locator(".document-row").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await page.locator(".library-card[open]").count()).toBe(0);
    await page.getByText("90 天内到期（1）").click();
    await page.locator(".library-card[open] .library-title").click();
    await page.getByRole("dialog", { name: "原文" }).getByTestId("document-text").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(ENDING);
  });

  it("shows hundreds of documents, of which it lays out only those in sight", async () => {
    const page = await visit();
    await pretend(page, 800);
    await open(page);
    expect(await page.locator(".document-row").count()).toBe(800);
    const skipped = (): Promise<number> =>
      page.evaluate(
        () =>
          [...document.querySelectorAll(".document-row .facts")].filter(
            (element) => !element.checkVisibility({ contentVisibilityAuto: true }),
          ).length,
      );
    expect(await skipped()).toBeGreaterThan(700);
    await page.locator(".library-view").evaluate((view) => view.scrollTo(0, view.scrollHeight));
    const last = page.locator(".document-row").last();
    await page.waitForFunction(() => {
      const rows = document.querySelectorAll(".document-row");
      return rows[rows.length - 1]?.querySelector(".facts")?.checkVisibility({ contentVisibilityAuto: true });
    });
    expect((await last.boundingBox())?.y).toBeLessThan(800);
    await page.getByLabel("搜索文件").fill("第777号");
    await page.waitForFunction(() => document.querySelectorAll(".document-row").length === 1);
    expect(await titles(page)).toEqual(["第777号办法"]);
  });

  it("says so when the list cannot be had, and asks again", async () => {
    const page = await visit({ failing: true });
    await page.route("**/api/documents", (route) => route.abort("connectionrefused"));
    await page.getByRole("button", { name: "文件" }).click();
    await page.getByText("连接不上服务器").waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.unroute("**/api/documents");
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".document-row").nth(3).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("speaks English", async () => {
    const page = await visit({ path: "/#library" });
    await page.getByRole("button", { name: "English" }).click();
    await page.getByLabel("Search documents").fill("杭州");
    await page.waitForFunction(() => document.querySelectorAll(".document-row").length === 1);
    expect(await page.locator(".library-count").textContent()).toBe("1 of 4 documents");
    expect(await page.locator(".document-row .library-title").getAttribute("lang")).toBe("zh-CN");
    expect(await findViolations(page)).toEqual([]);
  });

  it.each([1280, 375])("axe finds nothing at %i pixels", async (width) => {
    const page = await visit({ width, path: "/#library" });
    await page.locator(".document-row").first().waitFor();
    await page.getByLabel("只看即将到期的（1）").check();
    expect(await findViolations(page)).toEqual([]);
  });
});
