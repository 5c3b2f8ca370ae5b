import { PolicyError } from "../policy/policy-error.ts";

/** Text read from bytes, and how. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030";
  /** True where the bytes alone do not settle the encoding, so that the report can say so. */
  readonly uncertain: boolean;
}

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean =>
  prefix.every((value, index) => bytes[index] === value);

const decodeWith = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    // The byte order mark is kept: dropping it is a normalisation, and these are listed in one place.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * Decodes a text file: byte order marks first, then strict UTF-8, then GB18030 (a superset of GBK and GB2312).
 * @throws PolicyError `unreadable_encoding` when none of them fits.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  if (startsWith(bytes, 0xff, 0xfe)) {
    const text = decodeWith("utf-16le", bytes);
    if (text !== null) return { text, encoding: "utf-16le", uncertain: false };
  }
  if (startsWith(bytes, 0xfe, 0xff)) {
    const text = decodeWith("utf-16be", bytes);
    if (text !== null) return { text, encoding: "utf-16be", uncertain: false };
  }
  const utf8 = decodeWith("utf-8", bytes);
  if (utf8 !== null && !utf8.includes("\0")) return { text: utf8, encoding: "utf-8", uncertain: false };
  const gb18030 = utf8 === null ? decodeWith("gb18030", bytes) : null;
  if (gb18030 !== null && !gb18030.includes("\0")) {
    // Nearly any bytes decode as GB18030; text that is mostly Han characters shows that they were meant so.
    const han = gb18030.match(/\p{Script=Han}/gu)?.length ?? 0;
    return { text: gb18030, encoding: "gb18030", uncertain: han * 2 < gb18030.length };
  }
  throw new PolicyError({
    code: "unreadable_encoding",
    status: 422,
    message: {
      zh: "无法识别文件的文字编码（支持 UTF-8、GB18030/GBK 和带标记的 UTF-16）。请另存为 UTF-8 后重试。",
      en: "The file's text encoding is not recognised (UTF-8, GB18030/GBK and marked UTF-16 are). Save it as UTF-8.",
    },
  });
};
