import type { DescribedVerdict, Said, TakenClaim } from "./described-verdict.ts";
import { UNKNOWN } from "./described-verdict.ts";

const ASKED =
  /^\|*(?:[该本]|单)?笔?(?:银行|项目)?(?:贷款|借款|本息|本金|利息|[和及的、])+(?:已经?|均|都|全部|全额|按[时期约规定]+)*(?:还清|结清|付清|偿清|清偿|偿还完毕|归还完毕)(?:完毕|的|\|)*$/;
/** 本金还没还, 还剩50万没还. */
const UNPAID =
  /(?:本金|贷款|借款|本息|[钱款])[^，]{0,6}(?:没|未)有?(?:完全|全部)?(?:还|结清|偿|归还)(?!过)|(?:没|未)有?(?:完全|全部)?(?:还清|结清|还完|付清)|还[剩差欠][^，]{0,10}(?:没还|未还|本金|贷款)|还在还|只还了/;
/** 连本带息还清: the interest alone is not the whole. */
const PAID = /(?:本息|本金|贷款|借款|连本带[息利]|本利)[^，没未不]{0,10}(?:还清|结清|付清|还完|还掉)/;
/** 已经全部还清: of what the part before names. */
const PAID_BARE = /^[^，没未不利息]{0,10}(?:全部|都|已经?|提前|全)(?:还清|结清|还完)/;
const LOAN = /贷|借款|借了|本息|本金/;
/** Other debts: 货款都已结清. */
const OTHER_DEBT = /货款|工程款|尾款|车款|房款|房贷|车贷|个人|老板|工资|税款?|信用卡|租金|房租/;

const judge = ({ parts }: Said): DescribedVerdict => {
  const own = parts.filter(({ intendedFrom }) => intendedFrom === null);
  const open = own.find((part) => UNPAID.test(part.plain));
  const done = own.find(({ plain }, at) => {
    if (UNPAID.test(plain) || OTHER_DEBT.test(plain)) return false;
    const before = own[at - 1]?.plain ?? "";
    return PAID.test(plain) || (PAID_BARE.test(plain) && (LOAN.test(plain) || LOAN.test(before)));
  });
  // Of several loans one may be repaid.
  if (open !== undefined && done !== undefined) return UNKNOWN;
  if (open !== undefined) return { verdict: "unmet", said: open.text };
  return done === undefined ? UNKNOWN : { verdict: "met", said: done.text };
};

/** 贷款本息已还清: takes the claim that a loan is repaid; null where the words ask for anything else. */
export const takeRepayment = (plain: string): TakenClaim | null =>
  ASKED.test(plain) ? { judge, rest: "" } : null;
