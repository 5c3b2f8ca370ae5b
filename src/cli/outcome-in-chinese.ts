/** What a reader is told became of a file. */
export const outcomeInChinese = {
  added: "新增",
  replaced: "更新",
  moved: "移动",
  unchanged: "未变",
  failed: "失败",
} as const;
