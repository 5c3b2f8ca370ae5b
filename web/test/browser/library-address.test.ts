import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findChromium } from "./find-chromium.ts";
import { pageFixture } from "./page-fixture.ts";

const chromium = findChromium();
const EXPIRED = "中关村国家自主创新示范区规划（2011—2015年）";
const CURRENT = "中关村世界领先科技园区建设方案（2024—2027年）";

const titles = (page: Page): Promise<string[]> =>
  page.locator(".document-row .library-title").allTextContents();
const shows = (page: Page, count: number): Promise<unknown> =>
  page.waitForFunction((wanted) => document.querySelectorAll(".document-row").length === wanted, count);

describe.skipIf(chromium === null)("the address of the library", () => {
  const { url, open } = pageFixture(chromium ?? "");

  it("keeps what is chosen: it can be loaded again, and back and forward go through it", async () => {
    const page = await open({ path: "/#library" });
    await shows(page, 2);
    await page.getByLabel("效力").selectOption({ label: "已到期（1）" });
    await shows(page, 1);
    expect(page.url()).toBe(`${url()}/#library?status=expired`);
    await page.getByLabel("排序").selectOption({ label: "按标题" });
    expect(page.url()).toBe(`${url()}/#library?status=expired&sort=title`);
    await page.reload();
    await shows(page, 1);
    expect(await titles(page)).toEqual([EXPIRED]);
    expect(await page.getByLabel("排序").inputValue()).toBe("title");
    await page.goBack();
    await page.waitForFunction(() => !location.hash.includes("sort"));
    expect(await page.getByLabel("排序").inputValue()).toBe("newest");
    await page.goBack();
    await shows(page, 2);
    expect(await page.getByLabel("效力").inputValue()).toBe("");
    await page.goForward();
    await shows(page, 1);
    expect(await page.getByLabel("效力").inputValue()).toBe("expired");
  });

  it("takes what is typed without a step of its own, and keeps the focus", async () => {
    const page = await open({ path: "/#match" });
    await page.getByRole("button", { name: "文件" }).click();
    await shows(page, 2);
    const search = page.getByLabel("搜索文件");
    await search.pressSequentially("世界领先");
    await shows(page, 1);
    await page.waitForURL(`${url()}/#library?q=${encodeURIComponent("世界领先")}`);
    expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.goBack();
    await page.getByLabel("企业情况").waitFor();
    await page.goForward();
    await shows(page, 1);
    expect(await search.inputValue()).toBe("世界领先");
    expect(await titles(page)).toEqual([CURRENT]);
  });

  it("stays with the list while a document is read beside it", async () => {
    const page = await open({ path: "/#library?status=expired" });
    await shows(page, 1);
    await page.locator(".document-row .library-title").click();
    await page.getByTestId("document-text").waitFor();
    expect(await titles(page)).toEqual([EXPIRED]);
    await page.getByLabel("效力").selectOption({ label: "现行有效（1）" });
    await page.getByLabel("搜索文件").fill("建设方案");
    await shows(page, 1);
    expect(await titles(page)).toEqual([CURRENT]);
    expect(await page.locator(".pane-heading h2").textContent()).toBe(EXPIRED);
    await page.waitForFunction(() => JSON.stringify(history.state).includes("q="));
    await page.getByRole("button", { name: "关闭" }).click();
    await page.getByTestId("document-pane").waitFor({ state: "detached" });
    const query = new URLSearchParams(new URL(page.url()).hash.replace("#library?", ""));
    expect(Object.fromEntries(query)).toEqual({ status: "in_force", q: "建设方案" });
    expect(await titles(page)).toEqual([CURRENT]);
  });

  it("says so where a link asks for what no document has, and lets it be cleared", async () => {
    const page = await open({ path: `/#library?issuer=${encodeURIComponent("某部")}&year=nonsense` });
    await page.getByText("没有符合条件的文件").waitFor();
    expect(await page.getByLabel("发布机关").evaluate((each) => each.textContent)).toContain("某部（0）");
    expect(await page.getByLabel("年份").inputValue()).toBe("");
    await page.getByRole("button", { name: "清除筛选" }).click();
    await shows(page, 2);
    expect(page.url()).toBe(`${url()}/#library`);
  });
});
