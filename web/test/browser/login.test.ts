import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { addToken, removeToken } from "./command-line.ts";
import { findChromium } from "./find-chromium.ts";
import { findViolations } from "./find-violations.ts";
import { pageFixture } from "./page-fixture.ts";
import { ask } from "./visit.ts";

const FUND = "谁来设立中关村科学研究基金？";
const chromium = findChromium();

const dialog = (page: Page) => page.getByRole("dialog", { name: "登录" });
const submit = async (page: Page, token: string): Promise<void> => {
  await page.getByLabel("访问令牌").fill(token);
  await page.keyboard.press("Enter");
};
const focusedLabel = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

describe.skipIf(chromium === null)("a server that asks for a token, in a browser", () => {
  const { url, server, open } = pageFixture(chromium ?? "", { ZHENGWEN_REQUIRE_TOKEN: "true" });

  it("asks at the first visit, and tells what is wrong with what it is given", async () => {
    const { token: ingest } = await addToken(server(), "资料室", "ingest");
    const page = await open({ failing: true });
    await dialog(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("password");
    expect(await dialog(page).textContent()).toContain("这台服务器需要访问令牌");
    for (const [given, said] of [
      ["zw_12345678_notatoken", "令牌无效"],
      ["令 牌", "是否复制完整"],
      [ingest, "没有提问（ask）权限"],
    ] as const) {
      await submit(page, given);
      await page.getByText(said).waitFor();
      expect(await page.getByLabel("访问令牌").getAttribute("aria-invalid")).toBe("true");
      expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    }
    expect(await findViolations(page)).toEqual([]);
  });

  it("lets in who holds a token, until the tab is closed", async () => {
    const { token } = await addToken(server(), "窗口", "ask");
    const page = await open({ failing: true });
    const sent: (string | undefined)[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/chat")) sent.push(request.headers()["authorization"]);
    });
    await submit(page, token);
    await dialog(page).waitFor({ state: "detached" });
    await ask(page, FUND);
    expect(sent).toEqual([`Bearer ${token}`]);
    await page.reload();
    await page.getByRole("button", { name: "已登录：窗口" }).waitFor();
    await ask(page, FUND);
    expect(await page.evaluate(() => localStorage.getItem("zhengwen.token"))).toBeNull();
    const other = await page.context().newPage();
    await other.goto(url());
    await dialog(other).waitFor();
  });

  it("remembers a token where the reader says so, and forgets it when they log out", async () => {
    const { token } = await addToken(server(), "值班", "ask");
    const page = await open({ failing: true });
    await page.getByLabel("在这个浏览器里记住").check();
    await submit(page, token);
    await dialog(page).waitFor({ state: "detached" });
    const other = await page.context().newPage();
    await other.goto(url());
    await other.getByRole("button", { name: "已登录：值班" }).click();
    const account = other.getByRole("dialog", { name: "已登录：值班" });
    expect(await account.textContent()).toMatch(/提问（ask）.*长期有效.*退出登录前一直保留/);
    expect(await findViolations(other)).toEqual([]);
    await other.keyboard.press("Escape");
    await account.waitFor({ state: "detached" });
    expect(await focusedLabel(other)).toBe("已登录：值班");
    await other.keyboard.press("Enter");
    await other.getByRole("button", { name: "退出登录" }).click();
    // Both tabs know it at once.
    await dialog(other).waitFor();
    await dialog(page).waitFor();
    expect(await page.evaluate(() => localStorage.getItem("zhengwen.token"))).toBeNull();
  });

  it("asks again when the token is taken back, and then sends the question that waited", async () => {
    const first = await addToken(server(), "甲", "ask");
    const second = await addToken(server(), "乙", "ask");
    const page = await open({ failing: true });
    await submit(page, first.token);
    await dialog(page).waitFor({ state: "detached" });
    await removeToken(server(), first.id);
    await page.getByLabel("您的问题").fill(FUND);
    await page.keyboard.press("Enter");
    await dialog(page).waitFor();
    expect(await dialog(page).textContent()).toContain("原来的令牌已失效");
    await submit(page, second.token);
    await page.locator(".answer-footer").waitFor();
    expect(await page.locator(".question").allTextContents()).toEqual([FUND]);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("can be put off, and shows then what is missing", async () => {
    const page = await open({ path: "/#library", failing: true });
    await dialog(page).waitFor();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    await page.getByText("token_required").waitFor();
    expect(await findViolations(page)).toEqual([]);
    const { token } = await addToken(server(), "丙", "ask");
    await page.locator(".failure").first().getByRole("button", { name: "登录" }).click();
    await submit(page, token);
    await page.locator(".document-row").first().waitFor();
  });

  it("speaks English, at 375 pixels too", async () => {
    const page = await open({ failing: true, width: 375 });
    await dialog(page).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Log in" }).click();
    const english = page.getByRole("dialog", { name: "Log in" });
    await page.getByLabel("Access token").fill("zw_no");
    await page.keyboard.press("Enter");
    await english.getByText("The token is not valid").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await findViolations(page)).toEqual([]);
  });
});
