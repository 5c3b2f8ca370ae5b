import { clausePath } from "../policy/clause.ts";
import type { ClausePlace } from "../retrieval/retrieval-context.ts";
import { foldForCoverage } from "./term-coverage.ts";

/** UTF-16 units of the clause's own beginning, where its heading or its subject stands. */
const LONGEST_LEAD = 40;

/** What the clause says first, up to its first colon or full stop (七、国庆节：…); empty where that comes late. */
const leadOf = ({ document, clause }: ClausePlace): string => {
  const beginning = document.text.slice(clause.start, Math.min(clause.end, clause.start + LONGEST_LEAD));
  return /^[^：:。]*[：:。]/.exec(beginning)?.[0] ?? "";
};

/** 到2027年，初步建成…; 展望2035年，…: says what is to be by then, without the word. */
const STATES_TARGET =
  /(?:^|[。；，：\s])(?:到|至|展望|力争(?:到|至|在)?|预计到)\s?20\d{2}\s?年(?:底|末)?[，,前]/;

const ASKS_TARGET =
  /目标|(?:达到|实现|建成|完成)(?:什么|哪些|怎样|啥)|(?:搞|建|变|办|做|发展|建设|打造)成?(?:得)?(?:个)?(?:啥样|什么样|怎么样|怎样|什么水平)|(?:19|20)\d{2}\s?年[^，。？]{0,16}(?:啥样|什么样|怎样|什么水平)/;

/** Whether a question asks what is to be reached (到2027年要达到什么目标). */
export const asksTarget = (question: string): boolean => ASKS_TARGET.test(question);

/** Whether a text says what is to be reached by a year. */
export const statesTarget = (text: string): boolean => STATES_TARGET.test(text);

/** The words that stand over a sentence, folded: its clause's beginning and path, and the document's title. */
export const contextWords = (place: ClausePlace): string =>
  foldForCoverage(
    [
      leadOf(place),
      ...clausePath(place.clause, place.ancestors),
      place.document.title,
      statesTarget(place.document.text.slice(place.clause.start, place.clause.end)) ? "发展目标" : "",
    ].join(""),
  );
