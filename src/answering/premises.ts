import { numbersIn } from "../verification/number-lock.ts";
import { bigramsOf, foldForCoverage } from "./term-coverage.ts";

/** What a question states as a fact: a sentence that says otherwise does not answer it. */
export interface Premises {
  /** Amounts and other numbers, as written. */
  readonly numbers: readonly string[];
  /** Words for what is done or forbidden: 禁止, 免费. */
  readonly stances: readonly string[];
  /** Whether the documents are taken to have done away with something. */
  readonly ended: boolean;
  /** Who does what: 由秘书长主持; null where nobody is named. */
  readonly agent: { readonly agent: string; readonly deed: string } | null;
}

const STANCES: readonly string[] =
  "禁止 取消 不得 不允许 不准 限制 暂停 停止 废除 废止 只支持 仅支持 只面向 仅限 强制 必须 免税 免费 惩罚 处罚 罚款".split(
    " ",
  );
/** A question about reasons, or one that asks for agreement, states what it asks about. */
const ASKS_AGREEMENT =
  /对[吗吧么]|是吗|是吧|没错吧|为什么|为何|为啥|凭什么|(?:理由|原因)(?:是|有)|什么(?:理由|原因)/;
/** “方案把保税区撤掉了，企业往哪儿搬”: told of the documents as done, and not asked. */
const ENDED =
  /(?:方案|规划|文件|政策|办法|条例|规定|意见|通知|国家|政府|[市区县]里)[^，。？]{0,24}(?<!被)(?:取消|撤掉|撤销|砍掉|叫停|停办|废除|废止|关停)了(?!吗|没|么)/;
const SAYS_ENDED = /取消|撤[掉销并]|废[除止]|停[止办]|关停|不再|终止/;
/** “借300万” of one's own company is no claim about the documents; “方案要求…5万亿元” is. */
const CLAIMS = /(?:方案|规划|文件|政策|办法|条例|规定|意见|通知|要求|提出|计划|目标)[^，。？]{0,20}\d/;
/** 最长不是30个工作日吗; …15个工作日，对吧. */
const TAKEN_FOR_GRANTED =
  /不(?:是|就是|应该是)(?<denied>[^，。？?]{2,24})[吗么]|(?<agreed>[^，。？?]{2,24})[，,]?(?:对[吗吧么]|是吧|没错吧)/g;
const AGENT =
  /由(?<agent>[\u4E00-\u9FFF]{2,12}?)(?:来)?(?<deed>主持|召集|负责|牵头|审批|批准|组织|承担|主管|发放|认定|印发|审核|监督)/;
const ASKED = /谁|哪|什么|何/;

/** Reads what a question states. `amounts` are those in it. */
export const readPremises = (question: string, amounts: readonly string[]): Premises => {
  const asksAgreement = ASKS_AGREEMENT.test(question);
  const granted = [...question.matchAll(TAKEN_FOR_GRANTED)].flatMap(({ groups }) =>
    numbersIn(groups?.["denied"] ?? groups?.["agreed"] ?? "").map(({ text }) => text),
  );
  const { agent, deed } = AGENT.exec(question)?.groups ?? {};
  return {
    numbers: [...new Set([...(asksAgreement || CLAIMS.test(question) ? amounts : []), ...granted])],
    stances: asksAgreement ? STANCES.filter((stance) => question.includes(stance)) : [],
    ended: ENDED.test(question),
    agent: agent === undefined || deed === undefined || ASKED.test(agent) ? null : { agent, deed },
  };
};

/** Whether the text names somebody else alone for the deed. 由总理召集和主持: other deeds may stand between. */
const namesAnotherAgent = ({ agent, deed }: NonNullable<Premises["agent"]>, text: string): boolean => {
  const named = [...text.matchAll(new RegExp(`由([^，。；由]{1,40}?)${deed}`, "g"))].map(
    ([, who]) => who ?? "",
  );
  return named.length > 0 && !named.some((who) => bigramsOf(agent).some((pair) => who.includes(pair)));
};

/** The first premise that a sentence, or for numbers and agents its clause, does not bear out, or null. */
export const brokenPremise = (
  { numbers, stances, ended, agent }: Premises,
  sentence: string,
  clause: string,
): "amount" | "stance" | null => {
  if (numbers.length > 0) {
    const present = new Set(numbersIn(clause).map(({ key }) => key));
    if (numbers.some((number) => numbersIn(number).some(({ key }) => !present.has(key)))) return "amount";
  }
  if (agent !== null && namesAnotherAgent(agent, clause)) return "stance";
  if (ended && !SAYS_ENDED.test(clause)) return "stance";
  if (stances.length === 0) return null;
  const folded = foldForCoverage(sentence);
  return stances.some((stance) => !folded.includes(stance)) ? "stance" : null;
};
