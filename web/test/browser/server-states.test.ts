import { describe, expect, it } from "vitest";
import { findViolations } from "./find-violations.ts";
import { findChromium } from "./find-chromium.ts";
import { pageFixture } from "./page-fixture.ts";
import { ask } from "./visit.ts";

const FACT = "中关村2010年的技术合同成交额是多少？";
const FUND = "谁来设立中关村科学研究基金？";
const chromium = findChromium();

describe.skipIf(chromium === null)("a server that restarts", () => {
  const { server, open } = pageFixture(chromium ?? "");

  it("waits while the server restarts, and goes on with the same question", async () => {
    const page = await open({ failing: true });
    await ask(page, FUND);
    await server().halt();
    await page.getByLabel("您的问题").fill(FACT);
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toContain("连接不上服务器");
    await page.getByText("正在等待服务器恢复…").waitFor();
    await server().resume();
    await page.getByText("服务器已恢复，可以重试了。").waitFor();
    expect(await page.locator(".answer").count()).toBe(1);
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".answer-footer").nth(1).waitFor();
    expect(await page.locator(".question").allTextContents()).toEqual([FUND, FACT]);
    expect(await page.locator(".statements").last().textContent()).toContain("1579.5亿元");
  }, 300_000);
});

describe.skipIf(chromium === null)("a model that cannot be reached", () => {
  // Nothing listens there.
  const { open } = pageFixture(chromium ?? "", {
    OPENAI_BASE_URL: "http://127.0.0.1:9/v1",
    OPENAI_API_KEY: "none",
    ZHENGWEN_MODEL: "absent",
  });

  it("gives way to the words of the documents, and says so before them", async () => {
    const page = await open();
    await ask(page, FUND);
    const notice = page.locator(".notice-model_fallback");
    expect(await notice.textContent()).toContain("未用模型");
    expect(await page.locator(".answer-footer").textContent()).toContain("摘自原文");
    expect(await page.locator(".model-made").count()).toBe(0);
    const place = await notice.boundingBox();
    const statements = await page.locator(".statements").boundingBox();
    expect(place?.y).toBeLessThan(statements?.y ?? 0);
    await page.locator(".chip").first().click();
    expect(await page.locator(".statements").textContent()).toContain(
      (await page.getByTestId("quoted-span").first().textContent()) ?? "nothing",
    );
    expect(await findViolations(page)).toEqual([]);
  });
});
