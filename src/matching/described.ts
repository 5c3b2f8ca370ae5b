import { foldText } from "../measures/fold-text.ts";
import type { Quantity } from "../measures/read-quantities.ts";
import { readQuantities } from "../measures/read-quantities.ts";
import type { ConditionTest } from "../measures/requirement.ts";
import type { Verdict } from "./judge-condition.ts";

/** A part of a description between its marks, with what it counts and the pairs of characters it is made of. */
interface DescribedPart {
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
}

const NEGATION = /不|未|无|没|非/g;
/** Words that say nothing of what a sentence is about. */
const EMPTY =
  /近[一二两三四五12345]年|这[一二两三四五]年|最近|目前|已经|已|的|了|过|应当?|须|需|具有|具备|拥有|有|为|是|在|等|及|和|与|或|并|且|其|申请|企业|公司|我们|单位|要求|条件|任何|一直|从来|都|也|能够|能|以上|以下|至少|不少于|不低于|不超过|达到|满/g;

/** One way to write what texts and people name differently. */
const plain = (text: string): string =>
  text.replace(/研究与?(?:试验)?(?:开发|发展)/g, "研发").replace(/职工/g, "员工");

const pairsOf = (text: string): ReadonlySet<string> => {
  const pairs = new Set<string>();
  for (const run of plain(text)
    .replace(EMPTY, "|")
    .match(/[一-龥A-Za-z]+/g) ?? []) {
    for (let at = 0; at + 1 < run.length; at += 1) pairs.add(run.slice(at, at + 2));
  }
  return pairs;
};

const withoutQuantities = (text: string, quantities: readonly Quantity[]): string =>
  quantities.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}|${rest.slice(end)}`, text);

/** The parts of a description. */
export const describedParts = (description: string): readonly DescribedPart[] =>
  foldText(description)
    .replace(/(?<=\d)个(?=人)/g, "")
    .split(/[，。；！？\n]|,(?!\d)/)
    .filter((text) => text.trim() !== "")
    .map((text) => {
      const quantities = readQuantities(text);
      return { text, quantities, pairs: pairsOf(withoutQuantities(text, quantities)) };
    });

const share = (wanted: ReadonlySet<string>, given: ReadonlySet<string>): number => {
  let found = 0;
  for (const pair of wanted) if (given.has(pair)) found += 1;
  return wanted.size === 0 ? 0 : found / wanted.size;
};

const isOdd = (text: string): boolean => (text.match(NEGATION)?.length ?? 0) % 2 === 1;

type Unread = Extract<ConditionTest, { kind: "unread" }>;

interface Asked {
  readonly asked: readonly Quantity[];
  readonly pairs: ReadonlySet<string>;
}

/** Measures are judged again and again: what their words ask for is taken apart once. */
const prepared = new WeakMap<Unread, Asked>();

const askedOf = (test: Unread): Asked => {
  const before = prepared.get(test);
  if (before !== undefined) return before;
  const asked = readQuantities(test.words);
  const made = { asked, pairs: pairsOf(withoutQuantities(test.words, asked)) };
  prepared.set(test, made);
  return made;
};

const SAME_WORDS = 0.75;
const SAME_COUNT = 0.6;

/**
 * What a description says of a condition that asks for none of the fields: met or unmet where one of its parts says the
 * same words, or counts the same thing; else unknown.
 */
export const describedVerdict = (test: Unread, parts: readonly DescribedPart[]): Verdict => {
  if (parts.length === 0) return "unknown";
  const { words } = test;
  const { asked, pairs } = askedOf(test);
  if (pairs.size < 2) return "unknown";
  const [count] = asked;
  if (count !== undefined) {
    const { range } = count;
    if (asked.length > 1 || range === null) return "unknown";
    for (const part of parts) {
      const same = part.quantities.filter(({ unit }) => unit === count.unit);
      const [given] = same;
      if (given === undefined || same.length > 1 || share(pairs, part.pairs) < SAME_COUNT) continue;
      const { value } = given;
      const low = range.min === null || (range.minOpen ? value > range.min : value >= range.min);
      const high = range.max === null || (range.maxOpen ? value < range.max : value <= range.max);
      return low && high ? "met" : "unmet";
    }
    return "unknown";
  }
  for (const part of parts) {
    if (share(pairs, part.pairs) < SAME_WORDS) continue;
    return isOdd(words) === isOdd(part.text) ? "met" : "unmet";
  }
  return "unknown";
};
