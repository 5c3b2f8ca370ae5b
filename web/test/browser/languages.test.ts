import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findChromium } from "./find-chromium.ts";
import { findViolations } from "./find-violations.ts";
import { pageFixture } from "./page-fixture.ts";
import { ask } from "./visit.ts";

const chromium = findChromium();

/** The texts that stand in an element, each with the language that a screen reader takes it for. */
const spoken = (page: Page, selector: string): Promise<{ language: string; text: string }[]> =>
  page
    .locator(selector)
    .first()
    .evaluate((root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const said: { language: string; text: string }[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const language = node.parentElement?.closest("[lang]")?.getAttribute("lang") ?? "";
        said.push({ language, text: node.textContent ?? "" });
      }
      return said;
    });
const HAN = /\p{Script=Han}/u;

describe.skipIf(chromium === null)("languages in a browser", () => {
  const { url, open } = pageFixture(chromium ?? "");

  it("mark English answers and notices as English, and the Chinese in them as Chinese", async () => {
    const page = await open();
    await ask(page, "What was the technology contract turnover of Zhongguancun in 2010?");
    for (const selector of [".statement", ".notice-expired p > span", ".question"]) {
      const said = (await spoken(page, selector)).filter(({ text }) => /\p{L}/u.test(text));
      expect(said.length).toBeGreaterThan(0);
      for (const { language, text } of said) {
        expect([text, language]).toEqual([text, HAN.test(text) ? "zh-CN" : "en"]);
      }
    }
    expect((await spoken(page, ".statement")).map(({ language }) => language)).toContain("en");
    expect(await findViolations(page)).toEqual([]);
  });

  it("mark Chinese answers, notices and refusals as Chinese in the English page too", async () => {
    const page = await open();
    await ask(page, "中关村2010年的技术合同成交额是多少？");
    await ask(page, "上海市2025年的住房公积金政策是什么？");
    await page.getByRole("button", { name: "English" }).click();
    for (const selector of [".statement", ".notice-expired p > span", ".refusal-message"]) {
      const said = (await spoken(page, selector)).filter(({ text }) => HAN.test(text));
      expect(said.length).toBeGreaterThan(0);
      expect(new Set(said.map(({ language }) => language))).toEqual(new Set(["zh-CN"]));
    }
  });

  it("lead from what is asked back, below the answer, to the matching view", async () => {
    const page = await open();
    await ask(page, "我们是2021年在海淀注册的软件公司，能申请哪些政策？");
    const asked = page.locator(".notice-question");
    expect(await asked.textContent()).toMatch(/还想知道.*？/);
    expect(await asked.textContent()).not.toContain("/#match");
    const statements = await page.locator(".statements").boundingBox();
    expect((await asked.boundingBox())?.y).toBeGreaterThan(
      (statements?.y ?? 0) + (statements?.height ?? 0) - 1,
    );
    expect(await findViolations(page)).toEqual([]);
    await asked.getByRole("link", { name: "政策匹配" }).click();
    await page.getByLabel("企业情况").waitFor();
    expect(page.url()).toBe(`${url()}/#match`);
    await page.goBack();
    await asked.waitFor();
  });
});
