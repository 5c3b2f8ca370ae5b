import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isPageStale } from "./build-page.ts";

let root: string;

const put = async (file: string, seconds: number): Promise<void> => {
  const whole = path.join(root, file);
  await mkdir(path.dirname(whole), { recursive: true });
  await writeFile(whole, "");
  await utimes(whole, seconds, seconds);
};

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "zhengwen-build-"));
  await put("web/src/main.tsx", 100);
  await put("src/contract/answer.ts", 100);
  await put("src/client/create-client.ts", 100);
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe("isPageStale", () => {
  it("holds where the page was never built", async () => {
    expect(await isPageStale(root)).toBe(true);
  });

  it("does not hold where the page is newer than its sources", async () => {
    await put("web/dist/index.html", 200);
    await put("web/dist/assets/index.js", 300);
    await put("web/test/page.test.ts", 300);
    expect(await isPageStale(root)).toBe(false);
  });

  it.each(["web/src/deep/part.tsx", "web/widget/main.ts", "src/contract/chat.ts", "src/client/read-chat.ts"])(
    "holds where %s is newer",
    async (file) => {
      await put("web/dist/index.html", 200);
      await put(file, 300);
      expect(await isPageStale(root)).toBe(true);
    },
  );
});
