import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import type { PartialDate } from "../policy/partial-date.ts";
import { inChinese } from "../policy/partial-date.ts";
import { splitSentences } from "../policy/sentences.ts";
import type { Status } from "../policy/validity.ts";
import { statusInChinese, statusOn } from "../policy/validity.ts";
import { isMostlyEnglish } from "../retrieval/english-question.ts";
import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { AnswerDraft, QuotedSpan } from "./draft.ts";
import { bigramsOf, foldForCoverage } from "./term-coverage.ts";
import type { NamedDocument } from "./titled-documents.ts";

const ASKS_VALIDITY =
  /到期|有效期|还有效|失效|过期|废止了?[吗没]|管到|实施(?:期|年限|到)|(?:什么时候|何时|几时|从?哪[天年])(?:开始|起)?(?:实施|施行|生效)|(?:什么时候|何时|几时|哪[天年])(?:开始|起)的(?=[，。？?]|$)|管(?:几|多少|哪几?)年(?!.{0,6}[的才])|管多久(?!的)|(?:试行?|执行|施行|用|有效)到(?:什么|哪(?!里|儿)|何|几)|作废|还?(?:作数|算数|管用)[吗不没]|同[一时][^，。？]{0,4}(?:实施|施行|生效)|哪[一]?年(?:结束|截止|到期)|(?:现在|目前|今天)还?(?:适用|有效|管用|算数)|expire|still (?:valid|in force)|in force|(?:come into|take|in) effect|period of validity|valid (?:until|from|now|today)/i;
/** Words of the question that are about the validity of a document and nothing else. */
const VALIDITY_WORDS =
  /到期|有效期|有效|失效|过期|废止|作废|作数|算数|管用|管到|管|试行?到|执行到|用到|为止|几年|多少年|的?起|什么时候|何时|哪一?[天日]|多久|实施期限|实施期|实施年限|实施|施行|生效|结束|截止|适用|现在|目前|今天|时候|期限|同一?[天日时年]|开始|一样|相同|规划|方案|哪一年|expire|valid|force|plan/gi;

/** The last day may be said by the years that it runs: 自2022年9月1日起试行，有效期3年. */
const STATES_YEARS =
  /(?:有效期|试行期限?|实施期限?)(?:自[^，。；]{1,12}起)?(?:为|是|：)?[\d一二两三四五六七八九十]+\s?年/;
/** The days that a text itself runs, and not what it speaks of. */
const OF_THE_TEXT = /起(?:试行|施行|实施|执行|生效)/;

const statesDates = (text: string, { effectiveFrom, effectiveTo }: PolicyDocument): boolean => {
  const states = (date: string | null): boolean => date !== null && text.includes(date.slice(0, 4));
  if (effectiveFrom === null || effectiveTo === null) return states(effectiveFrom ?? effectiveTo);
  if (states(effectiveFrom) && states(effectiveTo)) return true;
  return (
    OF_THE_TEXT.test(text) && (states(effectiveTo) || (states(effectiveFrom) && STATES_YEARS.test(text)))
  );
};

/** The sentence that states the document's period: the one with 实施 or 施行 before a title with years. */
const periodSpan = (document: PolicyDocument): QuotedSpan | null => {
  let found: QuotedSpan | null = null;
  for (const { clause, ancestors } of walkClauses(document.clauses)) {
    for (const { start, end } of splitSentences(document.text, clause.start, clause.end)) {
      const text = document.text.slice(start, end);
      if (!statesDates(text, document)) continue;
      const span = { document, clause, ancestors, start, end };
      if (/实施年限|有效期|起施行|起实施|实施期/.test(text)) return span;
      found ??= span;
    }
  }
  return found;
};

/** The same in English, with the words that join them. */
const ENGLISH_VALIDITY_WORDS =
  /\b(?:is|are|was|were|does|do|did|will|be|been|has|have|when|what|which|how|long|until|since|from|to|of|for|in|into|on|by|and|the|a|an|its?|this|that|still|yet|already|now|today|currently|no longer|valid|validity|period|force|effect|takes?|comes?|came|entere?d?|expires?|expired|expiry|end|ended|ends|start|started|starts|run|runs|running|date|day|month|year|plan|document|policy|regulation|measures?|scheme)\b/gi;

/** What a question holds beside the names of documents and the words for validity. */
const restOf = ({ resolved, scope }: AnalysedQuestion): string =>
  scope.mentions
    .reduce((rest, mention) => rest.replaceAll(mention, ""), resolved)
    .replaceAll(isMostlyEnglish(resolved) ? ENGLISH_VALIDITY_WORDS : VALIDITY_WORDS, "")
    .replaceAll(/[吗呢么的了是还到在为于什哪几一年个份那这它被就都里会能有没请问再和与及\s\p{P}]/gu, "");

/** A few characters say too little of a title. */
const SHORTEST_NAME = 4;
/** What is left of a name has lost its small words, and so some of its pairs of characters. */
const PAIRS_IN_TITLE = 0.6;

const isNamedBy = (rest: string, { title, issuers }: NamedDocument): boolean => {
  const name = foldForCoverage(rest);
  const known = foldForCoverage(title + issuers.join(""));
  const pairs = bigramsOf(name);
  return (
    name.length >= SHORTEST_NAME &&
    Array.from(name).every((character) => known.includes(character)) &&
    pairs.filter((pair) => known.includes(pair)).length >= PAIRS_IN_TITLE * pairs.length
  );
};

/**
 * The documents whose validity, and nothing else, a question asks for: those that it names, or the only one whose
 * title holds whatever else it says (即海新区的补贴办法试行到哪天); null where it asks for something else.
 */
const validityAsked = (
  analysis: AnalysedQuestion,
  heads: readonly NamedDocument[],
): readonly string[] | null => {
  if (!ASKS_VALIDITY.test(analysis.resolved)) return null;
  const rest = restOf(analysis);
  const named = analysis.scope.documentIds;
  if (named !== null && rest === "") return named;
  const allowed = named ?? analysis.question.documentIds;
  const [only, ...others] = heads.filter(
    (head) => (allowed?.includes(head.documentId) ?? true) && isNamedBy(rest, head),
  );
  return only === undefined || others.length > 0 ? null : [only.documentId];
};

const STATUS_IN_ENGLISH: Readonly<Record<Status, string>> = {
  in_force: "is in force",
  expired: "has expired",
  repealed: "has been repealed",
  not_yet_effective: "is not yet in effect",
  unknown: "is of unknown validity",
};

/** A month stands in Chinese: the number lock knows no other way of writing one that is no range. */
const dateInEnglish = (date: PartialDate): string => (date.length === 7 ? inChinese(date) : date);

const validityInChinese = ({ title, effectiveFrom, effectiveTo }: PolicyDocument, status: Status): string => {
  const period =
    effectiveFrom !== null && effectiveTo !== null
      ? `的实施期为${inChinese(effectiveFrom)}至${inChinese(effectiveTo)}`
      : effectiveTo === null
        ? `自${inChinese(effectiveFrom ?? "")}起实施`
        : `实施至${inChinese(effectiveTo)}`;
  return `《${title}》${period}，${statusInChinese[status]}。`;
};

const validityInEnglish = ({ title, effectiveFrom, effectiveTo }: PolicyDocument, status: Status): string => {
  const from = effectiveFrom === null ? "" : ` from ${dateInEnglish(effectiveFrom)}`;
  const to = effectiveTo === null ? "" : ` ${from === "" ? "until" : "to"} ${dateInEnglish(effectiveTo)}`;
  return `《${title}》 runs${from}${to} and ${STATUS_IN_ENGLISH[status]}.`;
};

/**
 * Answers when a document runs and whether it is in force on the day asked for; null where that is not asked, or no
 * date is known.
 */
export const composeValidity = async (
  context: RetrievalContext,
  analysis: AnalysedQuestion,
): Promise<AnswerDraft | null> => {
  const statements = [];
  for (const documentId of validityAsked(analysis, await context.snapshot.listDocuments()) ?? []) {
    const document = await context.snapshot.getDocument(documentId);
    const span = document === null ? null : periodSpan(document);
    if (document === null || span === null) continue;
    const status = statusOn(document, analysis.question.asOf);
    const text =
      analysis.language === "en" ? validityInEnglish(document, status) : validityInChinese(document, status);
    statements.push({ text, quotes: [span], count: null });
  }
  return statements.length === 0 ? null : { kind: "statements", statements };
};
