import type { Clause } from "../policy/clause.ts";
import { departmentArea } from "./area.ts";
import type { ReadingContext } from "./eligibility.ts";
import { readText } from "./eligibility.ts";
import type { Measure } from "./measure.ts";
import type { Condition, OrganisationKind, Requirement, TextSpan } from "./requirement.ts";
import { allOf } from "./requirement.ts";
import { supportForms } from "./support-forms.ts";

/** Whether a text is a government service item: lines of names and values. */
export const isServiceItem = (text: string): boolean =>
  text.includes("事项名称：") && text.includes("服务对象：");

const NAMES =
  "事项名称|实施部门|事项类型|受理条件|申请材料|办理地点|法定办结时限|承诺办结时限|咨询电话|服务对象|办理流程|收费标准|办理时间|设定依据";

/** The value of a line, without the name; it runs to the next name. */
const valueOf = (text: string, { start, end }: TextSpan, name: string): TextSpan | null => {
  const slice = text.slice(start, end);
  const match = new RegExp(`${name}：([\\s\\S]*?)(?=(?:${NAMES})：|$)`).exec(slice);
  const value = match?.[1] ?? "";
  if (match === null || value.trim() === "") return null;
  const from = start + match.index + match[0].length - value.length;
  const lead = value.length - value.trimStart().length;
  return { start: from + lead, end: from + value.trimEnd().length };
};

const SERVED: readonly { readonly pattern: RegExp; readonly kinds: readonly OrganisationKind[] }[] = [
  { pattern: /自然人/, kinds: ["person"] },
  { pattern: /企业法人|非法人企业|企业/, kinds: ["enterprise"] },
  { pattern: /事业法人|事业单位/, kinds: ["institution", "university"] },
  { pattern: /社会组织法人|其他组织|社会组织/, kinds: ["institution"] },
];

/** Whom an item serves. 自然人 stands in nearly every item and tells nobody apart; an organisation has to be named. */
const servedCondition = (text: string, span: TextSpan): Condition => {
  const words = text.slice(span.start, span.end);
  const named = new Set(SERVED.flatMap(({ pattern, kinds }) => (pattern.test(words) ? kinds : [])));
  const kinds: OrganisationKind[] = named.size === 0 ? ["person"] : [...named];
  return { ...span, test: { kind: "organisation", kinds }, negated: false, addressee: true };
};

/** A service item as a measure. `span` holds its lines, `clause` is what is cited. */
export const readServiceItem = (
  context: ReadingContext,
  documentId: string,
  clause: Clause,
  span: TextSpan,
): Measure | null => {
  const { text } = context;
  const name = valueOf(text, span, "事项名称");
  const served = valueOf(text, span, "服务对象");
  if (name === null || served === null) return null;
  const asked = valueOf(text, span, "受理条件");
  const area = departmentArea(text.slice(span.start, span.end), span.start);
  const requirements: Requirement[] = [{ kind: "condition", condition: servedCondition(text, served) }];
  if (asked !== null) {
    const read = readText({ ...context, jurisdiction: area?.name ?? context.jurisdiction }, asked);
    const unread: Condition = {
      ...asked,
      test: { kind: "unread", words: text.slice(asked.start, asked.end) },
      negated: false,
      addressee: false,
    };
    requirements.push(read ?? { kind: "condition", condition: unread });
  }
  // The line that says who may apply; the name where nothing is asked.
  const line = asked === null ? "" : (text.slice(asked.start, asked.end).split("\n")[0] ?? "");
  const cited = asked === null ? name : { start: asked.start, end: asked.start + line.trimEnd().length };
  return {
    documentId,
    clauseId: clause.clauseId,
    title: text.slice(name.start, name.end),
    kind: "entitlement",
    ...cited,
    requirement: allOf(requirements),
    offers: [{ requirement: null, sentence: name, support: name, amount: null, size: 0 }],
    awards: [],
    forms: supportForms(text.slice(name.start, name.end)),
    validity: clause.validity ?? null,
    area,
    department: valueOf(text, span, "实施部门"),
    deadline: null,
    materials: valueOf(text, span, "申请材料"),
    place: valueOf(text, span, "办理地点"),
    phone: valueOf(text, span, "咨询电话"),
  };
};
