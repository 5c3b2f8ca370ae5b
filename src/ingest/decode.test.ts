import { describe, expect, it } from "vitest";
import { decodeText } from "./decode.ts";

const TEXT = "第一条 为了促进创新，制定本办法。\n（一）对企业给予“补助”，最高500万元；\n";
const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le").swap16());
// The words 中文, 条款 and 规定 with a comma and a line feed, in GBK.
const GBK = Uint8Array.of(
  0xd6,
  0xd0,
  0xce,
  0xc4,
  0xa3,
  0xac,
  0xcc,
  0xf5,
  0xbf,
  0xee,
  0xb9,
  0xe6,
  0xb6,
  0xa8,
  0x0a,
);

describe("decodeText", () => {
  it("keeps the byte order mark, which normalisation drops", () => {
    expect(decodeText(Buffer.from(`\uFEFF${TEXT}`, "utf8"))).toEqual({
      text: `\uFEFF${TEXT}`,
      encoding: "utf-8",
      uncertain: false,
      replaced: 0,
    });
    expect(decodeText(utf16le(`\uFEFF${TEXT}`))).toMatchObject({ text: `\uFEFF${TEXT}`, uncertain: false });
    expect(decodeText(utf16be(`\uFEFF${TEXT}`))).toMatchObject({ text: `\uFEFF${TEXT}`, uncertain: false });
  });

  it("tells the byte order of UTF-16 without a mark, and says that it is a guess", () => {
    expect(decodeText(utf16le(TEXT))).toMatchObject({ text: TEXT, encoding: "utf-16le", uncertain: true });
    expect(decodeText(utf16be(TEXT))).toMatchObject({ text: TEXT, encoding: "utf-16be", uncertain: true });
  });

  it("reads GBK", () => {
    expect(decodeText(GBK)).toMatchObject({
      text: "中文，条款规定\n",
      encoding: "gb18030",
      uncertain: false,
    });
  });

  it("reports how many characters of a damaged text could not be read", () => {
    const bytes = Buffer.from(TEXT.repeat(20), "utf8");
    bytes[bytes.indexOf("企")] = 0xff;
    const { text, encoding, uncertain, replaced } = decodeText(bytes);
    expect([encoding, uncertain]).toEqual(["utf-8", true]);
    expect(replaced).toBeGreaterThan(0);
    expect(text.replaceAll("\uFFFD", "").length).toBeGreaterThan(TEXT.length * 20 - 3);
  });

  it("reads Big5 only where the file says so", () => {
    const big5 = Uint8Array.of(0xa4, 0xa4, 0xa4, 0xe5, 0xb1, 0xf8, 0xa4, 0xe5);
    expect(decodeText(big5, "big5")).toMatchObject({ text: "中文條文", encoding: "big5" });
    expect(decodeText(Buffer.from(TEXT, "utf8"), "big5")).toMatchObject({ text: TEXT, encoding: "utf-8" });
  });

  it("refuses what is no text", () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) % 256);
    expect(() => decodeText(noise)).toThrowError(expect.objectContaining({ code: "unreadable_encoding" }));
  });
});
