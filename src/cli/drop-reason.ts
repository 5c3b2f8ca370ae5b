const REASONS: Readonly<Record<string, string>> = {
  "byte-order-mark": "字节顺序标记",
  "line-ending": "换行符",
  indentation: "缩进",
  "trailing-space": "行末空白",
  "blank-line": "空行",
  "line-join": "断行",
  "lost-line-break": "恢复的换行",
  "footnote-marker": "脚注标记",
  "control-character": "控制字符",
  header: "页眉",
  footer: "页脚",
  "page-number": "页码",
  hidden: "隐藏文字",
  deleted: "修订中删去的文字",
  comment: "批注",
  navigation: "网页导航",
  script: "网页脚本",
  "front-matter": "文首说明",
  "table-of-contents": "目录",
  placeholder: "未填写的提示文字",
  rotated: "水印或竖排文字",
};

/** Why a stretch of a file is not part of the text, in a reader's words; an unknown reason as it is. */
export const dropReasonInChinese = (reason: string): string => REASONS[reason] ?? reason;
