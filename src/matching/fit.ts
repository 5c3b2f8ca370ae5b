import type { SupportForm } from "../measures/measure.ts";
import type { Facts } from "./facts.ts";
import type { JudgedMeasure } from "./judge-measure.ts";

/** The forms of support that answer a need, by the words that people name it with. */
const ANSWERS: readonly { readonly pattern: RegExp; readonly forms: readonly SupportForm[] }[] = [
  { pattern: /融资|贷款|信贷|投资|资金周转/, forms: ["loan", "interest", "guarantee"] },
  { pattern: /资金|补贴|奖励|补助|资助|经费|钱/, forms: ["funding", "interest"] },
  { pattern: /人才|招聘|招人|用工/, forms: ["talent", "settlement"] },
  { pattern: /场地|办公|厂房|用地|孵化/, forms: ["site", "rent"] },
  { pattern: /租金|房租/, forms: ["rent"] },
  { pattern: /税/, forms: ["tax"] },
  { pattern: /落户|户口/, forms: ["settlement"] },
  { pattern: /上市|挂牌/, forms: ["listing"] },
  { pattern: /认定|资质|高企|专精特新/, forms: ["recognition"] },
  { pattern: /试点|场景|示范/, forms: ["pilot"] },
  { pattern: /采购|市场|订单/, forms: ["procurement", "pilot"] },
  { pattern: /研发|攻关|转化/, forms: ["funding"] },
  { pattern: /服务|咨询|辅导/, forms: ["service"] },
];

/** How well a measure answers the needs (whole numbers), and how many of its conditions are met (below one). */
export const fitOf = ({ measure, conditions }: JudgedMeasure, facts: Pick<Facts, "needs">): number => {
  const needed = facts.needs.filter(
    (need) =>
      measure.title.includes(need) ||
      ANSWERS.some(
        ({ pattern, forms }) => pattern.test(need) && forms.some((form) => measure.forms.includes(form)),
      ),
  );
  const met = conditions.filter(({ verdict }) => verdict === "met");
  // Who is named in particular comes before who is meant along with everyone.
  const particular = met.some(
    ({ condition }) => condition.addressee && condition.test.kind !== "organisation",
  )
    ? 0.5
    : 0;
  return needed.length + particular + 0.4 * (met.length / (conditions.length + 1));
};
