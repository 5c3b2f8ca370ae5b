import { describe, expect, it } from "vitest";
import { safeLink } from "../src/page/safe-link.ts";

describe("safeLink", () => {
  it.each([
    ["https://www.gov.cn/a?b=1#c", "https://www.gov.cn/a?b=1#c"],
    ["HTTP://www.gov.cn/a", "http://www.gov.cn/a"],
    ["/documents/a#b", "/documents/a#b"],
  ])("passes %s", (value, link) => {
    expect(safeLink(value)).toBe(link);
  });

  it.each([
    null,
    "",
    "javascript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//elsewhere.example/a",
    "/\\elsewhere.example/a",
    "/\t/elsewhere.example/a",
    "ftp://elsewhere.example/a",
    "documents/a",
    "https:elsewhere",
  ])("refuses %j", (value) => {
    expect(safeLink(value)).toBeNull();
  });
});
