import { parseChineseNumeral } from "../../policy/chinese-numerals.ts";
import { writeDocx } from "../extractors/docx-fixture.ts";
import type { FixtureBlock, FixtureLevel, FixtureList } from "../extractors/docx-fixture.ts";
import type { RandomTree } from "./random-tree.ts";
import { printedLines } from "./write-tree.ts";
import type { PrintedLine } from "./write-tree.ts";

/** A marker as Word numbers it: `template` with `%` where the number stands. */
interface WordNumber {
  readonly format: string;
  readonly template: string;
  readonly value: number;
}

const circledValue = (circled: string): number => {
  const point = circled.codePointAt(0) ?? 0;
  if (point < 0x3251) return point - 0x245f;
  return point < 0x32b1 ? point - 0x3250 + 20 : point - 0x32b0 + 35;
};

const FORMATS: readonly {
  readonly format: string;
  readonly pattern: RegExp;
  readonly value: (digits: string) => number;
}[] = [
  { format: "decimal", pattern: /[0-9]+/, value: Number },
  {
    format: "decimalFullWidth",
    pattern: /[０-９]+/,
    value: (digits) => Number(digits.normalize("NFKC")),
  },
  { format: "decimalEnclosedCircle", pattern: /[①-⑳㉑-㉟㊱-㊿]/, value: circledValue },
  {
    format: "chineseCountingThousand",
    pattern: /[一二三四五六七八九十百零]+/,
    value: (digits) => parseChineseNumeral(digits) ?? 0,
  },
];

/** How Word would number a clause by itself, or null where its marker has to be typed. */
const wordNumber = ({ line, clause }: PrintedLine): WordNumber | null => {
  if (clause === null || clause.marker === null || clause.marker.includes("之")) return null;
  const { kind, marker } = clause;
  if (kind === "dash") return { format: "bullet", template: marker, value: 0 };
  if (kind !== "numbered" && kind !== "article") return null;
  const path = /^\d+(?:\.\d+)+$/.test(marker) ? marker.split(".") : null;
  if (path !== null) {
    const template = path.map((_, index) => `%${index + 1}`).join(".");
    return { format: "decimal", template, value: Number(path.at(-1)) };
  }
  for (const { format, pattern, value } of FORMATS) {
    const digits = pattern.exec(marker)?.[0];
    if (digits === undefined) continue;
    // The colon of 第一部分： is no blank: the numbering writes it.
    const colon = line.startsWith(`${marker}：`) ? "：" : "";
    return { format, template: marker.replace(digits, "%") + colon, value: value(digits) };
  }
  return null;
};

const shapeOf = ({ format, template }: WordNumber): string => `${format} ${template}`;

/** For each shape, those that stand above it anywhere. */
const shapesAbove = (lines: readonly PrintedLine[]): Map<string, Set<string>> => {
  const above = new Map<string, Set<string>>();
  const path: (string | undefined)[] = [];
  for (const line of lines) {
    const { depth } = line;
    path.length = Math.min(path.length, depth);
    const number = wordNumber(line);
    if (number === null) continue;
    const shape = shapeOf(number);
    const known = above.get(shape) ?? new Set<string>();
    above.set(shape, known);
    for (const each of path) if (each !== undefined) known.add(each);
    path[depth] = shape;
  }
  return above;
};

/** %1.%2 names the levels above it, so that nothing else may stand between them; nothing stands below a dash. */
const rankOf = (shape: string): number => (shape.includes("%1.%2") ? 0 : shape.startsWith("bullet") ? 2 : 1);

/** The levels of one multilevel list, the outermost first: a shape that stands below another is a lower level. */
const levelsOf = (lines: readonly PrintedLine[]): string[] => {
  const above = shapesAbove(lines);
  const rest = [...above.keys()].toSorted((a, b) => rankOf(a) - rankOf(b));
  const levels: string[] = [];
  while (rest.length > 0) {
    const outermost = rest.findIndex((shape) => !rest.some((other) => above.get(shape)?.has(other)));
    levels.push(...rest.splice(Math.max(0, outermost), 1));
  }
  return levels;
};

const runsOn = (shape: string): boolean => shape.endsWith("条");

const fixtureLevel = (shape: string, level: number): FixtureLevel => {
  const [format = "", template = ""] = shape.split(" ");
  return {
    format,
    text: template.replace(/%(?!\d)/, `%${level + 1}`),
    // Articles count on through the chapters.
    ...(runsOn(shape) ? { restart: 0 } : {}),
    // Between a closing mark and the text no blank is needed.
    suffix: /[、）—]$/.test(template) ? "nothing" : "tab",
  };
};

/** The parts of a document that are numbered apart: the text, and each attachment or enclosed document. */
const numberedParts = (lines: readonly PrintedLine[]): PrintedLine[][] => {
  const parts: PrintedLine[][] = [[]];
  for (const line of lines) {
    if (line.clause?.kind === "attachment" || line.clause?.kind === "title") parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts;
};

/** A tree as a Word document with typed markers. */
export const typedDocx = (tree: RandomTree): Uint8Array =>
  writeDocx(printedLines(tree).map(({ line }) => ({ text: line })));

/**
 * A tree as a Word document that numbers itself: its markers are nowhere in the text. Where Word would count on, as
 * in the second list of one article, another list of the same definition begins anew.
 */
export const numberedDocx = (tree: RandomTree): Uint8Array => {
  const definitions: Record<string, readonly FixtureLevel[]> = {};
  const lists: Record<string, FixtureList> = {};
  const blocks: FixtureBlock[] = [];
  for (const [index, lines] of numberedParts(printedLines(tree)).entries()) {
    const levels = levelsOf(lines);
    const definition = `part ${index}`;
    definitions[definition] = levels.map(fixtureLevel);
    lists[definition] = { definition };
    let list = definition;
    let counters: (number | undefined)[] = [];
    for (const printed of lines) {
      const { line, clause } = printed;
      const number = wordNumber(printed);
      if (clause === null || number === null) {
        blocks.push({ text: line });
        continue;
      }
      const level = levels.indexOf(shapeOf(number));
      if (number.format !== "bullet" && (counters[level] ?? 0) + 1 !== number.value) {
        list = `${definition}, ${blocks.length}`;
        lists[list] = { definition, startOverrides: { [level]: number.value } };
      }
      counters = levels.map((shape, at) => {
        if (at === level) return number.value;
        if (at < level) return counters[at] ?? 1;
        return runsOn(shape) ? counters[at] : undefined;
      });
      blocks.push({ text: clause.text, numbering: { list, level } });
    }
  }
  return writeDocx(blocks, { definitions, lists });
};
