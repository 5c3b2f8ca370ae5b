import type { AlignedClause, AlignedWord } from "./aligned-clauses.ts";
import type { RoleContext } from "./role-context.ts";
import { between, hasVerb, isActor } from "./role-context.ts";

const MODAL = /应当|应该|应|必须|须|可以|可|不得|不能|要|有权|负责|牵头|主管|审批|承担/u;
/** Words that turn the order of who and whom round, or put the object first. */
const TURNS = /[由被把将对向给为与同和跟让使归靠受]$|得到|受到|有关$|针对$|关于$/u;

/** The stretch of the quotes between two places, in text order. */
const gap = (context: RoleContext, a: AlignedWord, b: AlignedWord): string =>
  context.quoted.slice(Math.min(a.place.end, b.place.end), Math.max(a.place.start, b.place.start));

const isList = (text: string): boolean => /[、和与及或]/u.test(text) && text.length <= 16;

const turned = (context: RoleContext, at: number): boolean =>
  TURNS.test(context.said.slice(Math.max(0, at - 2), at));

const inSentence = (context: RoleContext, word: AlignedWord): number =>
  context.clauses[word.clause]?.sentence ?? -1;

/** Two actors in the other order: who does it to whom is turned round. */
const actorsTurned = (words: readonly AlignedWord[], context: RoleContext): boolean => {
  const actors = words.filter((word) => isActor(word));
  return actors.some((a, at) =>
    actors.slice(at + 1).some((b) => {
      if (inSentence(context, a) !== inSentence(context, b) || a.place.start <= b.place.start) return false;
      if (a.text === b.text) return false;
      const source = gap(context, a, b);
      if (isList(source) && !hasVerb(between(context, b.place.end, a.place.start))) return false;
      if (/^的$/.test(source) || source === "") return true;
      if (/[由归被]$/u.test(context.said.slice(Math.max(0, b.start - 2), b.start))) return false;
      const oblique = /[对为向给把将与同]\p{Script=Han}{0,8}$/u.test(
        context.quoted.slice(Math.max(0, a.place.start - 10), a.place.start),
      );
      const comma = /[,:]/.test(context.said.slice(a.start, b.start));
      return !(oblique && comma && !turned(context, b.start));
    }),
  );
};

/** Two nouns on both sides of a verb in the other order, with nothing that turns the order. */
const nounsTurned = (clause: AlignedClause, context: RoleContext): boolean =>
  clause.words.some((a, at) => {
    if (!context.isNoun(a)) return false;
    return clause.words.slice(at + 1).some((b, step) => {
      if (!context.isNoun(b) || a.clause !== b.clause || a.place.start <= b.place.start) return false;
      const middle = clause.words.slice(at + 1, at + 1 + step);
      const said = context.said.slice(a.start, b.start);
      return (
        middle.some((word) => context.isVerb(word)) &&
        !(isList(gap(context, a, b)) && !hasVerb(between(context, b.place.end, a.place.start))) &&
        gap(context, a, b) !== "" &&
        !/[由被把将对向给为让使]|[得受]到.{0,4}(?:支持|扶持|鼓励|帮助)/u.test(said)
      );
    });
  });

/** An actor put before a verb whose subject in the quotes is somebody else, or made the object of its own verb. */
const verbChanged = (clause: AlignedClause, context: RoleContext): boolean =>
  clause.words.some((verb, at) => {
    if (!context.isVerb(verb)) return false;
    const source = context.clauses[verb.clause];
    if (source === undefined) return false;
    const subjects = context.quotedWords.filter(
      (word) => word.start >= source.start && word.end <= verb.place.start && isActor(word),
    );
    const before = clause.words.slice(0, at);
    const nearest = before.findLast((word) => isActor(word));
    if (
      nearest !== undefined &&
      nearest.clause === verb.clause &&
      nearest.place.start > verb.place.start &&
      subjects.length > 0 &&
      !before.some(
        (word) => word.clause === verb.clause && word.place.start < verb.place.start && isActor(word),
      ) &&
      !turned(context, nearest.start)
    )
      return true;
    const object = clause.words.slice(at + 1).find((word) => context.isNoun(word));
    if (object === undefined || object.clause !== verb.clause || object.place.start > verb.place.start)
      return false;
    const middle = context.quoted.slice(object.place.end, verb.place.start);
    return MODAL.test(middle) && !/[由让请是]/u.test(context.said.slice(verb.start, object.start));
  });

/** Before a word that obliges or allows stands another actor than in the quotes. */
const subjectChanged = (clause: AlignedClause, context: RoleContext): boolean => {
  const modal = MODAL.exec(clause.clause.text);
  if (modal === null) return false;
  const at = clause.clause.start + modal.index;
  const actor = clause.words.findLast((word) => word.start + word.text.length <= at && isActor(word));
  if (actor === undefined) return false;
  const source = context.clauses[actor.clause];
  if (source === undefined) return false;
  const own = MODAL.exec(source.text);
  if (own === null) return false;
  const place = source.start + own.index;
  const hasSubject = context.quotedWords.some(
    (word) => word.start >= source.start && word.end <= place && isActor(word),
  );
  return hasSubject && actor.place.start > place;
};

/** The clause's first noun comes from elsewhere, and the noun it stands for is left out. */
const topicChanged = (clause: AlignedClause, context: RoleContext): boolean => {
  const [main] = clause.from;
  const first = clause.words.find((word) => context.isNoun(word));
  const source = main === undefined ? undefined : context.clauses[main];
  if (first === undefined || source === undefined || first.clause === main) return false;
  const lead = context.quotedWords.find(
    (word) => word.start >= source.start && word.start < source.end && word.text.length >= 2,
  );
  if (lead === undefined || !/^[njli]/.test(lead.part)) return false;
  return !clause.words.some(({ place }) => place.start < lead.end && place.end > lead.start);
};

/** Verbs that are done to somebody: whoever stands before one does it. */
const DONE_TO =
  /^(?:协调|引导|组织|督促|指导|监督|邀请|聘请|动员|吸引|引进|培育|培养|管理|监管|考核|评估|检查|抽查|服务|支持|扶持|鼓励|奖励|表彰|通知|告知|报告)/u;

/** Somebody to whom something is done in the quotes stands before the verb as if doing it. */
const objectActs = (clause: AlignedClause, context: RoleContext): boolean =>
  clause.words.some((verb, at) => {
    const before = clause.words[at - 1];
    if (before === undefined || !DONE_TO.test(verb.text) || !isActor(before)) return false;
    const joins = context.said.slice(before.start + before.text.length, verb.start);
    return (
      before.clause === verb.clause &&
      before.place.start >= verb.place.end &&
      before.place.start - verb.place.end <= 4 &&
      !/[的得受会被要]|[,、]/u.test(joins)
    );
  });

/** Two words of one clause stand for one and the same word of the quotes: one of them says something else. */
const saidTwice = ({ words }: AlignedClause): boolean =>
  words.some((word, at) =>
    words
      .slice(at + 1)
      .some(
        ({ place, text }) =>
          text.length >= 2 &&
          word.text.length >= 2 &&
          place.start < word.place.end &&
          word.place.start < place.end,
      ),
  );

/** Names of what a rewording turns round: who does what to whom, and of what it is said. */
export const brokenRoles = (aligned: readonly AlignedClause[], context: RoleContext): string[] => {
  const bySentence = [...Map.groupBy(aligned, ({ clause }) => clause.sentence).values()].map((group) =>
    group.flatMap(({ words }) => words),
  );
  return [
    ...(bySentence.some((words) => actorsTurned(words, context)) ? ["actors"] : []),
    ...(aligned.some((clause) => nounsTurned(clause, context)) ? ["nouns"] : []),
    ...(aligned.some((clause) => verbChanged(clause, context)) ? ["verb"] : []),
    ...(aligned.some((clause) => subjectChanged(clause, context)) ? ["subject"] : []),
    ...(aligned.some((clause) => topicChanged(clause, context)) ? ["topic"] : []),
    ...(aligned.some((clause) => objectActs(clause, context)) ? ["object"] : []),
    ...(aligned.some((clause) => saidTwice(clause)) ? ["twice"] : []),
  ];
};
