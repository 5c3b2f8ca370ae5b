import { isOrganisation, splitOrganisations } from "./organisation.ts";

const KINDS =
  "法|法典|宪法|条例|规定|办法|细则|规则|决定|决议|通知|意见|公告|通告|通报|报告|请示|批复|函|复函|答复|纪要|方案|规划|纲要|计划|措施|要点|指南|指引|目录|清单|标准|规范|解释|章程|准则|规程|制度|预案|安排|政策|令|公报|宣言|修正案|协议|名单|说明|导则|建议|总则|守则|公约|议案|工作法|白皮书|任务书|路线图|行动|若干问题|补充规定";
const VERSION = "(?:[（(【〔][^（）()【】〔〕]{1,30}[）)】〕])*";
const COMPLETE = new RegExp(`(?:${KINDS})[”》〉]?${VERSION}$`);
const NOTICE = /(?:通知|函|决定|公告|通告|令|意见|命令|批复)[”》〉]?(?:[（(][^（）()]{1,20}[）)])*$/;

const balanced = (text: string, open: string, close: string): boolean =>
  text.split(open).length === text.split(close).length;

/** Whether a title can end here: its marks are closed, and its last word names a kind of document. */
export const isCompleteTitle = (title: string): boolean => {
  if (!balanced(title, "《", "》") || !balanced(title, "（", "）") || !balanced(title, "“", "”"))
    return false;
  const outside = title.replaceAll(/《[^》]*》/g, "");
  if (/关于(?:印发|转发|批转|公布|发布|颁布)|(?:批转|转发).*关于/.test(outside)) return NOTICE.test(title);
  return COMPLETE.test(title);
};

/** What can only follow a title: （试行）, （2024—2027年）. */
export const isTitleSuffix = (line: string): boolean =>
  /^[（(](?:试行|暂行|草案|征求意见稿|送审稿|修订|修正|[\d〇一二三四五六七八九零]{4})[^（）()]{0,20}[）)]$/.test(
    line,
  ) && line.length < 24;

/**
 * A title as one line: letters that were spaced out (几 个 问 题) and lines that were wrapped are closed up;
 * the blank between joint issuers at its beginning stays, as in 中共中央 国务院关于….
 */
export const joinTitle = (lines: readonly string[]): string => {
  const words = lines
    .join(" ")
    .replaceAll(/&[a-z]+;/g, " ")
    .split(/[\s\u3000]+/)
    .filter((word) => word !== "");
  const spacedOut = words.filter((word) => /^[\u4E00-\u9FFF]$/.test(word)).length > 1;
  let title = "";
  for (const word of words) {
    if (title === "") {
      title = word;
      continue;
    }
    const latin = /[A-Za-z0-9]$/.test(title) && /^[A-Za-z0-9]/.test(word);
    const issuers = !spacedOut && splitOrganisations(title).length > 0 && opensWithOrganisation(word);
    title += `${latin || issuers ? " " : ""}${word}`;
  }
  return title;
};

const opensWithOrganisation = (word: string): boolean => {
  const name = /^(.{3,}?)(?=关于|转发|批转|印发|、|$)/.exec(word)?.[1] ?? "";
  return isOrganisation(name) && !/^(?:办公厅|办公室)$/.test(name);
};
