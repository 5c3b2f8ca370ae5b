import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readableSpans } from "./readable-spans.ts";

const spansOf = (text: string): (readonly [string, string | null])[] =>
  readableSpans(text, 0, text.length).map(({ start, end, closingNote }) => [
    text.slice(start, end),
    closingNote === null ? null : text.slice(closingNote.start, closingNote.end),
  ]);

describe("readableSpans", () => {
  it("keeps the division of work with the last sentence and names it to the others", () => {
    expect(spansOf("推进试点。完善机制。（财政部、税务总局负责）")).toEqual([
      ["推进试点。", "（财政部、税务总局负责）"],
      ["完善机制。（财政部、税务总局负责）", null],
    ]);
  });

  it("begins a sentence that points back with the one before it", () => {
    expect(spansOf("开展摸底排查。该项工作于2019年4月底前完成。其他另行通知。")).toEqual([
      ["开展摸底排查。", null],
      ["开展摸底排查。该项工作于2019年4月底前完成。", null],
      ["其他另行通知。", null],
    ]);
  });

  it("leaves a note that stands alone, and brackets that say nothing of who does it", () => {
    expect(spansOf("（财政部负责）")).toEqual([["（财政部负责）", null]]);
    expect(spansOf("支持企业。（以下简称企业）")).toHaveLength(2);
  });

  it("gives slices that cover what the sentences cover", () => {
    const piece = fc.constantFrom(
      "支持企业。",
      "该项政策到期。",
      "其中，资金",
      "（教育部负责）",
      "以上工作完成；",
      "一、",
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const covered = new Set<number>();
        for (const { start, end } of readableSpans(text, 0, text.length)) {
          expect(start).toBeLessThan(end);
          for (let at = start; at < end; at += 1) covered.add(at);
        }
        expect(covered.size).toBe(text.length);
      }),
    );
  });
});
