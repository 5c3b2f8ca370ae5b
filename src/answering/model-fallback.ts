import type { Notice } from "../policy/answer.ts";

type Language = "zh" | "en";

const notice = (text: string): Notice => ({ kind: "model_fallback", documentId: null, text });

/** What a reader is told where the model gave nothing that could be shown, and where it stopped half-way. */
export const MODEL_FALLBACKS: Readonly<
  Record<Language, { readonly notWorded: Notice; readonly cutShort: Notice }>
> = {
  zh: {
    notWorded: notice("语言模型没有给出通过核对的回答，以下直接引用文件原文作答。"),
    cutShort: notice("语言模型的回答没有完成，以上只是其中已通过核对的部分。"),
  },
  en: {
    notWorded: notice(
      "The language model gave no answer that could be verified; the answer below quotes the documents directly.",
    ),
    cutShort: notice("The language model did not finish; what is shown is the part that was verified."),
  },
};
