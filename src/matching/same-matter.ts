import { denies, plainWords } from "./plain-words.ts";

/** What a company may owe, have trouble with or be given, each with the words for it. */
const MATTERS: readonly RegExp[] = [
  /工程款|工程/,
  /税/,
  /工资|薪/,
  /货款/,
  /租金|房租/,
  /社保|社会保险/,
  /质量|产品/,
  /环保|环境|排污|污染|生态/,
  /安全|工伤|伤亡|死亡/,
  /信用|失信|征信|老赖|黑名单/,
  /贷款|借款|银行/,
  /补贴|补助|奖补|奖励|贴息|资助|扶持|财政|资金|政策/,
  /市场监管|市监|工商/,
  /消防/,
  /海关/,
  /知识产权|专利|侵权/,
];

/** What follows from a condition says nothing of its matter: 不予奖补. */
const OUTCOME = /，?(?:不予|不再|不享受|不得|除外).*$/;

const mattersOf = (text: string): readonly RegExp[] => MATTERS.filter((words) => words.test(text));

/**
 * Whether what is said may decide a condition that denies: not where the two are of different matters, as 没欠过税 and
 * 不存在拖欠工程款行为. What is said in words for no matter (没欠过) may be of any.
 * Where some of its clauses deny, they alone count.
 */
export const maySayMatter = (condition: string, said: string): boolean => {
  const plain = condition.replace(OUTCOME, "");
  if (!denies(plainWords(plain)) && plain === condition) return true;
  const wanted = mattersOf(plain);
  const denying = said.split("，").filter((clause) => denies(plainWords(clause)));
  const given = mattersOf(denying.length === 0 ? said : denying.join("，"));
  return wanted.length === 0 || given.length === 0 || given.some((words) => wanted.includes(words));
};
