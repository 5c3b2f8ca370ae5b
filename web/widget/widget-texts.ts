/** What the widget says. */
export interface WidgetTexts {
  readonly language: string;
  readonly title: string;
  readonly close: string;
  readonly question: string;
  readonly ask: string;
  readonly stop: string;
  readonly working: string;
  readonly sources: string;
  readonly nearest: string;
  readonly failed: string;
  readonly hint: string;
  readonly status: Readonly<
    Record<"in_force" | "expired" | "repealed" | "not_yet_effective" | "unknown", string>
  >;
}

export const WIDGET_TEXTS: Readonly<Record<"zh" | "en", WidgetTexts>> = {
  zh: {
    language: "zh-CN",
    title: "政策问答",
    close: "关闭",
    question: "您的问题",
    ask: "提问",
    stop: "停止",
    working: "正在查找依据……",
    sources: "依据",
    nearest: "相近的条款",
    failed: "没有得到回答，请稍后再试。",
    hint: "以政策原文条款作答，没有依据就不答。",
    status: {
      in_force: "现行有效",
      expired: "已到期",
      repealed: "已废止",
      not_yet_effective: "尚未施行",
      unknown: "效力未知",
    },
  },
  en: {
    language: "en",
    title: "Ask about policy",
    close: "Close",
    question: "Your question",
    ask: "Ask",
    stop: "Stop",
    working: "Looking for sources…",
    sources: "Sources",
    nearest: "Nearest clauses",
    failed: "There was no answer; try again later.",
    hint: "Answers in the words of the documents, or none.",
    status: {
      in_force: "in force",
      expired: "expired",
      repealed: "repealed",
      not_yet_effective: "not yet in force",
      unknown: "status unknown",
    },
  },
};
