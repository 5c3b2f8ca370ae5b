import type { DescribedPart } from "./described-parts.ts";
import { givenPairs, pairsFound, wantedPairs } from "./plain-words.ts";

/** 用于房地产开发的: what money is ruled out for. */
const RULED_OUT = /^\|*(?:贷款|资金|款项)*(?:用于|投向|用来)(?<what>[^，。]{2,})/u;
/** 钱都用在生产经营上: no money is left for anything else. */
const ALL_USED =
  /(?:贷款|资金|款项?|钱|额)(?:都|全部|全|均|全数)+(?:是)?(?:用于|用在|用来|用到|投在|投到|花在)(?<on>[^，。]{2,})$/u;
const NEARLY = /几乎|基本|差不多|大部分|主要|除了?/;
/** What a business does in its own course. */
const OWN_COURSE = /生产|经营|原料|材料|周转|研发|工资|采购|进货|备货/;
const BESIDES = /还|另外|剩下|其余|余下|部分|一半/;

/** The part that says that all the money went into the business, where a condition rules out another use of it; else null. */
export const usedElsewhere = (ruledOut: string, parts: readonly DescribedPart[]): string | null => {
  const what = RULED_OUT.exec(ruledOut)?.groups?.["what"];
  if (what === undefined || OWN_COURSE.test(what)) return null;
  const pairs = wantedPairs(what);
  const own = parts.filter(({ intendedFrom }) => intendedFrom === null);
  const isOn = (plain: string): boolean => pairsFound(pairs, givenPairs(plain)) > 0;
  const said = own.find(({ plain, denies }) => {
    const on = denies || NEARLY.test(plain) ? undefined : ALL_USED.exec(plain)?.groups?.["on"];
    return on !== undefined && OWN_COURSE.test(on) && !isOn(on);
  });
  if (said === undefined) return null;
  const isMixed = own.some(
    (each) => each !== said && !each.denies && isOn(each.plain) && /用|投|买|炒/.test(each.plain),
  );
  return isMixed || own.some(({ plain }) => BESIDES.test(plain) && /用于|用在|用来|投/.test(plain))
    ? null
    : said.text;
};
