/** Questions about the documents that a new installation holds; they stay Chinese in every language. */
export const EXAMPLE_QUESTIONS: readonly string[] = [
  "中关村2010年的技术合同成交额是多少？",
  "谁来设立中关村科学研究基金？",
  "小企业想和大企业一起研发，有什么支持？",
  "哪些措施面向外籍人才？",
  "到2027年，中关村要达到什么目标？",
];
