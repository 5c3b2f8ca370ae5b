import { CHINESE_NUMERAL, parseChineseNumeral } from "../policy/chinese-numerals.ts";
import type { Clause } from "../policy/clause.ts";
import type { AddressLevel } from "./clause-address.ts";

/** How a document writes the number of a clause. */
export type Shape =
  | "编"
  | "章"
  | "节"
  | "条"
  | "comma"
  | "bracket"
  | "arabic"
  | "arabic-bracket"
  | "circled"
  | "whole"
  | "decimal"
  | "attachment"
  | "attached-table";

const SHAPES: readonly (readonly [Shape, RegExp])[] = [
  ["circled", /^[①-⑳⑴-⒇]/],
  ["编", /^第.+(?:编|篇|部分)$/],
  ["章", /^第.+章(?:之.+)?$/],
  ["节", /^第.+节$/],
  ["条", /^第.+条(?:之.+)?$/],
  ["comma", new RegExp(`^${CHINESE_NUMERAL}+[、.．]$`)],
  ["bracket", new RegExp(`^[（(]${CHINESE_NUMERAL}+[）)]`)],
  ["arabic", /^[0-9０-９]+[.．、)）]$/],
  ["arabic-bracket", /^[（(][0-9０-９]+[）)]/],
  ["whole", /^[0-9０-９]+$/],
  ["decimal", /^[0-9０-９]+(?:[.．][0-9０-９]+)+/],
  ["attachment", /^附(?:件|录|$)/],
  ["attached-table", /^附[表图]/],
];

const shapeOf = (marker: string): Shape | null =>
  SHAPES.find(([, pattern]) => pattern.test(marker))?.[0] ?? null;

/**
 * What a unit can mean, the likeliest first: a plan's 第五部分 is its 五、, its 第39条 its 39. A document that
 * writes the first of them itself (第五条) means nothing else by it.
 */
export const SHAPES_OF_LEVEL: Readonly<Record<AddressLevel, readonly Shape[]>> = {
  part: ["编", "comma", "whole", "章"],
  chapter: ["章", "comma", "whole"],
  section: ["节", "bracket", "decimal"],
  article: ["条", "arabic", "bracket", "comma", "decimal"],
  // Outside articles people say 款 and 项 for the same.
  paragraph: ["bracket", "arabic", "arabic-bracket"],
  item: ["bracket", "arabic", "arabic-bracket", "circled", "comma", "decimal"],
  point: ["arabic", "bracket", "arabic-bracket", "circled", "comma", "decimal"],
  subitem: ["arabic", "arabic-bracket", "circled", "bracket"],
  bracketed: ["bracket", "arabic-bracket", "arabic"],
  bare: ["arabic", "arabic-bracket"],
  decimal: ["decimal"],
  attachment: ["attachment"],
  "attached-table": ["attached-table"],
  dash: [],
  plain: [],
};
/** Units of which a document that uses them at all writes every one so. */
export const WRITTEN_OUT: ReadonlySet<Shape> = new Set(["编", "章", "节", "条"]);
/** Shapes of lists. */
export const ENUMERATIONS: ReadonlySet<Shape> = new Set([
  "comma",
  "bracket",
  "arabic",
  "arabic-bracket",
  "circled",
  "decimal",
]);
/** Shapes that are written in Arabic figures. */
export const ARABIC: ReadonlySet<Shape> = new Set([
  "arabic",
  "arabic-bracket",
  "circled",
  "whole",
  "decimal",
]);

const SUFFIX = new RegExp(`之(${CHINESE_NUMERAL}{1,6}|[0-9]{1,4})$`);

/** What a marker says. */
export interface MarkerReading {
  readonly shape: Shape;
  /** Of a decimal the last one; null where it has none (附件). */
  readonly number: number | null;
  /** The sub-number of 第五条之一. */
  readonly suffix: number | null;
  /** 4.2.1: as it stands, without what follows the last number. */
  readonly path: string;
}

const numberOf = (marker: string): number | null => {
  const bare = marker.replace(SUFFIX, "");
  const decimal = /^[0-9.]+\.([0-9]+)$/.exec(bare)?.[1];
  if (decimal !== undefined) return Number(decimal);
  return parseChineseNumeral(bare.replaceAll(/[第编篇章节条部分附件录表图()（）.．、\s]/g, ""));
};

const ARTICLE_OF_LABEL = new RegExp(`第(?:${CHINESE_NUMERAL}|[0-9])+条(?:之${CHINESE_NUMERAL}+)?$`);

type Marked = Pick<Clause, "kind" | "marker" | "label">;

/** The marker of a clause; of a ready-made one, whose text has none, the article that its title ends with. */
const markerOf = ({ kind, marker, label }: Marked): string | null =>
  marker ?? (kind === "article" ? (ARTICLE_OF_LABEL.exec(label)?.[0] ?? null) : null);

const read = (clause: Marked): MarkerReading | null => {
  const marker = markerOf(clause);
  const shape = marker === null ? null : shapeOf(marker);
  if (marker === null || shape === null) return null;
  const folded = marker.normalize("NFKC");
  return {
    shape,
    number: numberOf(folded),
    suffix: parseChineseNumeral(SUFFIX.exec(folded)?.[1] ?? ""),
    path: folded.replace(/[.、]$/, ""),
  };
};

/** A clause is looked at in every question for an address, and its marker stays. */
const readings = new WeakMap<Marked, MarkerReading | null>();

/** What the marker of a clause says; null where it has none, or one that is no number. */
export const readMarker = (clause: Marked): MarkerReading | null => {
  const known = readings.get(clause);
  if (known !== undefined) return known;
  const reading = read(clause);
  readings.set(clause, reading);
  return reading;
};

const PARAGRAPH_LABEL = new RegExp(`第(${CHINESE_NUMERAL}+)款$`);
const LABELLED = new RegExp(`第(\\d+|${CHINESE_NUMERAL}+)[段项]$`);

/** Which 款 of its article a clause is; null for what is none. */
export const paragraphNumber = ({ kind, label }: Pick<Clause, "kind" | "label">): number | null =>
  kind === "paragraph" ? parseChineseNumeral(PARAGRAPH_LABEL.exec(label)?.[1] ?? "") : null;

/** The number that a label gives a paragraph (第2段) or a dash item (“——”第2项), which have none themselves. */
export const labelledNumber = ({ label }: Pick<Clause, "label">): number | null =>
  parseChineseNumeral(LABELLED.exec(label)?.[1] ?? "");
