import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findChromium } from "./find-chromium.ts";
import { pageFixture } from "./page-fixture.ts";
import { ask } from "./visit.ts";

const FACT = "中关村2010年的技术合同成交额是多少？";
const chromium = findChromium();

/** What has the focus, as it is called. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.id === "" ? null : document.querySelector(`label[for="${element?.id}"]`);
    const name = element?.getAttribute("aria-label") ?? label?.textContent ?? element?.textContent ?? "";
    return name.trim().replaceAll(/\s+/g, " ");
  });

/** The names of the stops that Tab makes from here on, `count` different ones. */
const stops = async (page: Page, count: number): Promise<string[]> => {
  const order: string[] = [];
  for (let steps = 0; steps < 4 * count && order.length < count; steps += 1) {
    await page.keyboard.press("Tab");
    const name = await focused(page);
    // A date is several stops with one name.
    if (name !== order.at(-1)) order.push(name);
  }
  return order;
};

const BAR = ["问答", "政策匹配", "文件", "新对话", "历史对话", "English", "外观：跟随系统"];

describe.skipIf(chromium === null)("the order of the focus", () => {
  const { open } = pageFixture(chromium ?? "");

  it("at the first visit: link, bar, examples, question, day", async () => {
    const page = await open();
    const examples = page.locator("button.example");
    await examples.first().waitFor();
    const questions = (await examples.allTextContents()).map((text) => text.trim());
    expect(await stops(page, 8 + questions.length + 2)).toEqual([
      "跳到提问框",
      ...BAR,
      ...questions,
      "您的问题",
      "按今天的效力作答",
    ]);
  });

  it("in an answer: the question's pencil, chips, sources, what can be done with it", async () => {
    const page = await open();
    await ask(page, FACT);
    await page.getByRole("button", { name: "外观" }).focus();
    // From the first chip on; what stands before the turns is the export of the conversation.
    const order = await stops(page, 30);
    const wanted = [
      "修改这个问题",
      /^引文 1：/,
      /^\[1\]/,
      "这条引文有问题：引文 1",
      "复制",
      "复制为 Markdown",
      "您的问题",
    ];
    let place = -1;
    for (const name of wanted) {
      const next = order.findIndex(
        (stop, at) => at > place && (typeof name === "string" ? stop === name : name.test(stop)),
      );
      expect(next, `${String(name)} after ${order.slice(0, place + 1).join(" → ")}`).toBeGreaterThan(place);
      place = next;
    }
  });

  it("beside an original: its title, the steps, closing, contents, text; Escape goes back to the chip", async () => {
    const page = await open();
    await ask(page, FACT);
    const chip = page.locator(".chip").first();
    await chip.focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("quoted-span").first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
    const order = await stops(page, 5);
    expect(order).toContain("关闭");
    expect(order.indexOf("关闭")).toBeLessThan(order.findIndex((name) => name.startsWith("目录")));
    await page.keyboard.press("Escape");
    await page.getByTestId("document-pane").waitFor({ state: "detached" });
    expect(await focused(page)).toBe(await chip.getAttribute("aria-label"));
  });

  it("in the matching view: link, bar, tabs, form", async () => {
    const page = await open({ path: "/#match" });
    await page.getByLabel("企业情况").waitFor();
    expect(await stops(page, 12)).toEqual([
      "跳到提问框",
      ...BAR,
      "一家企业",
      "企业情况",
      "逐项填写 都可以不填",
      "按哪一天判断",
    ]);
  });

  it("in the library: link, bar, what stands beside the list, search, filters, documents", async () => {
    const page = await open({ path: "/#library" });
    await page.locator(".document-row").first().waitFor();
    await page.getByText("新增 2 份").waitFor();
    const titles = await page.locator(".document-row .library-title").allTextContents();
    const changed = await page.locator(".library-aside .library-title").allTextContents();
    expect(await stops(page, 8 + 3 + changed.length + 5 + titles.length)).toEqual([
      "跳到搜索框",
      ...BAR,
      "90 天内到期（0）",
      "上次导入的变动",
      "新增 2 份",
      ...changed,
      "搜索文件",
      "效力",
      "发布机关",
      "年份",
      "排序",
      ...titles,
    ]);
  });

  it("stays in the history while it is open, and goes back to its button", async () => {
    const page = await open();
    await ask(page, FACT);
    await page.getByRole("button", { name: "新对话" }).click();
    const opener = page.getByRole("button", { name: "历史对话" });
    await opener.focus();
    await page.keyboard.press("Enter");
    await page.locator(".history-turn").waitFor();
    const order = await stops(page, 4);
    expect(order).toContain("搜索问题和回答");
    expect(order.indexOf("搜索问题和回答")).toBeLessThan(order.indexOf(FACT));
    for (let steps = 0; steps < 12; steps += 1) {
      await page.keyboard.press("Tab");
      const inside = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null,
      );
      expect(inside).toBe(true);
    }
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await focused(page)).toBe("历史对话");
  });
});
