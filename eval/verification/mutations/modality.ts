import { each } from "./mutation.ts";
import { exchangeWord } from "./words.ts";

/** Modal words: each is exchanged for each other one that says something else. */
const MODALS = ["应当", "可以", "不得", "鼓励", "支持", "探索", "必须", "须", "要", "允许", "禁止"] as const;
const SAME_MODALS = new Set(["必须须", "须必须", "不得禁止", "禁止不得", "可以允许", "允许可以"]);

export const modalSteps = (sentence: string): string[] =>
  MODALS.flatMap((from) =>
    MODALS.filter((to) => to !== from && !SAME_MODALS.has(from + to)).flatMap((to) =>
      exchangeWord(sentence, from, to),
    ),
  );

export const modalDropped = (sentence: string): string[] =>
  each(
    sentence,
    /(?<=^|[，；。])(?:鼓励(?!和|、)|支持(?!力度|和)|探索(?!和|性)|力争|争取|试点|优先)|可以(?=根据|由|采用|选择)|(?<=\p{Script=Han})可(?=根据|申请|按|由|向)/gu,
    () => "",
  );
