import { contentOf, foldWording } from "./statement-wording.ts";

const compact = (text: string): string => foldWording(text).replaceAll(/["'“”‘’「」『』《》〈〉]/gu, "");

/** Titles and words that the statement marks as somebody's own. */
const MARKED = /《([^《》]{1,80})》|“([^“”]{1,80})”|‘([^‘’]{1,80})’|「([^「」]{1,80})」|"([^"]{1,80})"/gu;
/** Words in Latin letters, with the digits and signs that belong to them: TD-LTE, 5G, example.com. */
const LATIN = /[a-z0-9][a-z0-9.+/@_-]*/g;
const HAS_LETTER = /[a-z]/;

/** Bodies by the end of their names, after words that only look so are skipped. */
const BODY =
  /全部|内部|外部|[东南西北中总干各局两首]部|部分|部门|部署|部委|部件|部队|(\p{Script=Han}{2}(?:部(?!市)|委员会|发改委|政府|国务院|办公室|管委会|法院|检察院|银行|公司|集团|协会|联盟|[财税安监管]局))/gu;

/** What a body is said to be in charge of. */
const IN_CHARGE = /负责人|(牵头|负责|出资|主管|审批|批准|认定|承担|组织实施|督促)/gu;

const TOWARDS = /(?<![方面转导])向\p{Script=Han}{2}/u;

/** Content characters before a verb in which its subject may stand. */
const SUBJECT_REACH = 24;

/** Whoever the statement puts before a verb of responsibility stands before the same verb in a quote. */
const agentsStand = (statement: string, quotes: readonly string[]): boolean => {
  const said = foldWording(statement);
  const sources = quotes.map((quote) => foldWording(quote));
  for (const match of said.matchAll(IN_CHARGE)) {
    const [, verb] = match;
    if (verb === undefined) continue;
    const subject = contentOf(
      said
        .slice(0, match.index)
        .split(/[,;。:!?、\n]/)
        .at(-1) ?? "",
    )
      .replaceAll("|", "")
      .slice(-2);
    if (subject.length < 2) continue;
    const before = sources.flatMap((source) =>
      [...source.matchAll(IN_CHARGE)]
        .filter(([, other]) => other === verb)
        .map(({ index }) =>
          contentOf(
            source
              .slice(0, index)
              .split(/[。!?\n]/)
              .at(-1) ?? "",
          ).slice(-SUBJECT_REACH),
        ),
    );
    if (!before.some((words) => words.includes(subject))) return false;
  }
  return true;
};

/** Towards whom: after 向 stand the same words as in a quote, where a quote has it. */
const directionsStand = (statement: string, quotes: readonly string[]): boolean => {
  const sources = quotes.map((quote) => foldWording(quote)).filter((quote) => TOWARDS.test(quote));
  return (
    sources.length === 0 ||
    [...foldWording(statement).matchAll(new RegExp(TOWARDS, "gu"))].every(([words]) =>
      sources.some((source) => source.includes(words)),
    )
  );
};

const markedIn = (text: string): string[] =>
  [...text.matchAll(MARKED)].map((match) => match.slice(1).find((part) => part) ?? "");

/** Whether every title, quoted word and word in Latin letters of a statement stands in its sources. */
export const markedNamesStand = (statement: string, sources: readonly string[]): boolean => {
  const known = sources.map((source) => compact(source));
  const stands = (name: string): boolean => known.some((source) => source.includes(compact(name)));
  const markedKnown = new Set(sources.flatMap((source) => markedIn(source).map((name) => compact(name))));
  const latin = (foldWording(statement).match(LATIN) ?? []).filter((word) => HAS_LETTER.test(word));
  const latinKnown = new Set(sources.flatMap((source) => foldWording(source).match(LATIN) ?? []));
  return (
    // “3” may be a name; one or two characters stand somewhere in any text, so the marks must stand with them.
    markedIn(statement).every((name) =>
      compact(name).length <= 2 ? markedKnown.has(compact(name)) : stands(name),
    ) && latin.every((word) => latinKnown.has(word) || stands(word))
  );
};

/**
 * Whether every name of a statement stands in its sources: 《titles》, words in quotation marks, words in Latin
 * letters and bodies; and whether a body in charge is in charge in a quote. `sources` are the quotes and what is
 * known of their place.
 */
export const namesStand = (
  statement: string,
  quotes: readonly string[],
  sources: readonly string[],
): boolean => {
  const known = sources.map((source) => compact(source));
  const bodies = [...foldWording(statement).matchAll(BODY)].flatMap(([, body]) =>
    body === undefined ? [] : [body],
  );
  return (
    markedNamesStand(statement, sources) &&
    bodies.every((body) => known.some((source) => source.includes(compact(body)))) &&
    agentsStand(statement, quotes) &&
    directionsStand(statement, quotes)
  );
};
