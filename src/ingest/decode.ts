import { PolicyError } from "../policy/policy-error.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";

/** Text read from bytes, and how. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** True where the bytes alone do not settle the encoding, so that the report can say so. */
  readonly uncertain: boolean;
  /** How many characters could not be read; U+FFFD stands in their place. */
  readonly replaced: number;
}

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean =>
  prefix.every((value, index) => bytes[index] === value);

/** The byte order mark is kept: dropping it is a normalisation, and these are listed in one place. */
const decodeStrictly = (encoding: TextEncoding, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

const decodeLoosely = (encoding: TextEncoding, bytes: Uint8Array): string =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const countReplaced = (text: string): number => text.split("\uFFFD").length - 1;

/** Characters that Chinese official texts are made of; a wrong encoding yields rarer ones. */
const USUAL = /[\u4E00-\u9FFF\u3000-\u301F\uFF01-\uFF5E\u2014\u201C\u201D\u2026\x09\x0A\x0D\x20-\x7E]/g;
/** Few control characters are strays; many mean that this is no text. */
const CONTROL = /[\x00-\x08\x0E-\x1A\x1C-\x1F]/g;
const MOST_CONTROL = 0.002;
/** A text of which more than this is unreadable is not in that encoding. */
const MOST_REPLACED = 0.01;
const SAMPLE = 65_536;

/** The beginning of a text shows what it is; counting all of a large one would cost its size in memory. */
const share = (text: string, pattern: RegExp): number =>
  count(text.slice(0, SAMPLE), pattern) / Math.max(1, Math.min(SAMPLE, text.length));

const looksLikeText = (text: string): boolean => share(text, CONTROL) <= MOST_CONTROL;

const usualShare = (text: string): number => share(text, USUAL);

/** UTF-16 without a byte order mark: one byte order gives usual characters nearly throughout, the other does not. */
const detectUtf16 = (bytes: Uint8Array): TextEncoding | null => {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, SAMPLE);
  const [little, big] = (["utf-16le", "utf-16be"] as const).map((encoding) => {
    const text = decodeLoosely(encoding, sample);
    return looksLikeText(text) ? usualShare(text) : 0;
  });
  if (little === undefined || big === undefined || Math.max(little, big) < 0.9) return null;
  if (Math.abs(little - big) < 0.2) return null;
  return little > big ? "utf-16le" : "utf-16be";
};

const exact = (text: string, encoding: TextEncoding, uncertain = false): DecodedText => ({
  text,
  encoding,
  uncertain,
  replaced: 0,
});

/** A damaged or truncated text: the encoding that loses least, if it loses little. */
const decodeDamaged = (bytes: Uint8Array): DecodedText | null => {
  const candidates = (["utf-8", "gb18030"] as const).map((encoding) => {
    const text = decodeLoosely(encoding, bytes);
    return { text, encoding, uncertain: true, replaced: countReplaced(text) };
  });
  const [best] = candidates.toSorted((a, b) => a.replaced - b.replaced);
  if (best === undefined || !looksLikeText(best.text) || usualShare(best.text) < 0.7) return null;
  // Of a short text, a few bad characters are a large share.
  return best.replaced <= Math.max(3, best.text.length * MOST_REPLACED) ? best : null;
};

/**
 * Decodes a text file: byte order marks first, then strict UTF-8, UTF-16 without a mark, then GB18030 (a superset
 * of GBK and GB2312); at last a text with a few unreadable bytes.
 *
 * @param declared the encoding that the file states of itself (`charset=big5`); believed only where strict UTF-8
 * does not fit; a page of GB18030 is mostly tags, so that its own word settles it.
 * @throws PolicyError `unreadable_encoding` when none of them fits.
 */
export const decodeText = (bytes: Uint8Array, declared: string | null = null): DecodedText => {
  const marked = startsWith(bytes, 0xff, 0xfe)
    ? "utf-16le"
    : startsWith(bytes, 0xfe, 0xff)
      ? "utf-16be"
      : null;
  if (marked !== null) {
    const text = decodeStrictly(marked, bytes);
    if (text !== null) return exact(text, marked);
    const loose = decodeLoosely(marked, bytes);
    const replaced = countReplaced(loose);
    if (replaced <= Math.max(1, loose.length * MOST_REPLACED)) {
      return { text: loose, encoding: marked, uncertain: true, replaced };
    }
  }
  const utf8 = decodeStrictly("utf-8", bytes);
  if (utf8 !== null && !utf8.includes("\0")) return exact(utf8, "utf-8");
  const utf16 = detectUtf16(bytes);
  if (utf16 !== null) return exact(decodeLoosely(utf16, bytes), utf16, true);
  if (utf8 !== null && looksLikeText(utf8)) return exact(utf8, "utf-8", true);
  if (utf8 === null && /^big5/i.test(declared ?? "")) {
    const big5 = decodeStrictly("big5", bytes);
    if (big5 !== null) return exact(big5, "big5");
  }
  const gb18030 = utf8 === null ? decodeStrictly("gb18030", bytes) : null;
  if (gb18030 !== null && looksLikeText(gb18030)) {
    // Nearly any bytes decode as GB18030; usual characters show that they were meant so.
    const isDeclared = /^(?:gb|x-gbk|cp936)/i.test(declared ?? "");
    const han = share(gb18030, /\p{Script=Han}/gu);
    return exact(gb18030, "gb18030", (!isDeclared && han < 0.5) || usualShare(gb18030) < 0.9);
  }
  const damaged = utf8 === null ? decodeDamaged(bytes) : null;
  if (damaged !== null) return damaged;
  throw new PolicyError({
    code: "unreadable_encoding",
    status: 422,
    message: {
      zh: "无法识别文件的文字编码（支持 UTF-8、GB18030/GBK 和 UTF-16）。请另存为 UTF-8 后重试。",
      en: "The file's text encoding is not recognised (UTF-8, GB18030/GBK and UTF-16 are). Save it as UTF-8.",
    },
  });
};
