const INVENTED = [
  "，并给予税收减免",
  "，违者罚款",
  "，期限为三年",
  "，由财政全额补贴",
  "，须提前备案",
  "，个人不得申请",
  "，外资企业除外",
];

export const invented = (sentence: string): string[] =>
  sentence.endsWith("。") ? INVENTED.map((addition) => `${sentence.slice(0, -1)}${addition}。`) : [];
