import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findChromium } from "./find-chromium.ts";
import { findViolations } from "./find-violations.ts";
import { pageFixture } from "./page-fixture.ts";
import { ask } from "./visit.ts";

const FACT = "中关村2010年的技术合同成交额是多少？";
const COMPANY = "北京海淀的人工智能初创企业，成立两年，30人，想要资金支持";
const chromium = findChromium();

const judge = async (page: Page): Promise<void> => {
  await page.getByLabel("企业情况").fill(COMPANY);
  await page.getByRole("button", { name: "开始匹配" }).click();
  await page.getByTestId("measure").first().waitFor();
};

/** Each state of the page, and how it is reached. */
const STATES: readonly {
  readonly name: string;
  readonly width?: number;
  readonly path?: string;
  readonly failing?: boolean;
  readonly reach: (page: Page) => Promise<unknown>;
}[] = [
  { name: "the first visit", reach: (page) => page.locator(".examples").waitFor() },
  { name: "an expired answer", reach: (page) => ask(page, FACT) },
  { name: "a refusal", reach: (page) => ask(page, "上海市2025年的住房公积金政策是什么？") },
  {
    name: "an edited question and a day set",
    reach: async (page) => {
      await ask(page, FACT);
      await page.getByRole("button", { name: "修改这个问题" }).click();
      await page.getByRole("button", { name: "按今天的效力作答" }).click();
      await page.getByLabel("按这一天的效力作答").fill("2014-06-01");
    },
  },
  {
    name: "an original beside an answer",
    reach: async (page) => {
      await ask(page, FACT);
      await page.locator(".chip").first().click();
      await page.getByTestId("quoted-span").first().waitFor();
    },
  },
  {
    name: "an original at 375 pixels",
    width: 375,
    reach: async (page) => {
      await ask(page, FACT);
      await page.locator(".chip").first().click();
      await page.getByTestId("quoted-span").first().waitFor();
    },
  },
  {
    name: "a search in the history",
    reach: async (page) => {
      await ask(page, FACT);
      await page.getByRole("button", { name: "新对话" }).click();
      await page.getByRole("button", { name: "历史对话" }).click();
      await page.getByRole("searchbox").fill("1579.5");
      await page.locator(".history-snippet").waitFor();
    },
  },
  {
    name: "an unreachable server",
    failing: true,
    reach: async (page) => {
      await page.route("**/api/chat", (route) => route.abort("connectionrefused"));
      await page.getByLabel("您的问题").fill(FACT);
      await page.keyboard.press("Enter");
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "a profile with a field that cannot be read",
    path: "/#match",
    reach: async (page) => {
      await page.getByText("逐项填写").click();
      await page.getByLabel("职工人数").fill("三十");
      await page.getByRole("button", { name: "资金" }).click();
      await page.getByRole("button", { name: "开始匹配" }).click();
      await page.locator("#profile-employees[aria-invalid=true]").waitFor();
    },
  },
  { name: "matched measures", path: "/#match", reach: judge },
  {
    name: "measures whose verdict changed, at 375 pixels",
    path: "/#match",
    width: 375,
    reach: async (page) => {
      await judge(page);
      await page.getByLabel("您的回答").fill("北京市海淀区中关村示范区");
      await page.keyboard.press("Enter");
      await page.locator(".measure-before").first().waitFor();
    },
  },
  {
    name: "a table of clients",
    path: "/#match",
    reach: async (page) => {
      await page.getByRole("tab", { name: "客户名单" }).click();
      await page.getByLabel("或粘贴表格").fill(`名称,简介\n甲,"${COMPANY}"`);
      await page.getByRole("button", { name: "匹配整张名单" }).click();
      await page.locator("tbody tr").first().waitFor();
    },
  },
];

describe.skipIf(chromium === null)("accessibility in a browser", () => {
  const { open } = pageFixture(chromium ?? "");

  it.each(STATES)("axe finds nothing: $name", async ({ reach, name: _name, ...options }) => {
    const page = await open(options);
    await reach(page);
    expect(await findViolations(page)).toEqual([]);
  });

  it("loads less than 200 kB of JavaScript at first, and the matching view only when it is opened", async () => {
    const page = await open();
    const scripts = (): Promise<{ name: string; size: number }[]> =>
      page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .filter((entry) => entry instanceof PerformanceResourceTiming)
          .filter(({ name }) => name.endsWith(".js"))
          .map(({ name, encodedBodySize }) => ({ name, size: encodedBodySize })),
      );
    const first = await scripts();
    const bytes = first.reduce((sum, { size }) => sum + size, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(200_000);
    await page.getByRole("button", { name: "政策匹配" }).click();
    await page.getByLabel("企业情况").waitFor();
    expect((await scripts()).length).toBeGreaterThan(first.length);
  });

  it("says so when the matching view cannot be loaded", async () => {
    const page = await open({ failing: true });
    await page.route("**/assets/match-view-*.js", (route) => route.abort());
    await page.getByRole("button", { name: "政策匹配" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("连接不上服务器");
    await page.unroute("**/assets/match-view-*.js");
    await page.getByRole("button", { name: "重试" }).click();
    await page.getByLabel("企业情况").waitFor();
  });
});
