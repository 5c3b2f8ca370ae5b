import { describe, expect, it } from "vitest";
import { ChatRequestSchema } from "../../../src/contract/chat.ts";
import { findChromium } from "./find-chromium.ts";
import { pageFixture } from "./page-fixture.ts";
import { ask } from "./visit.ts";

const FACT = "中关村2010年的技术合同成交额是多少？";
const FUND = "谁来设立中关村科学研究基金？";
const chromium = findChromium();

describe.skipIf(chromium === null)("working in a browser", () => {
  const { url, open } = pageFixture(chromium ?? "");

  it("copies an answer with its citations, as text and as Markdown", async () => {
    const page = await open();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await ask(page, FACT);
    const quote = (await page.locator(".citation .quote").first().textContent()) ?? "nothing";
    const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole("button", { name: "复制", exact: true }).click();
    await page.getByText("已复制，含引文").waitFor();
    const text = await clipboard();
    expect(text).toContain(FACT);
    expect(text).toContain(`“${quote}”\n${url()}/documents/`);
    await page.getByRole("button", { name: "复制为 Markdown" }).click();
    await page.waitForFunction(async (before) => (await navigator.clipboard.readText()) !== before, text);
    expect(await clipboard()).toMatch(/\[\\\[1\\\]\]\(http:\/\/127\.0\.0\.1:\d+\/documents\//);
  });

  it("copies where the browser gives the clipboard only to encrypted pages", async () => {
    const page = await open();
    await ask(page, FUND);
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.getByRole("button", { name: "复制", exact: true }).click();
    await page.getByText("已复制，含引文").waitFor();
    await page.getByLabel("您的问题").focus();
    await page.keyboard.press("Control+V");
    expect(await page.getByLabel("您的问题").inputValue()).toContain(FUND);
  });

  it("asks an edited question in the place of the old one, and puts what followed away", async () => {
    const page = await open();
    await ask(page, FACT);
    await ask(page, FUND);
    await page.getByRole("button", { name: "修改这个问题" }).first().click();
    const area = page.getByRole("textbox", { name: "修改这个问题" });
    expect(await area.inputValue()).toBe(FACT);
    await page.keyboard.press("Escape");
    expect(await page.locator(".question").allTextContents()).toEqual([FACT, FUND]);
    await page.keyboard.press("Enter");
    await area.fill("到2027年，中关村要达到什么目标？");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll(".turn").length === 1);
    await page.locator(".answer-footer").waitFor();
    expect(await page.locator(".question").allTextContents()).toEqual(["到2027年，中关村要达到什么目标？"]);
    expect(await page.locator(".answer").count()).toBe(1);
    await page.getByRole("button", { name: "历史对话" }).click();
    expect(await page.locator(".history-question").allTextContents()).toEqual([FACT]);
  });

  it("keeps past conversations, finds words in their answers, and goes on with one", async () => {
    const page = await open();
    await ask(page, FACT);
    await ask(page, FUND);
    const before = await page.locator(".turns").textContent();
    await page.getByRole("button", { name: "新对话" }).click();
    await ask(page, "上海市2025年的住房公积金政策是什么？");
    await page.getByRole("button", { name: "新对话" }).click();
    await page.reload();
    await page.getByRole("button", { name: "历史对话" }).click();
    expect(await page.locator(".history > li").count()).toBe(2);
    await page.getByRole("searchbox").fill("1579.5");
    await page.locator(".history-snippet mark").waitFor();
    expect(await page.locator(".history-snippet mark").allTextContents()).toEqual(["1579.5"]);
    await page.locator(".history-turn").click();
    await page.locator(".answer-footer").nth(1).waitFor();
    expect(await page.locator(".turns").textContent()).toBe(before);
    const box = await page.locator(".question").first().boundingBox();
    expect(box?.y).toBeGreaterThan(50);
    expect(box?.y).toBeLessThan(400);
  });

  it("deletes a past conversation for good", async () => {
    const page = await open();
    await ask(page, FUND);
    await page.getByRole("button", { name: "新对话" }).click();
    await page.getByRole("button", { name: "历史对话" }).click();
    await page.getByRole("button", { name: `删除对话：${FUND}` }).click();
    await page.locator(".history > li").waitFor({ state: "detached" });
    expect(await page.evaluate(() => localStorage.getItem("zhengwen.history"))).toBeNull();
  });

  it("judges validity on the day that is set, until it is set back", async () => {
    const page = await open();
    const days: (string | undefined)[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/chat")) {
        days.push(ChatRequestSchema.parse(JSON.parse(request.postData() ?? "")).asOf);
      }
    });
    await page.getByRole("button", { name: "按今天的效力作答" }).click();
    await page.getByLabel("按这一天的效力作答").fill("2014-06-01");
    await ask(page, FACT);
    expect(await page.locator(".answer-footer").textContent()).toContain("2014-06-01");
    expect(await page.locator(".notice-expired").count()).toBe(0);
    await page.getByRole("button", { name: "改回今天" }).click();
    await ask(page, FACT);
    expect(await page.locator(".answer").last().locator(".notice-expired").count()).toBe(1);
    expect(days).toEqual(["2014-06-01", undefined]);
  });
});
