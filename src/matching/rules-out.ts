import { denies, plainWords } from "./plain-words.ts";

/** Words by which a text rules somebody or something out. */
export const RULES_OUT = /除外|不予|不得|不能|不再|不享受|不适用|不纳入|不属于|不支持|不受理/;

/** Whether a condition rules something out, so that it is met by who is or has none of it. */
export const isRuledOut = (condition: string): boolean =>
  RULES_OUT.test(condition) || denies(plainWords(condition));
