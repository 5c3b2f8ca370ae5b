import { describe, expect, it } from "vitest";
import { ExamplesReplySchema } from "../../../src/contract/examples.ts";
import { findViolations } from "./find-violations.ts";
import { findChromium } from "./find-chromium.ts";
import { longAnswerStream } from "./long-answer.ts";
import { pageFixture } from "./page-fixture.ts";
import { ask } from "./visit.ts";

const FACT = "中关村2010年的技术合同成交额是多少？";
const FUND = "谁来设立中关村科学研究基金？";
const chromium = findChromium();

describe.skipIf(chromium === null)("every state of the page in a browser", () => {
  const { url, open } = pageFixture(chromium ?? "");

  it("offers the server's examples without moving the page, and each of them is answered", async () => {
    const page = await open({ path: "/#match" });
    const { promise: released, resolve: shown } = Promise.withResolvers<void>();
    await page.route("**/api/examples", async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${url()}/`);
    await page.locator(".example-place").first().waitFor();
    const before = await page.locator(".examples").boundingBox();
    shown();
    await page.locator("button.example").first().waitFor();
    expect(await page.locator(".examples").boundingBox()).toEqual(before);
    const reply = await fetch(`${url()}/api/examples`);
    const { questions } = ExamplesReplySchema.parse(await reply.json());
    expect(await page.locator("button.example").allTextContents()).toEqual(questions);
    for (const question of questions) {
      await page.getByRole("button", { name: question }).click();
      await page.locator(".answer-footer").waitFor();
      expect(await page.locator(".question").textContent()).toBe(question);
      expect(await page.locator(".refusal").count()).toBe(0);
      expect(await page.locator(".chip").count()).toBeGreaterThan(0);
      await page.getByRole("button", { name: "新对话" }).click();
    }
  });

  it("can be asked where examples fail, and says what to do where there are no documents", async () => {
    const page = await open({ failing: true });
    await page.route("**/api/examples", (route) => route.fulfill({ json: { documents: 0, questions: [] } }));
    await page.reload();
    expect(await page.locator(".no-documents").textContent()).toContain("还没有收录文件。");
    expect(await page.locator(".no-documents code").textContent()).toContain("ingest");
    expect(await findViolations(page)).toEqual([]);
    await page.unroute("**/api/examples");
    await page.route("**/api/examples", (route) => route.abort());
    await page.reload();
    await page.locator(".example-place").first().waitFor({ state: "detached" });
    expect(await page.locator(".examples").count()).toBe(0);
    await ask(page, FUND);
    expect(await page.locator(".statements").textContent()).toContain("中关村科学研究基金");
  });

  it("keeps a question that is asked offline, and sends it when its writer does", async () => {
    const page = await open({ failing: true });
    let asked = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/api/chat")) asked += 1;
    });
    const input = page.getByLabel("您的问题");
    await page.context().setOffline(true);
    await page.getByText("现在离线。写好的问题会留在输入框里").waitFor();
    await input.fill(FACT);
    await page.keyboard.press("Enter");
    await page.getByText("问题还没有发送：现在离线").waitFor();
    expect(await input.inputValue()).toBe(FACT);
    expect(await page.locator(".question").count()).toBe(0);
    expect(await findViolations(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText("连接已恢复，请按发送。").waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(await input.inputValue()).toBe(FACT);
    expect(asked).toBe(0);
    await input.focus();
    await page.keyboard.press("Enter");
    await page.locator(".answer-footer").waitFor();
    expect(await page.locator(".statements").textContent()).toContain("1579.5亿元");
    expect(await input.inputValue()).toBe("");
    expect(await page.locator(".connection").textContent()).toBe("");
    expect(asked).toBe(1);
  });

  it("puts an example that is pressed offline into the input, in English too", async () => {
    const page = await open({ failing: true });
    await page.getByRole("button", { name: "English" }).click();
    const example = page.locator("button.example").first();
    const question = (await example.textContent()) ?? "nothing";
    await page.context().setOffline(true);
    await page.getByText("You are offline. What you write stays").waitFor();
    await example.click();
    await page.getByText("Not sent: you are offline").waitFor();
    expect(await page.getByLabel("Your question").inputValue()).toBe(question);
    expect(await page.locator(".question").count()).toBe(0);
  });

  it("keeps what is written and not sent when the page is loaded again", async () => {
    const page = await open();
    await page.getByLabel("您的问题").fill("写了一半的问题");
    await page.reload();
    expect(await page.getByLabel("您的问题").inputValue()).toBe("写了一半的问题");
    await ask(page, FUND);
    await page.reload();
    expect(await page.getByLabel("您的问题").inputValue()).toBe("");
  });

  it("waits for a server that is not ready, tells its code, and says when it is", async () => {
    const page = await open({ failing: true });
    const problem = { type: "about:blank", title: "未就绪", status: 503, detail: "索引尚未就绪。" };
    const notReady = {
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({ ...problem, code: "not_ready" }),
    };
    await page.route("**/api/chat", (route) => route.fulfill(notReady));
    await page.route("**/readyz", (route) => route.fulfill(notReady));
    await page.getByLabel("您的问题").fill(FACT);
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toMatch(/索引尚未就绪。.*not_ready/);
    await page.getByText("正在等待服务器恢复…").waitFor();
    await page.waitForResponse("**/readyz");
    expect(await page.locator(".server-watch").textContent()).toBe("正在等待服务器恢复…");
    expect(await findViolations(page)).toEqual([]);
    await page.unroute("**/readyz");
    await page.unroute("**/api/chat");
    await page.getByText("服务器已恢复，可以重试了。").waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".answer-footer").waitFor();
    expect(await page.locator(".question").allTextContents()).toEqual([FACT]);
  });

  it("does not wait for what waiting does not mend", async () => {
    const page = await open({ failing: true });
    let looks = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/readyz")) looks += 1;
    });
    const problem = {
      type: "about:blank",
      title: "请求过多",
      status: 429,
      detail: "请求过于频繁。",
      code: "too_many",
    };
    await page.route("**/api/chat", (route) =>
      route.fulfill({ status: 429, contentType: "application/problem+json", body: JSON.stringify(problem) }),
    );
    await page.getByLabel("您的问题").fill(FACT);
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toMatch(/请求过于频繁。.*too_many/);
    expect(await page.locator(".server-watch").count()).toBe(0);
    expect(looks).toBe(0);
  });

  it("shows a very long answer from its beginning, in the width of a phone, with its sources in part", async () => {
    const page = await open({ width: 375 });
    await page.route("**/api/chat", (route) =>
      route.fulfill({
        headers: { "content-type": "text/event-stream", "x-vercel-ai-ui-message-stream": "v1" },
        body: longAnswerStream(60),
      }),
    );
    await ask(page, "列出全部措施");
    expect(await page.locator(".statement").count()).toBe(60);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    const question = await page.locator(".question").boundingBox();
    expect(question?.y).toBeGreaterThan(40);
    expect(question?.y).toBeLessThan(200);
    const composer = await page.locator(".composer").boundingBox();
    expect((composer?.y ?? 0) + (composer?.height ?? 0)).toBeLessThanOrEqual(800);
    const seen = (): Promise<number> =>
      page
        .locator(".citation")
        .evaluateAll((items) => items.filter((item) => getComputedStyle(item).display !== "none").length);
    expect(await seen()).toBe(5);
    const more = page.getByRole("button", { name: "显示全部 60 条依据" });
    expect(await more.getAttribute("aria-expanded")).toBe("false");
    expect(await findViolations(page)).toEqual([]);
    await more.click();
    expect(await seen()).toBe(60);
    await page.getByRole("button", { name: "收起" }).click();
    expect(await seen()).toBe(5);
    // On paper every source stands, shown or not.
    await page.emulateMedia({ media: "print" });
    expect(await seen()).toBe(60);
  });

  it("moves nothing for readers who asked for less motion", async () => {
    const page = await open();
    await page.route("**/api/chat", () => undefined);
    await page.getByLabel("您的问题").fill(FACT);
    await page.keyboard.press("Enter");
    const dots = page.locator(".working-dots i").first();
    const animation = (): Promise<string> => dots.evaluate((dot) => getComputedStyle(dot).animationName);
    expect(await animation()).toBe("working");
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await animation()).toBe("none");
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll("*")].filter((element) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
          return animationName !== "none" || transitionDuration !== "0s" || scrollBehavior === "smooth";
        }).length,
    );
    expect(moving).toBe(0);
  });

  it("says that it is loading until its script has come", async () => {
    const page = await open();
    const { promise: released, resolve: come } = Promise.withResolvers<void>();
    await page.route("**/assets/index-*.js", async (route) => {
      await released;
      await route.continue();
    });
    await page.reload({ waitUntil: "commit" });
    expect(await page.locator("#page").textContent()).toContain("正在载入");
    come();
    await page.getByRole("heading", { name: "问政策，看原文" }).waitFor();
    expect(await page.locator(".page-loading").count()).toBe(0);
  });
});
