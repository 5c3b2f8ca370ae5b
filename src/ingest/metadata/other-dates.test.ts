import { describe, expect, it } from "vitest";
import { readClauseValidity } from "./clause-validity.ts";

describe("dates that are not the document's", () => {
  it.each(["第一条自2026年1月1日起施行。", "自2023年7月1日起施行的税收政策，按有关规定执行。"])(
    "%s",
    (text) => {
      expect(readClauseValidity(text).effectiveFrom).toBeUndefined();
    },
  );

  it.each(["第五条　自2024年1月1日起施行。", "第五条 本办法自2024年1月1日起施行。"])(
    "%s states its own",
    (text) => {
      expect(readClauseValidity(text).effectiveFrom).toBe("2024-01-01");
    },
  );
});
