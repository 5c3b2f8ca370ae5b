import { each } from "./mutation.ts";

const DENIAL =
  /不得(?=\p{Script=Han})|不予|不能|(?<![不除])不(?=可同时|设|缴|纳|收|再|征|发|题|刻|正式|以|用|要求|实行|超过)|尚未|未(?=[^来能])|非(?=法|独生|首套|营利)|禁止|严禁/gu;

export const denialDropped = (sentence: string): string[] =>
  each(sentence, DENIAL, ([word]) =>
    word === "不得" || word === "不能"
      ? "可以"
      : word === "禁止" || word === "严禁"
        ? "允许"
        : word === "不予"
          ? "予以"
          : "",
  );

const DENIABLE =
  /支持(?!力度|政策|体系|作用)|鼓励|允许|应当(?!予)|可以|(?<!不)可(?=申请|享受|根据)|建立(?!健全)|开展|实行|适用|属于|包括|推进|负责(?!人|同志)/g;

export const denialAdded = (sentence: string): string[] =>
  each(sentence, DENIABLE, ([word]) => (word.startsWith("可") ? `不${word}` : `不${word}`));
