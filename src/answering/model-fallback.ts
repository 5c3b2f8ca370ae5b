import type { Notice } from "../policy/answer.ts";

type Language = "zh" | "en";

const notice = (text: string): Notice => ({ kind: "model_fallback", documentId: null, text });

/**
 * What a reader is told where the model gave nothing that could be shown, where it stopped half-way, and where
 * sentences of the documents stand for words of the model that were not borne out.
 */
export const MODEL_FALLBACKS: Readonly<
  Record<Language, { readonly notWorded: Notice; readonly cutShort: Notice; readonly repaired: Notice }>
> = {
  zh: {
    notWorded: notice("语言模型没有给出通过核对的回答，以下直接引用文件原文作答。"),
    cutShort: notice("语言模型的回答没有完成，以上只是其中已通过核对的部分。"),
    repaired: notice("语言模型的部分表述没有通过核对，已改为直接引用文件原句。"),
  },
  en: {
    notWorded: notice(
      "The language model gave no answer that could be verified; the answer below quotes the documents directly.",
    ),
    cutShort: notice("The language model did not finish; what is shown is the part that was verified."),
    repaired: notice(
      "Some of the language model's words could not be verified; the documents' own sentences stand in their place.",
    ),
  },
};
