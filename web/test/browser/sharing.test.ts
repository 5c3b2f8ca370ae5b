import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { AnswerSchema } from "../../../src/contract/answer.ts";
import { ChatRequestSchema } from "../../../src/contract/chat.ts";
import { findChromium } from "./find-chromium.ts";
import { findViolations } from "./find-violations.ts";
import type { OpenedWord } from "../open-word.ts";
import { openWord } from "../open-word.ts";
import { pageFixture } from "./page-fixture.ts";
import { ask } from "./visit.ts";

const FACT = "中关村2010年的技术合同成交额是多少？";
const FUND = "谁来设立中关村科学研究基金？";
const chromium = findChromium();

/** Presses a button that saves a Word file: the name, and the text of the document and its footnotes. */
const exported = async (
  page: Page,
  button: string,
): Promise<{ name: string; body: string; notes: string; references: number; opened: OpenedWord }> => {
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).last().click();
  const download = await saving;
  const bytes = await readFile(await download.path());
  const parts = unzipSync(bytes);
  const xml = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const text = (name: string): string => xml(name).replaceAll(/<[^>]+>/g, "");
  return {
    name: download.suggestedFilename(),
    body: text("word/document.xml"),
    notes: text("word/footnotes.xml"),
    references: xml("word/document.xml").split("<w:footnoteReference ").length - 1,
    opened: await openWord(bytes),
  };
};

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

const copyLink = async (page: Page, position = 0): Promise<string> => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "复制链接" }).nth(position).click();
  await page.getByText("已复制链接").first().waitFor();
  return clipboard(page);
};

describe.skipIf(chromium === null)("carrying answers away in a browser", () => {
  const { url, open } = pageFixture(chromium ?? "");

  it("exports an answer to Word, with what the server cited in the footnotes", async () => {
    const page = await open();
    const scripts = (): Promise<number> =>
      page.evaluate(
        () =>
          performance.getEntriesByType("resource").filter(({ name }) => name.includes("word-file")).length,
      );
    await ask(page, FACT);
    expect(await scripts()).toBe(0);
    const reply = await fetch(`${url()}/api/answer`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question: FACT }),
    });
    const answer = AnswerSchema.parse(await reply.json());
    const file = await exported(page, "导出 Word");
    await page.getByText("已导出，引文在脚注里").waitFor();
    expect(await scripts()).toBe(1);
    expect(file.name).toMatch(/^政问-中关村2010年的技术合同成交额是多少-\d{4}-\d\d-\d\d\.docx$/);
    expect(file.body).toContain(FACT);
    expect(file.body).toContain(`效力按 ${answer.asOf} 判断`);
    for (const { text } of answer.notices) expect(file.body).toContain(text);
    for (const { text } of answer.statements) expect(file.body).toContain(text);
    expect(file.references).toBe(answer.statements.flatMap(({ citations }) => citations).length);
    for (const { quote, label, documentTitle, url: address } of answer.citations) {
      expect(file.notes).toContain(`“${quote}”`);
      expect(file.notes).toContain(label);
      expect(file.notes).toContain(documentTitle);
      expect(file.notes).toContain(`${url()}${address}`);
    }
    expect(file.notes).toContain("已到期");
    // As a reader's program shows it: each statement with the notes of its own citations.
    const { opened } = file;
    expect(opened.errors).toEqual([]);
    for (const { text, citations } of answer.statements) {
      const shown = opened.paragraphs.find((paragraph) => paragraph.text.replaceAll(",", "") === text);
      const quotes = citations.map((index) => answer.citations.find((each) => each.index === index)?.quote);
      expect(shown?.notes.map((number) => opened.notes[number - 1]?.text)).toEqual(
        quotes.map((quote) => expect.stringContaining(`“${quote}”`)),
      );
    }
  });

  it("exports a conversation, each answer with its question, and a passage cited twice noted once", async () => {
    const page = await open();
    await ask(page, FACT);
    expect(await page.getByRole("button", { name: "导出整个对话" }).count()).toBe(0);
    await ask(page, "上海市2025年的住房公积金政策是什么？");
    await ask(page, FACT);
    const file = await exported(page, "导出整个对话");
    expect(file.body.split(FACT)).toHaveLength(3);
    expect(file.body).toContain("已收录的文件中没有依据");
    const quote = (await page.locator(".citation .quote").first().textContent()) ?? "nothing";
    expect(file.notes.split(`“${quote}”`)).toHaveLength(2);
    expect(file.notes).toContain("同脚注 1：");
    expect(await findViolations(page)).toEqual([]);
  });

  it("says that nothing was exported when the writer cannot be loaded, and exports later", async () => {
    const page = await open({ failing: true });
    await ask(page, FUND);
    await page.route("**/assets/word-file-*.js", (route) => route.abort());
    await page.getByRole("button", { name: "导出 Word" }).click();
    await page.getByText("没能导出").waitFor();
    await page.unroute("**/assets/word-file-*.js");
    const file = await exported(page, "导出 Word");
    expect(file.body).toContain(FUND);
  });

  it("reopens the answer that a link leads to, out of the history too, without asking", async () => {
    const page = await open();
    await ask(page, FUND);
    await ask(page, FACT);
    const before = await page.locator(".turns").textContent();
    const link = await copyLink(page);
    await page.getByRole("button", { name: "新对话" }).click();
    await ask(page, "到2027年，中关村要达到什么目标？");
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/chat")) asked.push(request.url());
    });
    await page.goto("about:blank");
    await page.goto(link);
    await page.locator(".answer-footer").nth(1).waitFor();
    expect(await page.locator(".turns").textContent()).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.querySelector(".question")?.textContent)).toBe(
      FUND,
    );
    const box = await page.locator(".question").first().boundingBox();
    expect(box?.y).toBeGreaterThan(50);
    expect(box?.y).toBeLessThan(400);
    expect(page.url()).toBe(link);
    await page.reload();
    expect(await page.locator(".turns").textContent()).toBe(before);
    expect(asked).toEqual([]);
    // A new question leaves the address of the old answer, and going back returns to it.
    await ask(page, FUND);
    expect(page.url()).toBe(`${url()}/`);
    await page.goBack();
    expect(page.url()).toBe(link);
    await page.waitForFunction(
      (question) => document.activeElement?.querySelector(".question")?.textContent === question,
      FUND,
    );
  });

  it("asks the question of a link anew where the answer is not kept, on the link's day, and says so", async () => {
    const sender = await open();
    await sender.getByRole("button", { name: "按今天的效力作答" }).click();
    await sender.getByLabel("按这一天的效力作答").fill("2014-06-01");
    await ask(sender, FACT);
    const statements = await sender.locator(".statements").textContent();
    const link = await copyLink(sender);
    const page = await open();
    await ask(page, FUND);
    const days: (string | undefined)[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/chat")) {
        days.push(ChatRequestSchema.parse(JSON.parse(request.postData() ?? "")).asOf);
      }
    });
    await page.goto("about:blank");
    await page.goto(link);
    await page.locator(".answer-footer").waitFor();
    expect(await page.locator(".asked-anew").textContent()).toContain("已按链接中的问题和日期重新提问");
    // It stands where the reader is taken to, above the question.
    const note = await page.locator(".asked-anew").boundingBox();
    expect(note?.y).toBeGreaterThan(50);
    expect(note?.y).toBeLessThan((await page.locator(".question").boundingBox())?.y ?? 0);
    expect(await page.locator(".question").allTextContents()).toEqual([FACT]);
    expect(await page.locator(".statements").textContent()).toBe(statements);
    expect(await page.locator(".answer-footer").textContent()).toContain("2014-06-01");
    expect(await page.getByLabel("按这一天的效力作答").inputValue()).toBe("2014-06-01");
    expect(days).toEqual(["2014-06-01"]);
    expect(await findViolations(page)).toEqual([]);
    // Loading the page again keeps the answer and asks nothing.
    expect(page.url()).toBe(`${url()}/`);
    await page.reload();
    await page.locator(".answer-footer").waitFor();
    expect(days).toHaveLength(1);
    // What was at hand before is in the history.
    await page.getByRole("button", { name: "历史对话" }).click();
    expect(await page.locator(".history-question").allTextContents()).toEqual([FUND]);
  });

  it("links a follow-up by the question as it was understood", async () => {
    const page = await open();
    await ask(page, FACT);
    await ask(page, "那总收入呢？");
    const link = await copyLink(page, 1);
    const question = new URLSearchParams(new URL(link).hash.slice(1)).get("q") ?? "";
    const shown = await page.locator(".resolved > span").last().textContent();
    expect(question).toBe(shown);
    expect(question).toContain("中关村");
  });
});
