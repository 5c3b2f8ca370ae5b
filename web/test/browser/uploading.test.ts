import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { DocumentListSchema } from "../../../src/contract/documents.ts";
import { addToken } from "./command-line.ts";
import { findChromium } from "./find-chromium.ts";
import { findViolations } from "./find-violations.ts";
import { pageFixture } from "./page-fixture.ts";

const chromium = findChromium();

const textFile = (name: string, text: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});
const RULES = textFile("rules.txt", "苏州市技术改造补贴办法\n\n第一条 对技术改造项目给予30万元补贴。\n");
const MENDED = textFile("rules.txt", "苏州市技术改造补贴办法\n\n第一条 对技术改造项目给予60万元补贴。\n");
const BROKEN = {
  name: "broken.docx",
  mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  buffer: Buffer.from("no archive at all"),
};

const choose = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> =>
  page.locator("input[type=file]").setInputFiles(files);
const item = (page: Page, name: string) => page.locator(".upload-item", { hasText: name });
const libraryTitles = async (page: Page): Promise<string[]> =>
  page.locator(".document-row .library-title").allTextContents();
const logIn = async (page: Page, token: string): Promise<void> => {
  await page.getByLabel("访问令牌").fill(token);
  await page.getByRole("button", { name: "登录", exact: true }).last().click();
};

describe.skipIf(chromium === null)("uploads in a browser", () => {
  const { url, server, open } = pageFixture(chromium ?? "");

  /** The library, opened by a reader who may upload. */
  const openAllowed = async (failing = false): Promise<Page> => {
    const page = await open({ path: "/#library", failing });
    const { token } = await addToken(server(), "资料室", "ask,ingest");
    await page.evaluate((held) => sessionStorage.setItem("zhengwen.token", held), token);
    await page.reload();
    await page.getByRole("button", { name: "选择文件" }).waitFor();
    return page;
  };

  // The first of the tests: none has given out a token yet.
  it("are not offered while no token allows them", async () => {
    const page = await open({ path: "/#library" });
    await page.getByText("上次导入的变动").waitFor();
    const reply: unknown = await page.evaluate(async () => (await fetch("/api/access")).json());
    expect(reply).toEqual({ tokenRequired: false, token: null, uploads: false });
    expect(await page.getByText("上传文件").count()).toBe(0);
    expect(await page.getByRole("button", { name: "登录" }).count()).toBe(0);
  });

  it("need a token that allows them: another is told what it lacks", async () => {
    const { token: ingest } = await addToken(server(), "资料室", "ingest");
    const { token: ask } = await addToken(server(), "窗口", "ask");
    const page = await open({ path: "/#library" });
    const opener = page.getByRole("button", { name: "用令牌登录" });
    await opener.click();
    expect(await page.locator("dialog").textContent()).toContain("上传文件需要有上传（ingest）权限的令牌");
    await logIn(page, ask);
    expect(await page.getByRole("alert").textContent()).toContain("没有上传（ingest）权限");
    expect(await findViolations(page)).toEqual([]);
    await logIn(page, ingest);
    await page.getByRole("button", { name: "选择文件" }).waitFor();
    expect(await page.getByRole("button", { name: "已登录：资料室" }).count()).toBe(1);
  });

  it("show the ingest report, the new document and what changed", async () => {
    const page = await openAllowed();
    await choose(page, RULES);
    const result = item(page, "rules.txt").getByTestId("ingest-result");
    await result.waitFor({ timeout: 60_000 });
    expect(await result.textContent()).toMatch(/已新增.*苏州市技术改造补贴办法\d+ 个条款，\d+ 个字符/);
    await page.locator(".document-row", { hasText: "苏州市技术改造补贴办法" }).waitFor();
    const changes = page.locator(".library-card", { hasText: "上次导入" });
    await changes.getByText("苏州市技术改造补贴办法").waitFor();
    expect(await findViolations(page)).toEqual([]);
    await result.getByRole("link").click();
    await page.getByTestId("document-text").waitFor();
    expect(await page.getByTestId("document-text").textContent()).toContain("30万元补贴");
  }, 120_000);

  it("take the place of a file of the same name, and tell where nothing changed", async () => {
    const page = await openAllowed();
    await choose(page, RULES);
    await item(page, "rules.txt").getByTestId("ingest-result").waitFor({ timeout: 60_000 });
    await choose(page, MENDED);
    await page.getByText("已更新").waitFor({ timeout: 60_000 });
    const { documents } = DocumentListSchema.parse(await (await fetch(`${url()}/api/documents`)).json());
    expect(documents.filter(({ title }) => title === "苏州市技术改造补贴办法")).toHaveLength(1);
    await choose(page, MENDED);
    await item(page, "rules.txt").nth(2).getByText("内容相同，没有变动").waitFor({ timeout: 60_000 });
  }, 120_000);

  it("tell what is wrong with a file, lose nothing, and go on with the next", async () => {
    const page = await openAllowed(true);
    await page.locator(".document-row").first().waitFor();
    const before = await libraryTitles(page);
    await choose(
      page,
      BROKEN,
      textFile("empty.txt", ""),
      textFile("next.txt", "无锡市人才补贴办法\n\n第一条 给予10万元。\n"),
    );
    const broken = item(page, "broken.docx");
    await broken.getByRole("alert").waitFor({ timeout: 60_000 });
    expect(await broken.textContent()).toMatch(/[一-鿿]{4}.*错误代码 \w+.*库中原有的文件不受影响/);
    expect(await item(page, "empty.txt").getByRole("alert").textContent()).toContain("文件是空的");
    await item(page, "next.txt").getByText("已新增").waitFor({ timeout: 60_000 });
    expect(await findViolations(page)).toEqual([]);
    await page.locator(".document-row", { hasText: "无锡市人才补贴办法" }).waitFor();
    expect((await libraryTitles(page)).toSorted()).toEqual([...before, "无锡市人才补贴办法"].toSorted());
    await page.getByRole("button", { name: "从列表中去掉：broken.docx" }).click();
    expect(await page.locator(".upload-name").allTextContents()).toEqual(["empty.txt", "next.txt"]);
  }, 120_000);

  it("are not sent where they are too large, and say how large they may be", async () => {
    const page = await openAllowed();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.method()));
    await page.locator("input[type=file]").evaluate((input) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(21_000_000)], "large.pdf"));
      if (input instanceof HTMLInputElement) input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    expect(await item(page, "large.pdf").getByRole("alert").textContent()).toContain(
      "最多 20 MB，这个有 21 MB",
    );
    expect(requests).toEqual([]);
  });

  it("survive a broken connection and a visit elsewhere", async () => {
    const page = await openAllowed(true);
    await page.route("**/api/documents", (route) =>
      route.request().method() === "POST" ? route.abort("connectionreset") : route.continue(),
    );
    await choose(page, textFile("kept.txt", "常州市稳岗补贴办法\n\n第一条 每人500元。\n"));
    await item(page, "kept.txt").getByText("连接不上服务器").waitFor();
    await page.getByRole("button", { name: "问答" }).click();
    await page.unroute("**/api/documents");
    await page.getByRole("button", { name: "文件" }).click();
    await item(page, "kept.txt").getByRole("button", { name: "重试" }).click();
    await item(page, "kept.txt").locator(".failure, .ingest-result").waitFor({ timeout: 60_000 });
    expect(await item(page, "kept.txt").textContent()).toContain("已新增");
    await page.locator(".document-row", { hasText: "常州市稳岗补贴办法" }).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  }, 120_000);

  it("say that they were too slow where the server stops receiving, and can be tried again", async () => {
    const page = await openAllowed(true);
    await page.clock.install();
    const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
    await page.route("**/api/documents", async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      await stopped;
      return route.abort("connectionreset");
    });
    await choose(page, textFile("late.txt", "扬州市办法\n\n第一条 试行。\n"));
    await item(page, "late.txt").getByRole("progressbar").waitFor();
    await page.clock.fastForward(31_000);
    stop();
    const alert = item(page, "late.txt").getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/上传太慢：没有在 30 秒内传完.*把文件拆小后重试/);
    expect(await item(page, "late.txt").textContent()).toContain("库中原有的文件不受影响");
    expect(await findViolations(page)).toEqual([]);
    await page.unroute("**/api/documents");
    await item(page, "late.txt").getByRole("button", { name: "重试" }).click();
    await item(page, "late.txt").getByText("已新增").waitFor({ timeout: 60_000 });
  }, 120_000);

  it("show how far they are, can be cancelled, and then change nothing", async () => {
    const page = await openAllowed();
    const before = await libraryTitles(page);
    await page.route("**/api/documents", (route) =>
      route.request().method() === "POST" ? undefined : route.continue(),
    );
    await choose(page, textFile("slow.txt", "南通市办法\n\n第一条 试行。\n"), textFile("waiting.txt", "等"));
    const slow = item(page, "slow.txt");
    await slow.getByRole("progressbar", { name: "上传进度：slow.txt" }).waitFor();
    expect(await item(page, "waiting.txt").textContent()).toContain("等待上传");
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "取消上传：waiting.txt" }).click();
    await page.getByRole("button", { name: "取消上传：slow.txt" }).click();
    await slow.getByText("已取消，文件没有导入").waitFor();
    await page.unroute("**/api/documents");
    expect(await libraryTitles(page)).toEqual(before);
    await slow.getByRole("button", { name: "重新上传" }).click();
    await slow.getByText("已新增").waitFor({ timeout: 60_000 });
  }, 120_000);
});
