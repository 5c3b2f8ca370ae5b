import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { AnswerSchema } from "../../../src/contract/answer.ts";
import { findChromium } from "./find-chromium.ts";
import { findViolations } from "./find-violations.ts";
import { lengthenConversation, watchShifts } from "./long-conversation.ts";
import { pageFixture } from "./page-fixture.ts";
import { ask } from "./visit.ts";

const FACT = "中关村2010年的技术合同成交额是多少？";
const FUND = "谁来设立中关村科学研究基金？";
const chromium = findChromium();

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
/** What can be pressed or written in and reaches out of the window at the side, by name. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, a, input, select, textarea")]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        // What only screen readers see is one pixel wide.
        return width > 2 && (left < -1 || right > innerWidth + 1);
      })
      .map((element) => element.getAttribute("aria-label") ?? element.textContent),
  );
const turnsLaidOut = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll(".turn .question")].filter((element) =>
        element.checkVisibility({ contentVisibilityAuto: true }),
      ).length,
  );

describe.skipIf(chromium === null)("reading in a browser", () => {
  const { url, open } = pageFixture(chromium ?? "");

  it("prints an answer with every quote in full and its address, and nothing of the page around it", async () => {
    const page = await open();
    await ask(page, FUND);
    await ask(page, FACT);
    const response = await fetch(`${url()}/api/answer`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question: FUND }),
    });
    const { citations, asOf } = AnswerSchema.parse(await response.json());
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    // What is not displayed is not in the text.
    const paper = await page.evaluate(() => document.body.innerText);
    expect(citations.length).toBeGreaterThan(0);
    for (const { quote, url: address, documentTitle } of citations) {
      for (const line of quote.split("\n")) expect(paper).toContain(line.trim());
      expect(paper).toContain(`${url()}${address}`);
      expect(paper).toContain(documentTitle);
    }
    expect(paper).toContain(asOf);
    expect(paper).toContain("已到期");
    for (const chrome of ["新对话", "历史对话", "复制", "Enter", "修改这个问题", "English", "跳到提问框"]) {
      expect(paper).not.toContain(chrome);
    }
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll(".quote")]
        .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
        .map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light");
    // More than one page of paper: nothing is cut at the height of the window.
    const height = await page.evaluate(() => document.querySelector(".chat-content")?.clientHeight ?? 0);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThanOrEqual(height);
  });

  it.each([
    { name: "an answer", path: "/" },
    { name: "the matching view", path: "/#match" },
    { name: "the library", path: "/#library" },
  ])("keeps everything in reach at 200% zoom: $name", async ({ path }) => {
    // 1280 by 800 pixels at 200% are 640 by 400 of the page's own.
    const page = await open({ path, width: 640, height: 400 });
    if (path === "/") {
      await ask(page, FACT);
      await page.locator(".chip").first().click();
      await page.getByTestId("quoted-span").first().waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.keyboard.press("Escape");
      await page.getByTestId("document-pane").waitFor({ state: "detached" });
      const box = await page.locator(".chat-scroll").boundingBox();
      expect(box?.height).toBeGreaterThan(180);
    } else await page.getByLabel(path === "/#match" ? "企业情况" : "搜索文件").waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await cutOff(page)).toEqual([]);
    // The browser's own setting for larger text, without zoom.
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await cutOff(page)).toEqual([]);
    expect(await findViolations(page)).toEqual([]);
  });

  it("does not let the layout shift while an answer arrives", async () => {
    const page = await open();
    await ask(page, FACT);
    const shifts = await watchShifts(page);
    await ask(page, FUND);
    await page.locator(".answer-footer").nth(1).waitFor();
    expect(await shifts()).toBeLessThan(0.05);
  });

  it("keeps five hundred messages, lays out those in sight, and goes from the last to the first", async () => {
    const page = await open();
    await ask(page, FACT);
    await lengthenConversation(page, 500);
    expect(await page.locator(".turn").count()).toBe(250);
    expect(await turnsLaidOut(page)).toBeLessThan(20);
    await page.locator(".chat-scroll").evaluate((view) => view.scrollTo(0, 0));
    await page.waitForFunction(() =>
      document.querySelector(".turn .question")?.checkVisibility({ contentVisibilityAuto: true }),
    );
    const first = page.locator(".turn").first();
    expect((await first.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    expect(await turnsLaidOut(page)).toBeLessThan(20);
    // What is skipped in layout is there for search, for copying and for screen readers.
    await first.locator(".chip").first().click();
    await page.getByTestId("quoted-span").first().waitFor();
    await ask(page, FUND);
    expect(await page.locator(".question").last().textContent()).toBe(FUND);
  });
});
