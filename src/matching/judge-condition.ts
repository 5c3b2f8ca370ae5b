import { withImplied } from "../measures/qualifications.ts";
import type { Condition, ConditionTest, NumberRange, NumericField } from "../measures/requirement.ts";
import { isOfAnother } from "./another-matter.ts";
import { conductWords } from "./conduct-words.ts";
import { describedVerdict } from "./described.ts";
import type { Facts, ProfileField } from "./facts.ts";
import { deniesIndustries, judgeIndustry } from "./judge-industry.ts";
import { foreignSpelledOut } from "./foreign-capital.ts";
import { judgeOtherTrade } from "./other-trade.ts";
import { judgeStage } from "./judge-stage.ts";
import type { Judgement } from "./judgement.ts";
import { judged, open } from "./judgement.ts";
import { namedField } from "./named-field.ts";
import { placeRelation } from "./places.ts";
import { ageIsIn, isIn } from "./ranges.ts";
import { leavesDistrictOpen, saysSeat } from "./said-seat.ts";

const NUMBER_FIELDS: Readonly<Record<NumericField, ProfileField | null>> = {
  employees: "employees",
  revenue: "revenue",
  assets: "assets",
  rdSpending: "rdSpending",
  rdRatio: "rdSpending",
  rdStaff: null,
  rdStaffRatio: null,
  patents: "patents",
  registeredCapital: null,
  hireRatio: "employees",
  age: "foundedOn",
};

const judgeFounding = (facts: Facts, isMet: (day: string) => boolean): Judgement => {
  if (facts.founding === null) return open("foundedOn");
  const ends = [isMet(facts.founding.from), isMet(facts.founding.to)];
  if (ends[0] !== ends[1]) return { verdict: "unknown", field: "foundedOn", actual: facts.foundedOn };
  return judged(ends[0] === true, "foundedOn", facts.foundedOn);
};

const judgeNumber = (facts: Facts, field: NumericField, range: NumberRange, asOf: string): Judgement => {
  if (field === "age") return judgeFounding(facts, (day) => day <= asOf && ageIsIn(day, range, asOf));
  if (field === "rdRatio") {
    const { rdRatio, rdSpending, revenue } = facts;
    if (rdRatio !== null) return judged(isIn(rdRatio, range), "rdSpending", rdRatio);
    if (rdSpending === null) return open("rdSpending");
    if (revenue === null || revenue === 0) return open("revenue");
    const ratio = (rdSpending / revenue) * 100;
    return judged(isIn(Number(ratio.toPrecision(12)), range), "rdSpending", Number(ratio.toFixed(2)));
  }
  if (field === "rdStaffRatio") {
    const { rdStaff, employees } = facts;
    if (employees === null || employees === 0) return open("employees");
    return rdStaff === null
      ? open(null)
      : judged(isIn(Number(((rdStaff / employees) * 100).toPrecision(12)), range), null, rdStaff);
  }
  if (field === "hireRatio") {
    const { hires, employees } = facts;
    if (employees === null || employees === 0) return open("employees");
    const share = Number((((hires ?? 0) / employees) * 100).toPrecision(12));
    return hires === null ? open(null) : judged(isIn(share, range), null, hires);
  }
  const value = facts[field];
  const known = NUMBER_FIELDS[field];
  return value === null ? open(known) : judged(isIn(value, range), known, value);
};

const orUnknown = (judgement: Judgement, isOpen: boolean): Judgement =>
  isOpen && judgement.verdict === "unmet" ? { ...judgement, verdict: "unknown" } : judgement;

const judgeTitles = (facts: Facts, names: readonly string[]): Judgement => {
  const held = new Set(facts.qualifications.flatMap((name) => withImplied(name)));
  if (names.some((name) => held.has(name))) return judged(true, "qualifications", facts.qualifications);
  if (names.some((name) => facts.disputedQualifications.includes(name))) return open("qualifications");
  const isDenied = names.every((name) => facts.withoutQualifications.includes(name));
  if (isDenied || facts.qualificationsComplete) return judged(false, "qualifications", facts.qualifications);
  return open("qualifications");
};

/** 不在任何综合保税区里注册: said of the zone itself. */
const deniesPlace = (description: string, name: string): boolean => {
  const at = description.indexOf(name);
  return at >= 0 && /(?:不在|没有?在|未在|不属于)[^，。；]{0,4}$/.test(description.slice(0, at));
};

/** What kind of body it is, as the description calls it, or denies it. */
const judgeGroup = (facts: Facts, name: string): Judgement => {
  // 劳务派遣 as a field of business says it too.
  const description = [...facts.industries, facts.description].join("，");
  const stem = name.replace(/(?:企业|公司|单位|机构)$/, "");
  // 韩资企业, 港资有限公司: 外商投资企业, as those of Hong Kong, Macao and Taiwan are treated.
  const at = foreignSpelledOut(description)
    .replaceAll("国资", "国有")
    .replaceAll("个体户", "个体工商户")
    .indexOf(stem.length >= 2 ? stem : name);
  // 综合型孵化器 is no 专业孵化器.
  if (at < 0 && name.startsWith("专业") && description.includes("综合")) return judged(false, null, "综合");
  if (at < 0) return open(null);
  const before =
    description
      .slice(0, at)
      .split(/[，。；！？\n]/)
      .at(-1) ?? "";
  return judged(
    !/(?:不是|并非|没有|非|无|不属于|未|没|不做|不是|不从事)[^，。；]{0,6}$/.test(before),
    null,
    name,
  );
};

/** Registered for taxes somewhere: told by the description alone. */
const judgeTaxSeat = ({ taxRegion }: Facts, names: readonly string[]): Judgement => {
  if (taxRegion === null) return open(null);
  const relations = new Set(names.map((name) => placeRelation(taxRegion, name)));
  if (relations.has("inside")) return judged(true, "region", taxRegion);
  return relations.has("unknown") ? open(null) : judged(false, "region", taxRegion);
};

const judgeGraduation = ({ graduation }: Facts, range: NumberRange, asOf: string): Judgement => {
  if (graduation === null) return open(null);
  const ends = [graduation.from, graduation.to].map((day) => day > asOf || ageIsIn(day, range, asOf));
  return ends[0] === ends[1] ? judged(ends[0] === true, null, graduation.to) : open(null);
};

const OWN_WORDS = 4;

/** 烟草批发零售 is not all of 批发零售. */
const namesAlone = (words: string, industry: string): boolean => {
  const at = words.indexOf(industry);
  return (
    at >= 0 &&
    !/[一-龥]$/.test(words.slice(0, at).replace(/(?:从事|主营|属于|业务为|和|或者?|及|以及|与|的)$/, ""))
  );
};

const judgeTest = (test: ConditionTest, facts: Facts, asOf: string, excludes: boolean): Judgement => {
  switch (test.kind) {
    case "number":
      return orUnknown(judgeNumber(facts, test.field, test.range, asOf), test.orOther === true);
    case "founded":
      return judgeFounding(
        facts,
        (day) => (test.from === null || day >= test.from) && (test.to === null || day <= test.to),
      );
    case "place": {
      const { region } = facts;
      const own = test.names.find((name) => saysSeat(facts, name, test.taxes === true));
      if (own !== undefined && !test.names.some((name) => deniesPlace(facts.description, name)))
        return judged(true, "region", own);
      if (region === null) return open("region");
      const relations = new Set(
        test.names.map((name) => {
          const relation = placeRelation(region, name);
          return relation === "inside" && leavesDistrictOpen(region, name) ? "unknown" : relation;
        }),
      );
      if (test.names.some((name) => deniesPlace(facts.description, name)))
        return judged(false, "region", region);
      if (test.taxes === true && relations.has("inside")) return judgeTaxSeat(facts, test.names);
      if (relations.has("inside")) return judged(true, "region", region);
      return relations.has("unknown")
        ? { verdict: "unknown", field: "region", actual: region }
        : judged(false, "region", region);
    }
    case "qualification":
      return judgeTitles(facts, test.names);
    case "organisation":
      return facts.organisation === null
        ? open("organisation")
        : judged(test.kinds.includes(facts.organisation), "organisation", facts.organisation);
    case "industry": {
      const judgement =
        (excludes ? judgeOtherTrade(facts, [...test.names, ...(test.others ?? [])]) : null) ??
        judgeIndustry(facts, test);
      // 开机器人餐厅: a word of a description is not all that the company does.
      const isWord = judgement.actual === facts.industries && facts.sources.industries?.from !== "field";
      return orUnknown(judgement, excludes && isWord && !deniesIndustries(facts, test.names));
    }
    case "stage":
      return judgeStage(facts, test.stage, asOf);
    case "conduct": {
      if (test.max !== undefined && facts.layoffRate !== null)
        return judged(facts.layoffRate <= test.max, null, facts.layoffRate);
      const isClean = facts.conduct[test.topic];
      if (isClean === null) return open(null);
      if (test.words === undefined) return judged(isClean, null, null);
      const words = conductWords(test.words, facts.description, isClean, asOf);
      return words === null ? open(null) : judged(isClean, null, words);
    }
    case "group": {
      const judgement = judgeGroup(facts, test.name);
      return judgement.verdict === "unknown" && excludes
        ? (judgeOtherTrade(facts, [test.name]) ?? judgement)
        : judgement;
    }
    case "legal": {
      if (facts.organisation === "person") return judged(false, "organisation", facts.organisation);
      return facts.legalPerson === null ? open(null) : judged(facts.legalPerson, null, null);
    }
    case "graduated":
      return judgeGraduation(facts, test.range, asOf);
    case "window":
      return judged(test.from <= asOf && asOf <= test.to, null, asOf);
    case "unread": {
      // 人力资源服务机构除外: a field of business in the very words of the text.
      const own = excludes
        ? facts.industries.find((each) => each.length >= OWN_WORDS && namesAlone(test.words, each))
        : undefined;
      if (own !== undefined) return judged(true, "industries", own);
      const field = excludes ? undefined : namedField(facts, test.words);
      if (field !== undefined) return judged(true, "industries", field);
      const { verdict, said } = describedVerdict(test, facts.parts, excludes, {
        staff: facts.employees,
        research: facts.rdStaff,
      });
      const other =
        excludes && verdict === "unknown"
          ? judgeOtherTrade(facts, test.words.split(/、|或者?|和(?=[一-龥]{2})/))
          : null;
      if (other !== null) return other;
      const isOpen =
        !excludes && said !== null && isOfAnother(test.words, said, facts.parts, verdict === "met", asOf);
      return isOpen ? open(null) : { verdict, field: null, actual: said };
    }
  }
};

/** Whether a profile meets a condition on the day `asOf`; what is not known of it is unknown. */
export const judgeCondition = ({ test, negated }: Condition, facts: Facts, asOf: string): Judgement => {
  const judgement = judgeTest(test, facts, asOf, negated);
  if (!negated || judgement.verdict === "unknown") return judgement;
  return { ...judgement, verdict: judgement.verdict === "met" ? "unmet" : "met" };
};
