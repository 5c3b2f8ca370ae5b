import { describe, expect, it } from "vitest";
import { progressLine, speedometer } from "./progress.ts";

describe("progressLine", () => {
  it("tells speed and time left while it embeds", () => {
    expect(progressLine({ stage: "embed", done: 100, total: 400 }, 50)).toBe(
      "计算向量 100/400，每秒 50.0 条，约剩 6 秒",
    );
    expect(progressLine({ stage: "embed", done: 100, total: 55_404 }, 45)).toBe(
      "计算向量 100/55404，每秒 45.0 条，约剩 21 分钟",
    );
  });

  it("tells how far it is otherwise", () => {
    expect(progressLine({ stage: "read", done: 1, total: 2 }, 50)).toBe("读取文件 1/2");
    expect(progressLine({ stage: "embed", done: 0, total: 400 }, null)).toBe("计算向量 0/400");
  });
});

describe("speedometer", () => {
  it("does not count what was known at the beginning", () => {
    const speed = speedometer();
    expect(speed({ at: 0, done: 5000 })).toBeNull();
    expect(speed({ at: 2000, done: 5100 })).toBe(50);
  });

  it("forgets what is long ago", () => {
    const speed = speedometer();
    speed({ at: 0, done: 0 });
    speed({ at: 10_000, done: 9000 });
    expect(speed({ at: 30_000, done: 9200 })).toBe(10);
  });
});
