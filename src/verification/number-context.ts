import type { LockedNumber } from "./number-lock.ts";
import { numbersIn, standsFor } from "./number-lock.ts";
import { contentOf, foldWording, hanPairs } from "./statement-wording.ts";

/** A number with the text it stands in, in which the other numbers are blotted out where words are compared. */
interface PlacedNumber {
  readonly number: LockedNumber;
  readonly before: string;
  readonly after: string;
  readonly words: { readonly before: string; readonly after: string };
}

const PART_END = /[|，,。；;：:、（(）)]/;
const SENTENCE_END = /[。；;！？!?\n]/;
/** Content characters of the source, on each side of a number, that say what it counts. */
const REACH = 26;

const upTo = (text: string, end: RegExp): string => text.split(end)[0] ?? "";
const from = (text: string, end: RegExp): string => text.split(end).at(-1) ?? "";

const placed = (text: string): PlacedNumber[] => {
  const numbers = numbersIn(text);
  let blotted = text;
  for (const { start, end } of numbers)
    blotted = blotted.slice(0, start) + "|".repeat(end - start) + blotted.slice(end);
  return numbers.map((number) => ({
    number,
    before: text.slice(0, number.start),
    after: text.slice(number.end),
    words: { before: blotted.slice(0, number.start), after: blotted.slice(number.end) },
  }));
};

/** Words between a number and what it measures. */
const MEASURING =
  /达到|已达|达|超过|突破|不低于|不少于|至少|不超过|不足|低于|接近|大约|约|近|超|逾|共计|合计|总数|数量|总量|共|有|至|到/g;
const wordsOf = (text: string): string => contentOf(foldWording(text).replaceAll(MEASURING, "|"));

const ABOUT = /(?<![节条合预制])约(?!束|定|有)|大约|左右|近(?=$|\d|[一二三四五六七八九十百千])/;

/** Whether a text takes the number as a lower or upper bound, an approximation, or as it is. */
const boundOf = ({ before, after }: PlacedNumber): "under" | "over" | "about" | "exact" => {
  const near = from(before, /[，,。；;：:、]/).slice(-9);
  if (/(?:不超过|不足|低于|少于|小于|至多|最多|不到|以内|未达到?)$/.test(near)) return "under";
  if (/^(?:以下|以内|之内)/.test(after)) return "under";
  if (/(?:超过?|逾|突破|不低于|不少于|至少|高于|大于|多于)$/.test(near) || after.startsWith("以上"))
    return "over";
  return ABOUT.test(near) || after.startsWith("左右") ? "about" : "exact";
};

/** What a date does in its sentence: says when, until when, or what is compared with. */
const dateRoleOf = ({ before, after }: PlacedNumber): "compared" | "until" | "range" | "when" => {
  const near = before.trimEnd();
  if (
    /(?:比|较|相比于)$/.test(near) ||
    after.startsWith("相比") ||
    (near.endsWith("是") && /^\s*的/.test(after))
  )
    return "compared";
  if (/\d\s*年?[）)]?\s*[-–—−~至到]+$/.test(near)) return "range";
  return /(?:到|至|截至|截止|展望)$/.test(near) || /^(?:年?底)?(?:之前|以前|前)/.test(after)
    ? "until"
    : "when";
};

const share = (wanted: readonly string[], text: string): number =>
  wanted.length === 0 ? 1 : wanted.filter((pair) => text.includes(pair)).length / wanted.length;

/** The nearest content of a text: `count` characters from its end or beginning. */
const nearest = (content: string, count: number, side: "end" | "start"): string => {
  const bare = content.replace(side === "end" ? /\|+$/ : /^\|+/, "");
  return side === "end" ? bare.slice(-count) : bare.slice(0, count);
};

const unit = (number: LockedNumber): string => `${number.kind}${number.key.split("|")[1] ?? ""}`;

/** The source's words around a number, no further than the next number of the same unit: those count another. */
const surroundings = (
  source: PlacedNumber,
  all: readonly PlacedNumber[],
): { before: string; after: string } => {
  const rivals = all.filter(({ number }) => number !== source.number && unit(number) === unit(source.number));
  const previous = Math.max(
    0,
    ...rivals.map(({ number }) => number.end).filter((end) => end <= source.number.start),
  );
  const following = rivals.find(({ number }) => number.start >= source.number.end)?.number.start;
  const { words } = source;
  const after = following === undefined ? words.after : words.after.slice(0, following - source.number.end);
  return {
    before: nearest(wordsOf(from(words.before.slice(previous), SENTENCE_END)), REACH, "end"),
    after: nearest(wordsOf(upTo(after, SENTENCE_END)), REACH, "start"),
  };
};

const quantityFits = (stated: PlacedNumber, source: PlacedNumber, all: readonly PlacedNumber[]): boolean => {
  if (boundOf(stated) !== boundOf(source)) return false;
  const around = surroundings(source, all);
  const own = wordsOf(from(source.words.before, PART_END));
  const following = wordsOf(upTo(source.words.after, PART_END));
  // The counted thing directly after the number: 86项国际标准.
  const counted = nearest(wordsOf(upTo(stated.words.after, PART_END)), 4, "start");
  const countedIn = /^[的\s]*\p{Script=Han}/u.test(source.after)
    ? following
    : `${around.before}|${around.after}`;
  if (share(hanPairs(counted.slice(0, 2)), countedIn) < 1 || share(hanPairs(counted), countedIn) < 0.5)
    return false;
  const measured = hanPairs(nearest(wordsOf(from(stated.words.before, SENTENCE_END)), 6, "end"));
  if (share(measured, `${around.before}|${following}`) < 0.5) return false;
  // What stands directly before the number in the same part, both ways: 占全国的36%, 院士523名.
  const said = wordsOf(from(stated.words.before, PART_END));
  if (hanPairs(own).length === 0 || hanPairs(said).length === 0) return true;
  const last = (words: string): string[] => hanPairs(nearest(words, 2, "end"));
  return (
    share(last(said), `${own}|${following}`) === 1 &&
    share(last(own), `${said}|${wordsOf(upTo(stated.words.after, PART_END))}`) === 1
  );
};

const lead = (text: string): string => from(text, SENTENCE_END).replace(/[\d年\s（(]+[-–—−~至到]*\s*$/, "");

/** Both ends of a range of dates, said of the same thing. */
const rangeFits = (stated: PlacedNumber, source: PlacedNumber): boolean => {
  const said = hanPairs(nearest(wordsOf(lead(stated.before)), 6, "end"));
  return share(said, nearest(wordsOf(lead(source.before)), REACH, "end")) >= 0.5;
};

const dateFits = (
  stated: PlacedNumber,
  source: PlacedNumber,
  all: readonly PlacedNumber[],
  context: string,
): boolean => {
  const role = dateRoleOf(stated);
  if (role !== dateRoleOf(source)) return false;
  if (role === "compared") return true;
  if (role === "range") return rangeFits(stated, source);
  // What is said after a date holds for it until another date takes its place.
  const next = all.find(
    (other) =>
      other.number.kind === "date" &&
      other.number.start >= source.number.end &&
      dateRoleOf(other) !== "compared",
  );
  const scope = wordsOf(
    source.words.after.slice(
      0,
      next === undefined || dateRoleOf(next) === "range" ? undefined : next.number.start - source.number.end,
    ),
  );
  const said = nearest(
    wordsOf(upTo(stated.words.after.replace(/^(?:年?底|末)/, ""), SENTENCE_END)),
    8,
    "start",
  );
  const around =
    said.replaceAll("|", "").length >= 2 ? said : nearest(wordsOf(stated.words.before), 8, "end");
  return share(hanPairs(around), `${scope}|${wordsOf(from(source.before, SENTENCE_END))}|${context}`) >= 0.75;
};

/** A number that comes from a title or a period may only be said of the document. */
const namesDocument = ({ before, after }: PlacedNumber): boolean =>
  /^[）)”"]*(?:年)?.{0,6}(?:规划|方案|计划|办法|条例|规定|意见|通知|文件|实施|施行|有效|条|章|部分)/.test(
    after,
  ) ||
  /(?:实施|施行|有效)(?:期|年限)?.{0,8}$/.test(before) ||
  /第$|[（(]$/.test(before);

/**
 * Whether every number of a statement says in it what it says in the quotes: the same thing counted, the same
 * bound (超过, 约, 近), the same part of the date (到2015年 is a target, 比2009年 a comparison). The lock has
 * already found that each number stands in some source. `context`: titles and headings, whose words a statement
 * may put anywhere.
 */
export const numbersKeepContext = (
  statement: string,
  quotes: readonly string[],
  context: readonly string[],
): boolean => {
  const around = wordsOf(context.join("|"));
  const sources = quotes.map((quote) => placed(quote));
  return placed(statement).every((stated) => {
    // The names' check knows titles and quoted words as wholes.
    if (/《[^》]*$|“[^”]*$/.test(stated.before)) return true;
    const same = sources.flatMap((all) =>
      all.filter(({ number }) => standsFor(stated.number, number)).map((source) => ({ source, all })),
    );
    if (same.length === 0) return namesDocument(stated);
    const { kind } = stated.number;
    if (kind === "date") return same.some(({ source, all }) => dateFits(stated, source, all, around));
    if (kind === "quantity" || kind === "range" || kind === "fraction")
      return same.some(({ source, all }) => quantityFits(stated, source, all));
    return true;
  });
};
