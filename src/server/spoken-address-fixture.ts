import fc from "fast-check";
import { parseChineseNumeral, toChineseNumeral } from "../policy/chinese-numerals.ts";
import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";

/** A clause that people can name by its numbers, with the numbered clauses above it. */
export interface NumberedPlace {
  readonly clause: Clause;
  readonly trail: readonly Clause[];
  /** How many clauses of the document look the same: its marker alone names it if it is the only one. */
  readonly alike: number;
  /** Whether another clause of the document is counted with the same number in another way. */
  readonly numberShared: boolean;
}

type Look =
  | "division"
  | "paragraph"
  | "一、"
  | "（一）"
  | "1."
  | "（1）"
  | "decimal"
  | "whole"
  | "attachment";

const CHINESE = "[〇零一二三四五六七八九十百]+";
const LOOKS: readonly (readonly [Look, RegExp])[] = [
  ["division", /^第.+[编章节条]$/],
  ["一、", new RegExp(`^${CHINESE}、$`)],
  ["（一）", new RegExp(`^[（(]${CHINESE}[）)]$`)],
  ["1.", /^\d+[.．、]$/],
  ["（1）", /^[（(]\d+[）)]$/],
  ["decimal", /^\d+(\.\d+)+$/],
  ["whole", /^\d+$/],
  ["attachment", /^附件\d*$/],
];
const PARAGRAPH = /第([一二三四五六七八九十]+)款$/;

const lookOf = (clause: Clause): Look | null => {
  if (clause.kind === "paragraph") return PARAGRAPH.test(clause.label) ? "paragraph" : null;
  const marker = (clause.marker ?? "").normalize("NFKC").replaceAll("(", "（").replaceAll(")", "）");
  return LOOKS.find(([, pattern]) => pattern.test(marker))?.[0] ?? null;
};

const numberOf = (clause: Clause): number => {
  const marker = clause.marker ?? PARAGRAPH.exec(clause.label)?.[1] ?? "";
  const digits = /\d+$|[〇零一二三四五六七八九十百]+/.exec(
    marker.normalize("NFKC").replaceAll(/[.、)]+$/g, ""),
  );
  return parseChineseNumeral(digits?.[0] ?? "") ?? 0;
};

const printedAs = (clause: Clause): string => `${lookOf(clause)} ${numberOf(clause)}`;

/** The clauses of a tree that have an address: each step of the way is a number or an attachment. */
export const numberedPlaces = (clauses: readonly Clause[]): NumberedPlace[] => {
  const all = [...walkClauses(clauses)].filter(({ clause }) => lookOf(clause) !== null);
  return all.map(({ clause, ancestors }) => ({
    clause,
    trail: [...ancestors.filter((each) => lookOf(each) !== null), clause],
    alike: all.filter((other) => printedAs(other.clause) === printedAs(clause)).length,
    numberShared: all.some(
      (other) =>
        lookOf(other.clause) !== lookOf(clause) &&
        lookOf(other.clause) !== "paragraph" &&
        numberOf(other.clause) === numberOf(clause),
    ),
  }));
};

type Script = "as printed" | "chinese" | "arabic" | "full width";

const wide = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));

const numeral = (value: number, script: Script, printed: "chinese" | "arabic"): string => {
  if (script === "chinese" || (script === "as printed" && printed === "chinese"))
    return toChineseNumeral(value);
  return script === "full width" ? wide(String(value)) : String(value);
};

/** The words in which people name one step, given how it looks in print and whether its parent was named too. */
const wordings = (place: NumberedPlace, clause: Clause, script: Script, named: boolean): string[] => {
  const look = lookOf(clause);
  const value = numberOf(clause);
  const isOwn = clause === place.clause;
  const chinese = numeral(value, script, "chinese");
  const arabic = numeral(value, script, "arabic");
  // Alone, “第三条” could be a 三、, a （三） or a 3.: people then say what they see.
  const isPlain = named || !isOwn || !place.numberShared;
  switch (look) {
    case "division": {
      const unit = (clause.marker ?? "条").slice(-1);
      return [`第${chinese}${unit}`, `第${chinese}${unit}`, `第 ${chinese} ${unit}`];
    }
    case "paragraph":
      return [`第${chinese}款`];
    case "一、":
      return [
        `第${chinese}部分`,
        `第${chinese}大部分`,
        `第（${chinese}）部分`,
        `第${chinese}大点`,
        ...(named ? [] : [`第${chinese}个部分`]),
        ...(script === "as printed" && isOwn ? [] : script === "as printed" ? [`${chinese}、`] : []),
        ...(isPlain && isOwn && place.trail.length === 1 ? [`第${chinese}条`, `第${chinese}点`] : []),
      ];
    case "（一）":
      return [
        `（${chinese}）`,
        `(${chinese})`,
        `第（${chinese}）项`,
        `第（${chinese}）条`,
        `第(${chinese})点`,
        ...(isPlain ? [`第${chinese}节`, `第${chinese}条`, `第${chinese}点`, `第${chinese}项`] : []),
      ];
    case "1.":
      return [
        `第${arabic}点`,
        `第${arabic}条`,
        ...(isPlain || script !== "chinese" ? [`第${arabic}项`] : []),
        ...(named ? [`第${arabic}小点`] : []),
        ...(named && script === "as printed" ? [`${arabic}.`] : []),
      ];
    case "（1）":
      return [`（${arabic}）`, `第（${arabic}）项`, `第${arabic}项`, ...(named ? [`第${arabic}小点`] : [])];
    case "decimal":
      return [`第${clause.marker ?? ""}条`, `${clause.marker ?? ""}节`];
    case "whole":
      return [`第${chinese}部分`, `第${chinese}章`];
    case "attachment":
      return clause.marker === "附件" ? ["附件"] : [`附件${chinese}`, `附件${arabic}`];
    case null:
      return [];
  }
};

/** The steps that are said: all of them, or only the last ones where these alone say which clause is meant. */
const saidSteps = (place: NumberedPlace): fc.Arbitrary<readonly Clause[]> => {
  const { trail, clause, alike } = place;
  const look = lookOf(clause);
  // A decimal holds its own way; what is below it begins there.
  const from = trail.findLastIndex((each) => lookOf(each) === "decimal");
  if (from !== -1) return fc.constant(trail.slice(from));
  // People leave the chapter out: articles are counted through a whole statute.
  const article = trail.findIndex((each) => each.marker?.endsWith("条") === true);
  if (article !== -1) return fc.constantFrom(trail, trail.slice(article), trail.slice(article));
  return alike === 1 && look !== "（1）" && trail.length > 1
    ? fc.constantFrom(trail, [clause])
    : fc.constant(trail);
};

/** The address of a clause as somebody says it: 第五条第二款第（三）项, 三（二）, 第６大部分第２节. */
export const spokenAddressOf = (place: NumberedPlace): fc.Arbitrary<string> =>
  fc
    .tuple(
      saidSteps(place),
      fc.constantFrom<Script>("as printed", "as printed", "as printed", "chinese", "arabic", "full width"),
      fc.constantFrom("", "", "", "的", "里的", "，", " "),
      fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    )
    .map(([steps, script, joint, picks]) => {
      const words = steps.map((clause, index) => {
        // Mixed scripts in a single number would be odd, and decimals are written in one way only.
        const options = wordings(place, clause, script, index > 0);
        return options[(picks[index] ?? 0) % Math.max(1, options.length)] ?? "";
      });
      const isShort =
        words.length === 2 && lookOf(steps[0] ?? place.clause) === "一、" && script === "as printed";
      // 三（二）: a part and its section, run together.
      if (isShort && words[1]?.startsWith("（") === true && (picks[7] ?? 0) % 2 === 0)
        return `${toChineseNumeral(numberOf(steps[0] ?? place.clause))}${words[1]}`;
      return words
        .map((word, index) => (index > 0 && !words[index - 1]?.endsWith("、") ? joint : "") + word)
        .join("");
    });

const FRAMES: readonly ((name: string, address: string) => string)[] = [
  (name, address) => `${name}${address}怎么规定的？`,
  (name, address) => `${name}的${address}讲了什么`,
  (name, address) => `${name}里${address}是什么内容？`,
  (name, address) => `请问${name}中，${address}说的是什么？`,
  (name, address) => `${name} ${address}`,
  (name, address) => `${address}（${name}）的内容`,
  (name, address) => `${address}讲什么？我问的是${name}`,
  (name, address) => `想看一下${address}，${name}的`,
  (name, address) => `帮我找${name}${address}的原文`,
];

/** A question for a clause of a document that has one of some names. */
export const spokenQuestion = (names: readonly string[], address: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...FRAMES), fc.boolean())
    .map(([name, frame, bracketed]) => frame(bracketed && name.length > 4 ? `《${name}》` : name, address));
