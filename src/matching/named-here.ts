import { givenPairs, pairsFound, plainWords, wantedPairs } from "./plain-words.ts";

/** 租用本市智算中心算力: not only who asks, but what is asked of has to be here. Seats are read by rule. */
const HERE = /本(?:市|区|县|省|园区|街道)(?!注册|登记|设立|范围|行政|内?(?:注册|登记|依法|设立|纳税))/;
const SAYS_WHERE =
  /本[地市区县省]|当地|[市区县省镇里园]内|[市区县省园]里|这边|同城|在[一-龥]{2}|[一-龥]{2}(?:[市区县省镇乡]|街道|园区|开发区)/;

/** Whether what is said tells where the thing is that a condition asks to be here, in the clause that speaks of it. */
export const saysHere = (condition: string, said: string): boolean => {
  if (!HERE.test(condition)) return true;
  const wanted = wantedPairs(plainWords(condition));
  const about = said.split("，").filter((clause) => pairsFound(wanted, givenPairs(plainWords(clause))) > 0);
  return (about.length === 0 ? [said] : about).some((clause) => SAYS_WHERE.test(clause));
};
