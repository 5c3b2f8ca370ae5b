import type { PageContent } from "./read-pages.ts";

/*
 * Programs that set Chinese text leave gaps that nobody typed: a quarter of a character between Chinese and
 * Latin characters, and between all characters of a justified line. A PDF shows them as blanks.
 */

const HAN = "\\p{Script=Han}";
const CJK = "[\\p{Script=Han}\\u3001-\\u301F\\uFF01-\\uFF60“”‘’…—]";
const TIGHT = new RegExp(`${HAN}[A-Za-z0-9]|[A-Za-z0-9]${HAN}`, "gu");
const SPACED = new RegExp(`${HAN} [A-Za-z0-9]|[A-Za-z0-9] ${HAN}`, "gu");
const SPACED_GAP = new RegExp(`(?<=${HAN}) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=${HAN})`, "gu");
/** 1 总则, 附件 1 申报书, 表 2 标准: this blank ends a number that stands before a heading. */
const NUMBER_BEFORE_HEADING =
  /^(\s*(?:附件|附录|附表|表|图)? ?(?:[A-Z]|\d+(?:\.\d+)*)) (?![年月日时分万亿个项条款天元家名次人倍号级类千百至到以])/u;
/** Of the places between Chinese and Latin characters, as many have a blank where the program makes it. */
const MOSTLY = 0.8;
const FEWEST_PLACES = 2;
/** 第 一 条 为 了: the blank after such a marker was typed. */
const MARKER = /^\s*第 ?(?:[\d〇零一二三四五六七八九十百千] ?)+[编章节条](?= )/u;
/** Characters with one blank between each: 市 工 业 和 信 息 化. */
const TRACKED = new RegExp(
  `(?<![^\\s])(?:(?:${CJK}|[A-Za-z0-9.%]+) ){3,}(?:${CJK}|[A-Za-z0-9.%]+)(?![^\\s])`,
  "gu",
);
const CJK_GAP = new RegExp(`(?<=${CJK}) | (?=${CJK})`, "gu");
const IS_MOSTLY_CJK = new RegExp(`(?:${CJK} ?){2}`, "u");

const isSpacedOut = (pages: readonly PageContent[]): boolean => {
  let [spaced, tight] = [0, 0];
  for (const { fragments } of pages) {
    for (const { text } of fragments) {
      spaced += text.match(SPACED)?.length ?? 0;
      tight += text.match(TIGHT)?.length ?? 0;
    }
  }
  return spaced >= FEWEST_PLACES && spaced >= (spaced + tight) * MOSTLY;
};

/** Takes the blanks out that come from setting the text, not from writing it. */
export const withoutSettingBlanks = (pages: readonly PageContent[]): readonly PageContent[] => {
  const spacedOut = isSpacedOut(pages);
  const clean = (text: string): string => {
    const untracked = text.replaceAll(TRACKED, (run, at: number) => {
      if (!IS_MOSTLY_CJK.test(run)) return run;
      const marker = at === 0 ? (MARKER.exec(run)?.[0] ?? "") : "";
      const rest = run.slice(marker.length).replaceAll(CJK_GAP, "");
      return marker === "" ? rest : `${marker.replaceAll(" ", "")} ${rest.trimStart()}`;
    });
    if (!spacedOut) return untracked;
    const heading = NUMBER_BEFORE_HEADING.exec(untracked)?.[0] ?? "";
    return (
      heading.replace(/(?<=\p{Script=Han}) (?=\d)/u, "") +
      untracked.slice(heading.length).replaceAll(SPACED_GAP, "")
    );
  };
  return pages.map((page) => ({
    ...page,
    fragments: page.fragments.map((fragment) => ({ ...fragment, text: clean(fragment.text) })),
  }));
};
