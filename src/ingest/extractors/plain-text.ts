import type { IngestIssue } from "../../policy/document.ts";
import { decodeText } from "../decode.ts";
import type { DecodedText } from "../decode.ts";
import type { DroppedText } from "../extracted-text.ts";
import type { Extractor } from "./extractor.ts";

const ENCODING_NAMES: Readonly<Record<DecodedText["encoding"], string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16（小端）",
  "utf-16be": "UTF-16（大端）",
  gb18030: "GB18030/GBK",
  big5: "Big5",
};

/** Doubts about the encoding, as issues about the whole text. */
export const encodingIssues = ({ text, encoding, uncertain, replaced }: DecodedText): IngestIssue[] => {
  const name = ENCODING_NAMES[encoding];
  const at = { start: 0, end: 0 };
  if (replaced > 0) {
    // Words that are not part of the text, such as a menu, may hold the bad bytes.
    const found = text.indexOf("\uFFFD");
    const place = found === -1 ? at : { start: found, end: found + 1 };
    return [
      {
        code: "undecodable_bytes",
        message: `按 ${name} 读取时有 ${replaced} 处字节无法识别，已用“\uFFFD”代替，请核对原文件。`,
        ...place,
      },
    ];
  }
  if (!uncertain) return [];
  return [{ code: "encoding_uncertain", message: `文字编码是推测的（${name}），请核对有无乱码。`, ...at }];
};

const LONGEST_FRONT_MATTER = 20_000;
const FENCE = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSING_FENCE = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** `key: value`, an item of a list, a comment or an indented continuation: what YAML front matter is made of. */
const FRONT_MATTER_LINE = /^(?:[^\s:：#-][^:：]{0,40}[:：](?:\s.*)?|\s+.*|-\s.*|#.*|)$/;

/** Front matter at the beginning of a text file, and the text after it. */
export interface SplitText {
  readonly frontMatter: string | null;
  /** UTF-16 offset at which the text begins. */
  readonly bodyStart: number;
}

/** Finds `---` fences around metadata. A line of dashes before plain text is not one. */
export const splitFrontMatter = (text: string): SplitText => {
  const open = FENCE.exec(text);
  if (open === null) return { frontMatter: null, bodyStart: 0 };
  // From the line feed before the first line, so that empty front matter closes too.
  const from = open[0].length - 1;
  const close = CLOSING_FENCE.exec(text.slice(from, from + LONGEST_FRONT_MATTER));
  if (close === null) return { frontMatter: null, bodyStart: 0 };
  const frontMatter = text.slice(from + 1, Math.max(from + 1, from + close.index));
  const isMetadata = frontMatter.split(/\r?\n/).every((line) => FRONT_MATTER_LINE.test(line));
  return isMetadata
    ? { frontMatter, bodyStart: from + close.index + close[0].length }
    : { frontMatter: null, bodyStart: 0 };
};

/** Drops recorded for front matter. */
export const frontMatterDrops = (frontMatter: string | null): DroppedText[] =>
  frontMatter === null || frontMatter.trim() === "" ? [] : [{ reason: "front-matter", text: frontMatter }];

/** Plain text: nothing is known about its lines. */
export const plainTextExtractor: Extractor = {
  format: "plain-text",
  extract: (bytes) => {
    const decoded = decodeText(bytes);
    const { frontMatter, bodyStart } = splitFrontMatter(decoded.text);
    const text = decoded.text.slice(bodyStart);
    return {
      text,
      lines: [],
      dropped: frontMatterDrops(frontMatter),
      issues: encodingIssues({ ...decoded, text }),
      ...(frontMatter === null ? {} : { frontMatter }),
    };
  },
};
