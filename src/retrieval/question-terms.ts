import { tagWords } from "../clause-index/segment.ts";

/** A content word of a question. `importance` (0–1) comes from its part of speech. */
export interface QuestionTerm {
  readonly text: string;
  readonly tag: string;
  readonly importance: number;
}

/** Words of asking and politeness that a tagger takes for content. */
const ASKING = new Set(
  (
    "请问 请给 请 给出 列出 介绍 告诉 知道 想 想要 打算 准备 需要 说 讲 讲述 说法 规定 要求 提到 提 内容 原文 意思 情况 问题 方面 文件 政策 " +
    "是 有 没有 能 能够 可以 可 会 应该 要 做 干 搞 弄 办 进行 达到 包括 叫 叫做 称 全称 定义 分别 具体 主要 相关 有关 目前 现在 当时 一共 总共 合计 " +
    "多少 几 哪些 哪几 什么 怎么 怎样 如何 为什么 为何 啥 谁 哪个 年 月 日 家 名 项 个 件 位 条 支持 有没有 是不是 能不能 由谁来 各是 提法 哪一年 管 到 人 不能 里 来 去 拿 没 把 还有 以前 自己 出来 找 买 用 看 够 帮着 机会 有人 东西 事 事情 时候 地方 大家 别人 一点 怎么办 给 让"
  ).split(" "),
);

/** Nouns that stand for whatever is asked about; a sentence need not repeat them. */
const GENERIC_NOUNS = new Set(
  "目标 指标 任务 措施 工作 事项 做法 要点 重点 数量 总数 总量 数额 金额 时间".split(" "),
);
const GENERIC_IMPORTANCE = 0.3;

/** Importance by the first letters of the tag; nouns and names carry a question, verbs less, the rest little. */
const importanceOf = (tag: string): number => {
  // The terms that were added to the dictionary have no tag: they are names of policies.
  if (tag === "" || /^(?:n|j|i|l|vn|an|eng|s|t$)/.test(tag)) return 1;
  if (/^(?:v|x|b|f)/.test(tag)) return 0.6;
  // 六项, 十条: what a document numbers, it is known by.
  if (tag.startsWith("m")) return 0.4;
  if (tag.startsWith("a")) return 0.3;
  return 0;
};

/** Two characters of which the second is a preposition: a word that no dictionary has (专利池在 → 专利 + 池在). */
const CUT_WRONGLY = /^[\u4e00-\u9fff][在由对]$/;
const ENDS_LIKE_PREPOSITION = new Set(
  "现在 存在 所在 正在 实在 自在 内在 外在 潜在 旨在 不在 好在 何在 自由 理由 事由 缘由 经由 因由 反对 面对 针对 相对 绝对 应对 核对 校对 配对 结对 一对 派对".split(
    " ",
  ),
);

/** The text with the prepositions apart that the tagger took for the end of a word. */
const withPrepositionsApart = (text: string): string => {
  let rest = text;
  for (const { word } of tagWords(text)) {
    if (CUT_WRONGLY.test(word) && !ENDS_LIKE_PREPOSITION.has(word))
      rest = rest.replaceAll(word, `${word.charAt(0)} `);
  }
  return rest;
};

/** The distinct content words of a question, without the mentions of documents in it, in text order. */
export const questionTerms = (question: string, mentions: readonly string[]): QuestionTerm[] => {
  let rest = question;
  for (const mention of mentions) rest = rest.replaceAll(mention, " ");
  // 科技城由谁负责: a cutter takes 城由 for a word.
  rest = withPrepositionsApart(rest.replaceAll(/[由归](?=谁|哪|什么)/g, " "));
  const terms = new Map<string, QuestionTerm>();
  for (const { word, tag } of tagWords(rest)) {
    const importance =
      /^\d/.test(word) || (word.length < 2 && tag.startsWith("m"))
        ? 0
        : importanceOf(tag) * (word.length === 1 ? 0.2 : GENERIC_NOUNS.has(word) ? GENERIC_IMPORTANCE : 1);
    if (importance > 0 && !ASKING.has(word) && !terms.has(word))
      terms.set(word, { text: word, tag, importance });
  }
  return [...terms.values()];
};

/** The words of a question in text order, without overlaps. */
export const questionWords = (question: string): string[] => tagWords(question).map(({ word }) => word);
