import { numbersIn } from "./number-lock.ts";

/** Short and full names of the same thing. */
const SAME_NAMES: readonly (readonly [RegExp, string])[] = [
  [/高等学校|高等院校/g, "高校"],
  [/工业和信息化部/g, "工信部"],
  [/科学技术部/g, "科技部"],
  [/(?:国家)?发展和改革委员会|发展改革委/g, "发改委"],
  [/人民政府/g, "政府"],
];

/** Characters that join words and say nothing by themselves. None of them denies, obliges or counts. */
const FUNCTION_CHARACTERS = /[的了和与及或是在为对等也就还其之以并且而于由被将把给着该此]/g;

/** Ends a part of a sentence. */
const SEGMENT_END = /[,;。:!?、\n]/;

/** One spelling: half width, lower case, without blanks, one name for one thing. */
export const foldWording = (text: string): string => {
  let folded = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}]/gu, "");
  for (const [names, name] of SAME_NAMES) folded = folded.replaceAll(names, name);
  return folded;
};

/** The content characters of a folded text, in order; every other sign is a break, `|`. */
export const contentOf = (folded: string): string =>
  folded.replaceAll(FUNCTION_CHARACTERS, "").replaceAll(/[^\p{L}\p{N}]+/gu, "|");

/** The folded text with a break for every number: those have a lock of their own. */
export const withoutNumbers = (text: string): string => {
  let rest = "";
  let at = 0;
  for (const { start, end } of numbersIn(text)) {
    rest += `${text.slice(at, start)}|`;
    at = end;
  }
  return foldWording(rest + text.slice(at));
};

/** The pairs of neighbouring Han characters. */
export const hanPairs = (content: string): string[] =>
  (content.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) => {
    const characters = Array.from(run);
    return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
  });

/** A folded text in the parts between its commas; an enumeration (、) stays in one part unless asked for. */
export const segmentsOf = (folded: string): string[] =>
  folded.split(/[,;。:!?\n]+/).filter((segment) => contentOf(segment).replaceAll("|", "") !== "");

/** Whether a character ends a part of a sentence, enumerations included. */
export const endsSegment = (character: string): boolean => SEGMENT_END.test(character);
