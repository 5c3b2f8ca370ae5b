import { cut } from "jieba-wasm";

/** Words that carry no content of their own: particles, pronouns, prepositions, conjunctions, auxiliary verbs. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  "的 了 和 与 及 或 在 是 把 被 让 使 给 对 从 到 由 将 要 也 都 就 并 且 而 其 这 那 个 等 为 以 于 向 按 照 里 中 上 下 后 前 之 所 有 会 得 着 过 不 更 最 很 还 再 又 做 能 可 可以 应当 应 须 必须 不得 一 一个 各 每 该 本 它 他 她 我们 你们 他们 什么 怎么 怎样 以及 或者 并且 因为 如果 但 但是 才 则 即 如 像 跟 同 比 地 些 种 名 年 月 日 者 性 化 没 没有 只 只有 当 时 间 内 外 凡 若 已 已经 正 正在 其中 这样 那样 这些 那些 进行 通过 方面 包括 以上 以下 以前 以后 之间 为了 用 起 去 来".split(
    " ",
  ),
);

const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    cut(text.normalize("NFKC"), true)
      .map((word: string) => word.trim())
      .filter((word: string) => /[\p{L}\p{N}]/u.test(word) && !STOP_WORDS.has(word)),
  );

/** The share of a statement's content words (jieba's words without stop words) that stand in its quote. */
export const sharedWords = (statement: string, quote: string): number => {
  const quoted = contentWords(quote);
  const said = [...contentWords(statement)];
  return said.length === 0 ? 1 : said.filter((word) => quoted.has(word)).length / said.length;
};
