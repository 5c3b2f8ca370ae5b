import { numbersIn } from "../verification/number-lock.ts";

/** What a question takes for granted: 最长不是30个工作日吗; …20万元，对吧. */
const TAKEN_FOR_GRANTED =
  /不(?:是|就是|应该是)(?<denied>[^，。？?]{2,24})[吗么]|(?<agreed>[^，。？?]{2,24})[，,]?(?:对[吗吧么]|是吧|没错吧)/g;

/** Numbers that a question takes for granted, as written. */
const premiseNumbers = (question: string): string[] =>
  [...question.matchAll(TAKEN_FOR_GRANTED)].flatMap(({ groups }) =>
    numbersIn(groups?.["denied"] ?? groups?.["agreed"] ?? "").map(({ key }) => key),
  );

/** Who does what, as a question takes it for granted: 为什么由秘书长主持. */
const AGENT =
  /由(?<agent>[\u4E00-\u9FFF]{2,12}?)(?:来)?(?<deed>主持|召集|负责|牵头|审批|批准|组织|承担|主管|发放|认定|印发|审核|监督)/;
const ASKED = /谁|哪|什么|何/;

const sharesBigram = (a: string, b: string): boolean =>
  Array.from({ length: a.length - 1 }, (_, at) => a.slice(at, at + 2)).some((pair) => b.includes(pair));

/** Whether the text says of somebody else alone that it does what the question says of its agent. */
const namesAnotherAgent = (question: string, text: string): boolean => {
  const { agent, deed } = AGENT.exec(question)?.groups ?? {};
  if (agent === undefined || deed === undefined || ASKED.test(agent)) return false;
  // 由总理召集和主持: other deeds may stand between.
  const named = [...text.matchAll(new RegExp(`由([^，。；由]{1,40}?)${deed}`, "g"))].map(
    ([, who]) => who ?? "",
  );
  return named.length > 0 && !named.some((who) => sharesBigram(agent, who));
};

/** Whether a text gives another number, or names somebody else, than the question takes for granted. */
export const contradictsPremise = (question: string, text: string): boolean => {
  const wanted = premiseNumbers(question);
  if (wanted.length > 0) {
    const present = new Set(numbersIn(text).map(({ key }) => key));
    if (wanted.some((key) => !present.has(key))) return true;
  }
  return namesAnotherAgent(question, text);
};
