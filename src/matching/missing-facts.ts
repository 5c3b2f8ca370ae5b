import type { ProfileField } from "./facts.ts";
import type { JudgedMeasure } from "./judge-measure.ts";

/** A fact that is not known, as a question, and how many measures wait for it. */
export interface MissingFact {
  readonly field: ProfileField;
  readonly question: string;
  readonly wouldDecide: number;
}

const QUESTIONS: Readonly<Record<ProfileField, string>> = {
  region: "贵公司注册在哪个省、市、区（县）？是否在某个园区或示范区内？",
  foundedOn: "贵公司是哪一年哪一月成立的？",
  industries: "贵公司主要从事什么行业或领域？",
  employees: "贵公司现有多少职工？",
  revenue: "贵公司上一年度的营业收入是多少？",
  assets: "贵公司的资产总额是多少？",
  rdSpending: "贵公司上一年度的研发费用是多少？",
  patents: "贵公司有多少件专利？",
  qualifications: "贵公司已获得哪些资质（高新技术企业、科技型中小企业、专精特新等）？",
  organisation: "您代表的是企业、事业单位、高校还是个人？",
  needs: "您最需要哪方面的支持？",
};

const FOUNDED_ZONE = /示范区|开发区|高新区|经开区|园区|自贸|保税|科学城|中关村|张江|新区/;

/** The unknown condition on a zone asks whether the company is inside it. */
const questionOf = (field: ProfileField, places: readonly string[]): string => {
  const zone = field === "region" ? places.find((name) => FOUNDED_ZONE.test(name)) : undefined;
  return zone === undefined ? QUESTIONS[field] : `贵公司的注册地是否在${zone}范围内？`;
};

/**
 * The unanswered fields, those first that would decide the most of the measures that may apply; where several would
 * decide as many, the one that alone stands open in more of them.
 * @param limit - how many are returned
 */
export const missingFacts = (judged: readonly JudgedMeasure[], limit: number): MissingFact[] => {
  const counts = new Map<ProfileField, { all: number; alone: number; places: string[] }>();
  for (const { verdict, conditions } of judged) {
    if (verdict !== "may_apply") continue;
    const unknown = conditions.filter((each) => each.verdict === "unknown");
    const fields = new Set(unknown.map(({ field }) => field));
    for (const field of fields) {
      if (field === null) continue;
      const count = counts.get(field) ?? { all: 0, alone: 0, places: [] };
      count.all += 1;
      if (fields.size === 1) count.alone += 1;
      for (const { condition } of unknown)
        if (condition.test.kind === "place") count.places.push(...condition.test.names);
      counts.set(field, count);
    }
  }
  return [...counts]
    .toSorted(([a, x], [b, y]) => y.all - x.all || y.alone - x.alone || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([field, { all, places }]) => ({ field, question: questionOf(field, places), wouldDecide: all }));
};
