import { each } from "./mutation.ts";

const CONDITIONS =
  /(?:对)?(?:符合条件的|具备条件的|有条件的)|经[^，。、]{2,14}(?:批准|同意|审核)(?:后)?，?|按(?:照)?(?:有关)?规定|(?<=^|，|。)在[^，。]{2,20}(?:前提下|情况下|条件下|基础上)，|，[^，。]{2,16}除外|依法(?!依规|治)/g;

export const conditionDropped = (sentence: string): string[] => each(sentence, CONDITIONS, () => "");

const SCOPES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/之一/g, ["全部", ""]],
  [/全部|所有(?!者|权|制)|一切/g, ["部分", "个别"]],
  [/(?<![成大])部分(?=\p{Script=Han})/gu, ["全部", "所有"]],
  [/一批|若干|多项|多家/g, ["全部", "所有", "唯一一个"]],
  [/(?<=[^年人平])均(?=[可须由应为按])/g, ["之一"]],
  [/各(?=地区|部门|单位|级|园区|有关)/g, ["任一", "个别", "某"]],
  [/任何/g, ["部分", "个别"]],
  [/原则上/g, ["一律", ""]],
  [/主要(?=由|包括|经费|来自)/g, ["全部", "仅"]],
  [/特别是|尤其是/g, ["仅限"]],
  [/重点(?=支持|推进|开展|关注|突破)/g, ["仅"]],
];

export const scopes = (sentence: string): string[] =>
  SCOPES.flatMap(([pattern, others]) => others.flatMap((other) => each(sentence, pattern, () => other)));
