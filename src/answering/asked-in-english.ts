import type { AskedFor, QuantityKind } from "./asked-for.ts";

/** How a question in English asks for each kind of value; the first that is exact counts. */
const QUANTITY_QUESTIONS: readonly (readonly [QuantityKind, RegExp])[] = [
  ["phone", /phone|hotline|fax|contact number/],
  ["area", /(?:floor|land|total) area|how large|square (?:met|kilomet)/],
  ["percent", /percent|proportion|\bshare of|what share|\bratio|\brate\b|growth rate/],
  [
    "money",
    /how much (?!time)|value of|budget|(?:maximum|minimum|highest|largest|total|what) (?:\w+ ){0,2}(?:loan|subsidy|grant|amount|reward|revenue|fee|price|investment|allowance|deduction)/,
  ],
  ["day", /which day|what day|what date|which date|on which/],
  ["date", /\bwhen\b|which year|what year|by what time|deadline|since when/],
  [
    "duration",
    /how long|how many (?:working )?(?:days|months|years|weeks|hours)|how (?:often|soon)|within what/,
  ],
  ["count", /how many/],
  [
    "number",
    /what number|total scale|(?:maximum|minimum|highest|lowest|average|total) (?!of)\w+|how (?:old|big|high)|number of/,
  ],
];

const LIST =
  /what are\b|which (?:\w+ ){0,3}(?:measures|cities|regions|industries|fields|conditions|items|companies|organi[sz]ations|departments|agencies|institutions|parks|areas|countries|provinces|projects|documents|people|persons|groups)|what (?:\w+ ){0,2}(?:conditions|requirements|criteria|measures|materials|steps|tasks|goals|principles)|\blist\b|name (?:the|all)/;

/** What shape of answer an English question asks for. */
export const readAskedInEnglish = (question: string): AskedFor => {
  const asked = question.normalize("NFKC").toLowerCase().trim();
  const found = QUANTITY_QUESTIONS.filter(([, pattern]) => pattern.test(asked)).map(([kind]) => kind);
  // “how many days” counts days, “what was the value” is no bare number.
  const exact = found.filter(
    (kind) => (kind !== "count" || !found.includes("duration")) && (kind !== "number" || found.length === 1),
  );
  const list = LIST.test(asked);
  return {
    quantities: list && exact.every((kind) => kind === "number" || kind === "count") ? [] : exact,
    // Who may do something is a condition and no body.
    agency:
      /\bwho\b(?! (?:may|can|could|is (?:eligible|entitled|allowed)|are (?:eligible|entitled|allowed)|qualif))|\bwhom\b|which (?:\w+ )?(?:authority|department|agency|ministry|body|bodies|office|agencies|departments|ministries)|who is responsible|in charge|pays? for/.test(
        asked,
      ),
    list,
    definition:
      /^what (?:is|are|was) (?:a|an|the)?\s?["“]?[\w-]+["”]?\??$|what does .{2,40} mean|meaning of|definition of|\bdefine/.test(
        asked,
      ),
    yesNo:
      /^(?:can|could|does|do|did|is|are|was|were|may|must|should|has|have|will|would)\b|\bis it (?:allowed|possible|true)|\bwhether\b/.test(
        asked,
      ),
    comparison: /\bcompar|differen|\bversus\b|\bvs\b|changed? (?:between|from)/.test(asked),
    why: /\bwhy\b|what is the reason/.test(asked),
  };
};

/** Who is asked for is no content to search for: the answer names a body, and need not call it one. */
const ASKED_BODY =
  /\b(?:which|what) (?:\w+ )?(?:authority|authorities|department|departments|agency|agencies|ministry|ministries|office|offices|body|bodies|institution|institutions)\b/gi;

/** An English question without the words that name what kind of body is asked for. */
export const withoutAskedBody = (question: string): string => question.replaceAll(ASKED_BODY, "which");

/** English ways of asking what offices put under headings, with a Chinese one that asks the same. */
const HEADINGS: readonly (readonly [RegExp, string])[] = [
  [
    /(?:what|which) (?:\w+ ){0,2}(?:documents|materials|papers|forms) (?:are|is|do|must|should|need|does)/,
    "要什么材料",
  ],
  [/where (?:can|do|does|should|must|to) .{0,40}(?:apply|register|submit|hand|file)/, "去哪里申请"],
  [/how (?:can|do|does|to|should|must|is) .{0,60}(?:apply|applied|register|obtain|get a)/, "怎么申请"],
  [
    /(?:what|which) (?:\w+ ){0,2}(?:conditions|criteria|requirements|qualifications)|who (?:may|can|is eligible|qualif)/,
    "什么条件",
  ],
  [/penalt|\bfined?\b|punish|sanction/, "什么处罚"],
  [/who (?:\w+ )?(?:pays?|bears?|funds?|covers? the cost)/, "费用由谁承担"],
  [/interest rate/, "利率"],
  [/tax rate/, "税率"],
  [
    /how much .{0,30}(?:subsid|grant|allowance|reward)|(?:subsidy|grant|reward) (?:amount|standard)/,
    "补贴标准",
  ],
  [/salar|\bwages?\b/, "工资"],
  [/period of validity|validity period|how long .{0,40}valid/, "有效期"],
  [/who is the (?:director|mayor|head|chair|minister|premier|president)/, "负责人是谁"],
];

/** The words by which a Chinese question would ask for the same headings; empty where none is asked for. */
export const headingsAskedInEnglish = (question: string): string => {
  const asked = question.toLowerCase();
  return HEADINGS.filter(([pattern]) => pattern.test(asked))
    .map(([, chinese]) => chinese)
    .join("，");
};
