import type { DescribedPart } from "./described-parts.ts";
import type { DescribedVerdict, Said, TakenClaim } from "./described-verdict.ts";
import { UNKNOWN } from "./described-verdict.ts";

/** What a company may owe, in plain words. */
const DUES = { tax: /税/, wages: /工资|薪|工钱/, insurance: /社保/ } as const;

type Due = keyof typeof DUES;

const OWES_NOT =
  /^(?:企业|单位|公司|申报单位|申报企业|近年来|近[一二三\d]年)*(?:不|未|没有?|无)(?:存在|有|曾)?(?:恶意)?(?:拖欠|欠缴|欠|拖欠或欠缴)(?<what>[一-龥、，]{1,24}?)(?:的?(?:情况|情形|行为|记录|现象))?(?:的)?$/u;
const ALL = /员工|职工|农民工|等|各项|费用?|款|金|应缴|缴纳的?|纳|[、，和与及或者以]|拖?欠缴?/g;

const dueOf = (words: string): readonly Due[] | null => {
  const found = (["tax", "wages", "insurance"] as const).filter((due) => DUES[due].test(words));
  const rest = words.replace(/税[收费款金]?|工资|薪酬?|薪水|工钱|社保/g, "").replace(ALL, "");
  return found.length > 0 && rest === "" ? found : null;
};

/** 税、工资、社保都不欠, 没欠过税. */
const OWED_NOT = /(?:不|没|未|无)(?:有|曾)*(?:拖?欠|一分欠)/;
const SETTLED = /补|还清|结清|付清|缴清|除了?|(?<!^)但|只有|以前|之前|曾经|到期/;

const judgeDue = (due: Due, parts: readonly DescribedPart[]): DescribedVerdict => {
  const own = parts.filter(
    ({ plain, intendedFrom }) => intendedFrom === null && /欠/.test(plain) && DUES[due].test(plain),
  );
  const [first] = own;
  if (first === undefined || own.some(({ plain }) => SETTLED.test(plain))) return UNKNOWN;
  if (own.every(({ plain, denies }) => denies && OWED_NOT.test(plain)))
    return { verdict: "met", said: first.text };
  return own.every(({ denies, plain }) => !denies && !OWED_NOT.test(plain))
    ? { verdict: "unmet", said: first.text }
    : UNKNOWN;
};

/** 不欠缴税款, 不拖欠职工工资和社会保险费: takes the claim that nothing is owed out of plain words; else null. */
export const takeDues = (plain: string): TakenClaim | null => {
  const dues = dueOf(OWES_NOT.exec(plain)?.groups?.["what"] ?? "-");
  if (dues === null) return null;
  const judge = ({ parts }: Said): DescribedVerdict => {
    const told = dues.map((due) => judgeDue(due, parts));
    const [first = UNKNOWN] = told;
    return (
      told.find(({ verdict }) => verdict === "unmet") ??
      (told.every(({ verdict }) => verdict === "met") ? first : UNKNOWN)
    );
  };
  return { judge, rest: "" };
};
