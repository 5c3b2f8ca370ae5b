import { tag } from "jieba-wasm";

export interface Word {
  readonly word: string;
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

export const wordsOf = (sentence: string): Word[] => {
  let at = 0;
  return tag(sentence, true).map(({ word, tag: part }: { word: string; tag: string }) => {
    const start = at;
    at += word.length;
    return { word, tag: part, start, end: at };
  });
};

export const exchangeWord = (sentence: string, from: string, to: string): string[] =>
  wordsOf(sentence)
    .filter(({ word }) => word === from)
    .map(({ start, end }) => sentence.slice(0, start) + to + sentence.slice(end));
