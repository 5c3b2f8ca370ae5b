import { describe, expect, it } from "vitest";
import { findChromium } from "./find-chromium.ts";
import { pageFixture } from "./page-fixture.ts";
import { ask } from "./visit.ts";

const FACT = "中关村2010年的技术合同成交额是多少？";
const PLAN = "zhongguancun-plan-2024-2027";
const chromium = findChromium();

describe.skipIf(chromium === null)("the page in a browser", () => {
  const { url, open } = pageFixture(chromium ?? "");

  it("opens a document at a clause by its address, without a conversation", async () => {
    const clauseId = `${PLAN}.n3`;
    const page = await open({ path: `/documents/${PLAN}#${clauseId}` });
    const clause = page.locator(`[data-clause="${clauseId}"]`);
    await clause.waitFor();
    expect(await clause.textContent()).toContain("三、建设世界高水平人才集聚地");
    expect(await clause.getAttribute("class")).toContain("clause-current");
    const box = await clause.boundingBox();
    expect(box?.y).toBeGreaterThan(50);
    expect(box?.y).toBeLessThan(750);
    expect(await page.locator(".contents-tree [aria-current]").textContent()).toBe(
      "三、建设世界高水平人才集聚地",
    );
    expect(await page.getByTestId("quoted-span").count()).toBe(0);
  });

  it("says so when the address names a clause or a document that is not there", async () => {
    const page = await open({ path: `/documents/${PLAN}#nothing`, failing: true });
    await page.getByText("文件中找不到这一条款").waitFor();
    await page.goto(`${url()}/documents/nothing`);
    expect(await page.getByRole("alert").textContent()).toMatch(/错误代码 \w+/);
  });

  it("goes back and forward through what was opened", async () => {
    const page = await open();
    await ask(page, FACT);
    await page.locator(".chip").first().click();
    const quote = await page.getByTestId("quoted-span").first().textContent();
    const address = page.url();
    await page.goBack();
    await page.getByTestId("document-pane").waitFor({ state: "detached" });
    expect(page.url()).toBe(`${url()}/`);
    await page.goForward();
    expect(await page.getByTestId("quoted-span").first().textContent()).toBe(quote);
    expect(page.url()).toBe(address);
    await page.reload();
    expect(await page.getByTestId("quoted-span").first().textContent()).toBe(quote);
  });

  it("fits 375 pixels: the original covers the conversation and gives the focus back", async () => {
    const page = await open({ width: 375 });
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await ask(page, FACT);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.locator(".chip").first().click();
    await page.getByTestId("quoted-span").first().waitFor();
    const box = await page.getByRole("dialog", { name: "原文" }).boundingBox();
    expect(box).toMatchObject({ x: 0, y: 0, width: 375 });
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "关闭" }).click();
    expect(await page.evaluate(() => document.activeElement?.classList.contains("chip"))).toBe(true);
  });

  it("says that the server cannot be reached, and asks again", async () => {
    const page = await open({ failing: true });
    await page.route("**/api/chat", (route) => route.abort("connectionrefused"));
    await page.getByLabel("您的问题").fill(FACT);
    await page.keyboard.press("Enter");
    await page.getByText("连接不上服务器").waitFor();
    await page.unroute("**/api/chat");
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".answer-footer").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await page.locator(".question").count()).toBe(1);
  });

  it("shows a problem's own words and code", async () => {
    const page = await open({ failing: true });
    const problem = {
      type: "about:blank",
      title: "未就绪",
      status: 503,
      detail: "索引正在打开。",
      code: "index_not_ready",
    };
    await page.route("**/api/chat", (route) =>
      route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(problem) }),
    );
    await page.getByLabel("您的问题").fill(FACT);
    await page.keyboard.press("Enter");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("索引正在打开。");
    expect(await alert.textContent()).toContain("index_not_ready");
  });

  it("stops, and offers to go on", async () => {
    const page = await open();
    await page.route("**/api/chat", () => undefined);
    await page.getByLabel("您的问题").fill(FACT);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "停止" }).click();
    await page.getByText("这次回答没有完成。").waitFor();
    await page.unroute("**/api/chat");
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".answer-footer").waitFor();
    expect(await page.locator(".statements").textContent()).toContain("1579.5亿元");
    expect(await page.getByText("这次回答没有完成。").count()).toBe(0);
  });

  it("sends nothing while an input method composes, nor what is too long", async () => {
    const page = await open();
    const input = page.getByLabel("您的问题");
    await input.fill("zhong");
    await input.dispatchEvent("keydown", { key: "Enter", isComposing: true });
    await input.dispatchEvent("keydown", { key: "Enter", keyCode: 229 });
    expect(await page.locator(".question").count()).toBe(0);
    await input.fill("政".repeat(2_001));
    await page.keyboard.press("Enter");
    expect(await page.locator(".question").count()).toBe(0);
    expect(await page.getByRole("alert").textContent()).toContain("2000");
    expect(await input.inputValue()).toHaveLength(2_001);
    await input.fill("一\n二");
    await page.keyboard.press("Shift+Enter");
    expect(await input.inputValue()).toBe("一\n二\n");
  });

  it("speaks English when asked to, and leaves documents Chinese", async () => {
    const page = await open();
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    await page.getByRole("button", { name: "Documents" }).click();
    expect(await page.locator(".library-title").first().getAttribute("lang")).toBe("zh-CN");
    await page.goto(`${url()}/`);
    await page.reload();
    expect(await page.getByRole("heading", { name: "Ask about policy, read the original" }).count()).toBe(1);
  });
});
