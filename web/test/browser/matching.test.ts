import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { MatchReplySchema } from "../../../src/contract/match.ts";
import { findChromium } from "./find-chromium.ts";
import { pageFixture } from "./page-fixture.ts";
import { highlighted } from "./visit.ts";

const COMPANY = "北京海淀的人工智能初创企业，成立两年，30人，想要资金支持";
const chromium = findChromium();

/** Describes a company, has it judged, and waits for the results. */
const judge = async (page: Page, description: string): Promise<void> => {
  await page.getByLabel("企业情况").fill(description);
  await page.getByRole("button", { name: "开始匹配" }).click();
  await page.getByTestId("measure").first().waitFor();
};

const titlesOf = (page: Page, verdict: string): Promise<string[]> =>
  page.locator(`[data-verdict="${verdict}"] > .measure h4`).allTextContents();

describe.skipIf(chromium === null)("matching in a browser", () => {
  const { url, open } = pageFixture(chromium ?? "");

  it("shows what the server judged: verdicts, kinds, and each condition with its quote", async () => {
    const page = await open();
    await page.getByRole("button", { name: "政策匹配" }).click();
    expect(page.url()).toBe(`${url()}/#match`);
    await judge(page, COMPANY);
    const response = await fetch(`${url()}/api/match`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ profile: { description: COMPANY }, limit: 20 }),
    });
    const reply = MatchReplySchema.parse(await response.json());
    expect(await titlesOf(page, "may_apply")).toEqual(
      reply.measures.filter(({ verdict }) => verdict === "may_apply").map(({ title }) => title),
    );
    const first = reply.measures[0];
    const card = page.getByTestId("measure").first();
    expect(await card.locator(".verdict-large").textContent()).toBe("可能符合");
    expect(await card.locator(`.kind-${first?.kind}`).count()).toBe(1);
    const quotes = new Set(await card.locator(".condition-quote").allTextContents());
    expect(quotes).toEqual(new Set(first?.conditions.map(({ text }) => text)));
  });

  it("opens the original at a condition's words, beside the results, and steps through the reasons", async () => {
    const page = await open({ path: "/#match" });
    await judge(page, COMPANY);
    const condition = page.locator(".condition-open").first();
    const quote = await condition.locator(".condition-quote").textContent();
    await condition.click();
    expect(await highlighted(page)).toBe(quote);
    expect(await page.getByTestId("measure").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "下一条引文" }).click();
    await page.waitForFunction(
      (before) => document.querySelector('[data-testid="quoted-span"]')?.textContent !== before,
      quote,
    );
    await page.keyboard.press("Escape");
    await page.getByTestId("document-pane").waitFor({ state: "detached" });
    expect(page.url()).toBe(`${url()}/#match`);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("condition-open");
  });

  it("asks for the missing fact and judges again at once: a verdict changes", async () => {
    const page = await open({ path: "/#match" });
    await judge(page, COMPANY);
    const missing = page.locator(".missing");
    expect(await missing.locator(".missing-question").textContent()).toContain("中关村");
    const waiting = await titlesOf(page, "may_apply");
    await missing.getByLabel("您的回答").fill("北京市海淀区中关村示范区");
    await page.keyboard.press("Enter");
    await page.locator(".measure-before").first().waitFor();
    const applying = await titlesOf(page, "applies");
    expect(waiting).toContain(applying[0]);
    expect(await page.locator(".measure-before").first().textContent()).toBe("原为“可能符合”");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("results-title");
    expect(await page.locator("#profile-region").inputValue()).toBe("北京市海淀区中关村示范区");
  });

  it("goes on to the next question where the answer is not known", async () => {
    const page = await open({ path: "/#match" });
    await judge(page, COMPANY);
    await page.getByRole("button", { name: "暂不清楚" }).click();
    expect(await page.locator(".missing").getAttribute("data-field")).toBe("qualifications");
    await page.getByRole("button", { name: "都没有" }).click();
    await page.locator('.missing:not([data-field="qualifications"])').waitFor({ state: "attached" });
    expect(await page.locator("#profile-qualifications").inputValue()).toBe("无");
  });

  it("shows what was understood, with the words it was read from, for correction", async () => {
    const page = await open({ path: "/#match" });
    await judge(page, COMPANY);
    const fact = page.locator('.understood-fact[data-field="employees"]');
    expect(await fact.textContent()).toContain("读自“30人”");
    await page.getByRole("button", { name: "改正：职工人数" }).click();
    const input = page.locator("#profile-employees");
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await input.inputValue()).toBe("30");
    await input.fill("300");
    expect(await page.locator(".match-outdated").textContent()).toContain("改动前");
    await page.keyboard.press("Enter");
    await fact.getByText("300 人", { exact: true }).waitFor();
    expect(await page.locator(".match-outdated").count()).toBe(0);
    expect(await fact.textContent()).toContain("您填写的");
  });

  it("keeps the profile in the browser, and sends it only when asked to judge", async () => {
    const page = await open({ path: "/#match" });
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(request.postData() ?? "");
    });
    await page.getByLabel("企业情况").fill(COMPANY);
    expect(sent).toEqual([]);
    await judge(page, COMPANY);
    expect(sent).toHaveLength(1);
    const before = await page.locator(".results").textContent();
    await page.reload();
    await page.getByTestId("measure").first().waitFor();
    expect(await page.locator(".results").textContent()).toBe(before);
    expect(await page.getByLabel("企业情况").inputValue()).toBe(COMPANY);
    expect(sent).toHaveLength(1);
    await page.getByRole("button", { name: "清空" }).click();
    await page.reload();
    expect(await page.getByLabel("企业情况").inputValue()).toBe("");
    expect(await page.evaluate(() => localStorage.getItem("zhengwen.match"))).toBeNull();
  });

  it("judges on the day that is set, and says that an expired plan gives nothing", async () => {
    const page = await open({ path: "/#match" });
    await page.getByLabel("按哪一天判断").fill("2014-06-01");
    await judge(page, COMPANY);
    expect(await page.locator(".results-day").textContent()).toContain("2014-06-01");
    const statuses = await page.locator(".measure .badge-in_force").count();
    expect(await page.locator(".measure .badge-not_yet_effective").count()).toBe(
      (await page.getByTestId("measure").count()) - statuses,
    );
  });

  it("names what it cannot read, and asks for something to go by", async () => {
    const page = await open({ path: "/#match" });
    await page.getByRole("button", { name: "开始匹配" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("请先写一句");
    await page.getByText("逐项填写").click();
    await page.locator("#profile-employees").fill("三十");
    await page.keyboard.press("Enter");
    const input = page.locator("#profile-employees");
    expect(await input.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator("#profile-employees-hint").textContent()).toContain("读不懂");
  });

  it("takes a list of clients in GBK and gives a table, to read and to save", async () => {
    const page = await open({ path: "/#match" });
    await page.getByRole("tab", { name: "客户名单" }).click();
    // 名称,人数 / 甲,12 as a Chinese spreadsheet saves it.
    const gbk = Buffer.from([
      0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xc8, 0xcb, 0xca, 0xfd, 0x0a, 0xbc, 0xd7, 0x2c, 0x31, 0x32,
    ]);
    await page
      .getByLabel("选择 CSV 文件")
      .setInputFiles({ name: "clients.csv", mimeType: "text/csv", buffer: gbk });
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>("#clients-table")?.value !== "",
    );
    expect(await page.getByLabel("或粘贴表格").inputValue()).toBe("名称,人数\n甲,12");
    await page.getByRole("button", { name: "匹配整张名单" }).click();
    const rows = page.locator("tbody tr");
    await rows.first().waitFor();
    expect(new Set(await rows.locator("td:first-child").allTextContents())).toEqual(new Set(["甲"]));
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载结果（CSV）" }).click();
    const saved = await readFile(await (await waiting).path(), "utf8");
    expect(saved.split("\r\n")[0]).toContain("企业,结论");
  });

  it("says which line of the list is wrong", async () => {
    const page = await open({ path: "/#match", failing: true });
    await page.getByRole("tab", { name: "客户名单" }).click();
    await page.getByLabel("或粘贴表格").fill("名称,人数\n甲,十二");
    await page.getByRole("button", { name: "匹配整张名单" }).click();
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("第 2 行");
    expect(await alert.textContent()).toContain("invalid_table");
  });

  it("fits 375 pixels, and the bar stays where it is", async () => {
    const page = await open({ path: "/#match", width: 375 });
    await judge(page, COMPANY);
    const [wider, scrolled] = await page.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      document.documentElement.scrollHeight - innerHeight,
    ]);
    expect(wider).toBeLessThanOrEqual(0);
    expect(scrolled).toBeLessThanOrEqual(0);
  });
});
