import { readFileSync } from "node:fs";
import { splitSentences } from "../policy/sentences.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), "utf8").replaceAll(
    /[\u0000-\u0008]/g,
    "",
  );

/** What a citation of each seed lets a statement say beside its quote. */
const SEED_SOURCES = {
  "2011": ["中关村国家自主创新示范区规划（2011—2015年）", "2011", "2015"],
  "2024": ["中关村世界领先科技园区建设方案（2024—2027年）", "2024", "2027"],
} as const;

const TEXTS = {
  "2011": read("zhongguancun-plan-2011-2015"),
  "2024": read("zhongguancun-plan-2024-2027"),
} as const;

/** For tests: every sentence of both seeds. */
export const seedSentences = (): string[] =>
  Object.values(TEXTS).flatMap((text) =>
    splitSentences(text).map(({ start, end }) => text.slice(start, end)),
  );

/** For tests: the one sentence of the seeds that holds `words`, and the sources of its document. */
export const seedSentence = (
  words: string,
): { readonly quote: string; readonly sources: readonly string[] } => {
  for (const seed of ["2011", "2024"] as const) {
    const text = TEXTS[seed];
    const span = splitSentences(text).find(({ start, end }) => text.slice(start, end).includes(words));
    if (span !== undefined) return { quote: text.slice(span.start, span.end), sources: SEED_SOURCES[seed] };
  }
  throw new RangeError(`No seed holds ${words}`);
};
