/** The texts that only a Word document has; they are loaded with what writes it. */
export interface ExportTexts {
  readonly answerTitle: string;
  readonly conversationTitle: string;
  readonly issuedBy: (issuers: string) => string;
  readonly facts: (facts: readonly string[]) => string;
  readonly sameAsNote: (note: number) => string;
  readonly refusedNote: string;
  readonly exportedOn: (day: string, origin: string) => string;
}

export const exportChinese: ExportTexts = {
  answerTitle: "政策问答",
  conversationTitle: "政策问答记录",
  issuedBy: (issuers) => `${issuers}发布`,
  facts: (facts) => `【${facts.join("；")}】`,
  sameAsNote: (note) => `同脚注 ${note}：`,
  refusedNote: "没有作答",
  exportedOn: (day, origin) => `${day} 由政问（${origin}）导出。引文与收录的原文逐字一致，以原文为准。`,
};

export const exportEnglish: ExportTexts = {
  answerTitle: "Policy answer",
  conversationTitle: "Policy answers",
  issuedBy: (issuers) => `issued by ${issuers}`,
  facts: (facts) => ` (${facts.join("; ")}) `,
  sameAsNote: (note) => `See note ${note}: `,
  refusedNote: "Not answered",
  exportedOn: (day, origin) =>
    `Exported by Zhengwen (${origin}) on ${day}. Quotes match the documents of the library character by character; the original text prevails.`,
};
