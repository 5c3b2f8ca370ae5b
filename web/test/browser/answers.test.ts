import { describe, expect, it } from "vitest";
import { AnswerSchema } from "../../../src/contract/answer.ts";
import { DocumentSchema } from "../../../src/contract/documents.ts";
import { findChromium } from "./find-chromium.ts";
import { pageFixture } from "./page-fixture.ts";
import { ask, highlighted } from "./visit.ts";

const FACT = "中关村2010年的技术合同成交额是多少？";
const chromium = findChromium();

describe.skipIf(chromium === null)("answers in a browser", () => {
  const { url, open } = pageFixture(chromium ?? "");

  it("answers with chips whose originals show every quote byte for byte", async () => {
    const page = await open();
    await ask(page, FACT);
    expect(await page.locator(".statements").textContent()).toContain("1579.5亿元");
    const response = await fetch(`${url()}/api/answer`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question: FACT }),
    });
    const { citations } = AnswerSchema.parse(await response.json());
    expect(citations.length).toBeGreaterThan(0);
    await page
      .getByRole("button", { name: /^引文 1：/ })
      .first()
      .click();
    for (const [position, citation] of citations.entries()) {
      if (position > 0) await page.getByRole("button", { name: "下一条引文" }).click();
      await page.waitForURL(`${url()}${citation.url}`);
      expect(await highlighted(page)).toBe(citation.quote);
      const reply = await fetch(`${url()}/api/documents/${citation.documentId}`);
      const document = DocumentSchema.parse(await reply.json());
      expect(await page.getByTestId("document-text").textContent()).toBe(document.text);
      expect(document.text.slice(citation.start, citation.end)).toBe(citation.quote);
    }
  });

  it("tells that the plan has expired, in the answer and beside the original", async () => {
    const page = await open();
    await ask(page, FACT);
    expect(await page.locator(".notice").first().textContent()).toContain("已到期");
    await page.locator(".chip").first().click();
    await page.getByTestId("document-text").waitFor();
    expect(await page.locator(".pane-header .badge").textContent()).toBe("已到期");
  });

  it("scrolls the quote into view", async () => {
    const page = await open();
    await ask(page, FACT);
    await page.locator(".chip").first().click();
    const mark = page.getByTestId("quoted-span").first();
    await mark.waitFor();
    const box = await mark.boundingBox();
    expect(box?.y).toBeGreaterThan(50);
    expect(box?.y).toBeLessThan(750);
  });

  it("refuses what the documents do not cover, and calls related clauses no answer", async () => {
    const page = await open();
    await ask(page, "上海市2025年的住房公积金政策是什么？");
    const answer = page.getByTestId("answer");
    expect(await answer.locator(".refusal-title").textContent()).toContain("没有依据");
    expect(await answer.locator(".statement").count()).toBe(0);
    expect(await answer.locator(".chip").count()).toBe(0);
    if ((await answer.locator(".citation").count()) > 0) {
      expect(await answer.locator(".nearest").textContent()).toContain("相关条款（不是答案）");
      expect(await answer.locator(".citation").count()).toBe(
        await answer.locator(".nearest .citation").count(),
      );
    }
  });

  it("shows what was asked as text, never as markup", async () => {
    const page = await open();
    const question = "<img src=x onerror=alert(1)> **谁来设立中关村科学研究基金？**";
    await ask(page, question);
    expect(await page.locator(".question").textContent()).toBe(question);
    expect(await page.locator(".turns img, .turns b, .turns strong > img").count()).toBe(0);
  });

  it("keeps the conversation when the page is loaded again, until a new one begins", async () => {
    const page = await open();
    await ask(page, FACT);
    const before = await page.locator(".turns").textContent();
    await page.reload();
    await page.locator(".answer-footer").waitFor();
    expect(await page.locator(".turns").textContent()).toBe(before);
    await page.getByRole("button", { name: "新对话" }).click();
    await page.reload();
    expect(await page.getByRole("heading", { name: "问政策，看原文" }).isVisible()).toBe(true);
  });

  it("starts afresh when what it kept is broken", async () => {
    const page = await open();
    await page.evaluate(() => localStorage.setItem("zhengwen.conversation", '{"version":1,"messages":[{}]}'));
    await page.reload();
    await page.getByRole("heading", { name: "问政策，看原文" }).waitFor();
    await ask(page, FACT);
    expect(await page.locator(".turn").count()).toBe(1);
  });

  it("works with the keyboard alone", async () => {
    const page = await open();
    await page.locator(".skip-link").waitFor({ state: "attached" });
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("跳到提问框");
    await page.keyboard.press("Enter");
    await page.keyboard.type(FACT);
    await page.keyboard.press("Enter");
    await page.locator(".answer-footer").waitFor();
    const isChip = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.classList.contains("chip") ?? false);
    for (let steps = 0; steps < 30 && !(await isChip()); steps += 1) await page.keyboard.press("Shift+Tab");
    expect(await isChip()).toBe(true);
    const name = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await page.locator(".preview blockquote").waitFor();
    await page.keyboard.press("Enter");
    await page.getByTestId("quoted-span").first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
    await page.keyboard.press("Escape");
    await page.getByTestId("document-pane").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(name);
  });
});
