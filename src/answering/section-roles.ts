import { walkClauses } from "../policy/clause.ts";
import type { Clause } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import type { ClausePlace } from "../retrieval/retrieval-context.ts";
import { statesTarget } from "./context-words.ts";

/**
 * The parts that plans and opinions have by convention. Readers ask for them by these names whatever the headings are:
 * the tasks of a plan are its chapters between 总体要求 and 保障措施.
 */
export type SectionRole = "principles" | "goals" | "tasks" | "safeguards";

interface RoleWords {
  /** What readers call it. */
  readonly asked: RegExp;
  /** What a heading calls it. */
  readonly heading: RegExp;
}

const WORDS: Readonly<Record<SectionRole, RoleWords>> = {
  principles: { asked: /(?:基本|指导|工作|建设|总体|主要|实施)?原则/, heading: /原则/ },
  goals: {
    asked: /(?:主要|总体|发展|工作|具体|建设|行动|预期|总的|奋斗)?目标/,
    heading: /目标/,
  },
  tasks: {
    asked: /(?:重点|主要|工作|具体|建设|核心)?任务|(?:重点|主要)(?:工作|举措|措施)/,
    heading: /任务|重点工作|(?:主要|重点)举措|工作(?:重点|措施)/,
  },
  safeguards: {
    asked: /(?:组织|实施)?保障(?:措施|机制|条件)?|组织实施|实施保障/,
    heading: /保障|组织实施|组织领导|实施机制/,
  },
};

const ROLES: readonly SectionRole[] = ["principles", "goals", "tasks", "safeguards"];

/** The part of a document that a question asks for, and the words that say so; null where none or several. */
export const roleAsked = (
  question: string,
): { readonly role: SectionRole; readonly words: string } | null => {
  const found = ROLES.flatMap((role) => {
    const words = WORDS[role].asked.exec(question)?.[0];
    return words === undefined ? [] : [{ role, words }];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
};

/** Chapters that set no task. */
const NO_TASK =
  /总体|总则|附则|指导思想|形势|基础|背景|现状|原则|目标|保障|组织|实施|要求|意义|思路|阶段|回顾|适用|附件/;
const IN_GENERAL = /总体|总则|指导思想|思路|目标|要求/;
const FEWEST_ITEMS = 3;
const LONGEST_HEADING = 16;

const isChapter = ({ kind, marker, heading }: Clause): boolean =>
  kind === "numbered" && heading !== null && /^[一二三四五六七八九十]+、/.test(marker ?? "");

/** The clause whose heading bears the role's name: the shortest heading, for it is named by that alone. */
const byHeading = (document: PolicyDocument, role: SectionRole): ClausePlace | null => {
  const named = [...walkClauses(document.clauses)].filter(
    ({ clause }) =>
      clause.heading !== null &&
      clause.kind !== "title" &&
      clause.children.length > 0 &&
      clause.heading.length <= LONGEST_HEADING &&
      WORDS[role].heading.test(clause.heading),
  );
  const [best] = named.toSorted((a, b) => (a.clause.heading ?? "").length - (b.clause.heading ?? "").length);
  return best === undefined ? null : { document, ...best };
};

/** What fills a role: a section with its parts, or clauses that no heading holds together. */
export type RoleFilled =
  | { readonly kind: "section"; readonly section: ClausePlace }
  | { readonly kind: "chapters"; readonly parts: readonly ClausePlace[] }
  | { readonly kind: "items"; readonly parts: readonly ClausePlace[] };

/** The part of a document that has a role, by its heading or else by where such parts stand; null where it has none. */
export const findRole = (document: PolicyDocument, role: SectionRole): RoleFilled | null => {
  const section = byHeading(document, role);
  if (section !== null) return { kind: "section", section };
  const all = [...walkClauses(document.clauses)];
  const chapters = all.filter(({ clause }) => isChapter(clause));
  if (role === "tasks") {
    const parts = chapters.filter(({ clause }) => !NO_TASK.test(clause.heading ?? ""));
    const [first] = parts;
    const isOneRow = parts.every(({ ancestors }) => ancestors.at(-1) === first?.ancestors.at(-1));
    return parts.length < FEWEST_ITEMS || !isOneRow
      ? null
      : { kind: "chapters", parts: parts.map((part) => ({ document, ...part })) };
  }
  const general = chapters.find(({ clause }) => IN_GENERAL.test(clause.heading ?? ""));
  if (general === undefined || role === "safeguards") return null;
  // What stands under a heading of its own (发展目标) has the role that the heading says.
  const within = all.filter(
    ({ ancestors }) =>
      ancestors.includes(general.clause) &&
      ancestors.at(-1)?.heading !== null &&
      !ROLES.some((other) => other !== role && WORDS[other].heading.test(ancestors.at(-1)?.heading ?? "")),
  );
  const parts = within.filter(({ clause }) =>
    role === "principles"
      ? clause.kind === "dash"
      : statesTarget(document.text.slice(clause.start, clause.end)),
  );
  return parts.length < (role === "principles" ? FEWEST_ITEMS : 1)
    ? null
    : { kind: "items", parts: parts.map((part) => ({ document, ...part })) };
};
