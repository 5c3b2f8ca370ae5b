import { exchangeWord } from "./words.ts";

const ANTONYMS: readonly (readonly [string, string])[] = [
  ["增长", "下降"],
  ["扩大", "缩小"],
  ["加强", "削弱"],
  ["提高", "降低"],
  ["增加", "减少"],
  ["境内", "境外"],
  ["国内", "国外"],
  ["超过", "不足"],
  ["放宽", "收紧"],
  ["上级", "下级"],
  ["公开", "保密"],
  ["优先", "最后"],
  ["建立", "撤销"],
  ["促进", "阻碍"],
  ["有利于", "不利于"],
  ["统一", "分散"],
  ["免征", "征收"],
  ["批准", "否决"],
  ["同意", "反对"],
  ["之前", "之后"],
  ["以上", "以下"],
  ["最高", "最低"],
  ["不超过", "不少于"],
  ["大型", "小型"],
  ["事前", "事后"],
  ["合法", "非法"],
  ["首次", "末次"],
  ["长期", "短期"],
  ["定期", "不定期"],
];

export const antonyms = (sentence: string): string[] =>
  ANTONYMS.flatMap(([one, other]) => [
    ...exchangeWord(sentence, one, other),
    ...exchangeWord(sentence, other, one),
  ]);
