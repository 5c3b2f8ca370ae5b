import { describe, expect, it } from "vitest";
import { progressLine } from "./progress.ts";

describe("progressLine", () => {
  it("tells speed and time left while it embeds", () => {
    expect(progressLine({ stage: "embed", done: 100, total: 400 }, 2_000)).toBe(
      "计算向量 100/400，每秒 50.0 条，约剩 6 秒",
    );
  });

  it("tells how far it is otherwise", () => {
    expect(progressLine({ stage: "read", done: 1, total: 2 }, 2_000)).toBe("读取文件 1/2");
    expect(progressLine({ stage: "embed", done: 0, total: 400 }, 0)).toBe("计算向量 0/400");
  });
});
