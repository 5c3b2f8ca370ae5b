import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { ReportSchema } from "../../../src/contract/report.ts";
import type { Report } from "../../../src/contract/report.ts";
import { findChromium } from "./find-chromium.ts";
import { findViolations } from "./find-violations.ts";
import { pageFixture } from "./page-fixture.ts";
import { ask } from "./visit.ts";

const FACT = "中关村2010年的技术合同成交额是多少？";
const FOLLOW_UP = "那总收入呢？";
const chromium = findChromium();

describe.skipIf(chromium === null)("reporting in a browser", () => {
  const { server, open } = pageFixture(chromium ?? "");

  /** Sends the form and waits for the confirmation: what the server kept under the number that is told. */
  const sent = async (page: Page): Promise<Report> => {
    await page.getByRole("button", { name: "提交反馈" }).click();
    await page.getByText("已收到，谢谢。").waitFor();
    const told = (await page.locator(".report-reference").textContent()) ?? "";
    const file = `${told.replace("反馈编号：", "")}.json`;
    const folder = join(server().data, "reports");
    expect(await readdir(folder)).toContain(file);
    return ReportSchema.parse(JSON.parse(await readFile(join(folder, file), "utf8")));
  };

  it("reports a citation from the list below the answer, with its conversation, and gives the focus back", async () => {
    const page = await open();
    await ask(page, FACT);
    await ask(page, FOLLOW_UP);
    const answer = page.getByTestId("answer").last();
    const quote = await answer.locator(".citation .quote").first().textContent();
    const button = answer.getByRole("button", { name: /^这条引文有问题：引文 \d+$/ }).first();
    await button.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "这条引文有问题" });
    expect(await dialog.locator(".quote").textContent()).toBe(quote);
    expect(await dialog.getByRole("button", { name: "提交反馈" }).isDisabled()).toBe(true);
    await dialog.getByRole("radio", { name: "内容已经过时或失效" }).focus();
    await page.keyboard.press("Space");
    await dialog.getByLabel("说明（可不填）").fill("2024年另有新文件");
    expect(await findViolations(page)).toEqual([]);
    const report = await sent(page);
    expect(report).toMatchObject({ question: FOLLOW_UP, reason: "outdated", comment: "2024年另有新文件" });
    expect(report.citations.map((each) => each.quote)).toEqual([quote]);
    expect(report.history?.map(({ role }) => role)).toEqual(["user", "assistant"]);
    expect(report.history?.[0]?.content).toBe(FACT);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("reports the citation that is open beside the answer, after stepping to the next, and after a reload", async () => {
    const page = await open();
    await ask(page, "小企业想和大企业一起研发，有什么支持？");
    await page.locator(".chip").first().click();
    await page.getByTestId("quoted-span").first().waitFor();
    await page.getByRole("button", { name: "下一条引文" }).click();
    await page.reload();
    await page.getByTestId("quoted-span").first().waitFor();
    const shown = await page.locator(".citation .quote").nth(1).textContent();
    await page.getByTestId("document-pane").getByRole("button", { name: "这条引文有问题：引文 2" }).click();
    await page.getByRole("radio", { name: "原文没有这样说" }).check();
    const report = await sent(page);
    expect(report.reason).toBe("wrong");
    expect(report.citations.map((each) => each.quote)).toEqual([shown]);
    expect(report).not.toHaveProperty("comment");
  });

  it("offers no report of related clauses, and takes a word on a refusal without a reason", async () => {
    const page = await open();
    await ask(page, "上海市2025年的住房公积金政策是什么？");
    expect(await page.getByRole("button", { name: /^这条引文有问题/ }).count()).toBe(0);
    await page.getByRole("button", { name: "反馈问题" }).click();
    expect(await page.getByRole("radio").count()).toBe(0);
    await page.getByLabel("哪里不对").fill("《规划》第五章有规定");
    const report = await sent(page);
    expect(report).toMatchObject({ comment: "《规划》第五章有规定", citations: [] });
    expect(report).not.toHaveProperty("reason");
  });

  it("keeps what was written when sending fails, tells the code, and sends it then", async () => {
    const page = await open({ failing: true });
    await ask(page, FACT);
    await page.getByRole("button", { name: "这条引文有问题：引文 1" }).click();
    await page.getByRole("radio", { name: "文件里没有依据" }).check();
    await page.getByLabel("说明（可不填）").fill("写了很久的说明");
    const problem = { type: "about:blank", title: "满", status: 507, detail: "待处理的反馈过多，暂不接收。" };
    await page.route("**/api/reports", (route) =>
      route.fulfill({
        status: 507,
        contentType: "application/problem+json",
        body: JSON.stringify({ ...problem, code: "reports_full" }),
      }),
    );
    await page.getByRole("button", { name: "提交反馈" }).click();
    expect(await page.getByRole("alert").textContent()).toMatch(/待处理的反馈过多.*reports_full/);
    expect(await page.getByLabel("说明（可不填）").inputValue()).toBe("写了很久的说明");
    expect(await page.getByRole("radio", { name: "文件里没有依据" }).isChecked()).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await page.unroute("**/api/reports");
    const report = await sent(page);
    expect(report).toMatchObject({ reason: "should_refuse", comment: "写了很久的说明" });
    expect(await findViolations(page)).toEqual([]);
  });

  it("reports the words of a condition from its measure, and sends nothing about the company", async () => {
    const page = await open({ path: "/#match" });
    await page.getByLabel("企业情况").fill("北京海淀的人工智能初创企业，成立两年，30人，想要资金支持");
    await page.getByRole("button", { name: "开始匹配" }).click();
    const measure = page.getByTestId("measure").first();
    const title = await measure.locator("h4").textContent();
    const quote = (await measure.locator(".condition-quote").first().textContent()) ?? "nothing";
    const button = measure.getByRole("button", { name: `这条引文有问题：“${quote}”` }).first();
    await button.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "这条引文有问题" });
    expect(await dialog.locator(".quote").textContent()).toBe(quote);
    expect(await dialog.getByRole("radio").count()).toBe(2);
    expect(await dialog.textContent()).toContain("企业的资料不会发送");
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByRole("radio", { name: "内容已经过时或失效" }).check();
    const report = await sent(page);
    expect(report).toMatchObject({ question: `政策匹配：${title}`, reason: "outdated" });
    expect(report.citations.map((each) => each.quote)).toEqual([quote]);
    expect(JSON.stringify(report)).not.toMatch(/海淀的|初创|30人/);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
