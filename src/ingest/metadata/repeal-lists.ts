import type { PartialDate } from "../../policy/partial-date.ts";
import type { NormalisedText } from "../normalise.ts";
import { readMarker } from "../markers/read-marker.ts";
import type { FoundRepeal } from "./find-repeals.ts";
import { dayOfRepeal } from "./find-repeals.ts";
import { documentsOfItem } from "./listed-document.ts";
import { withoutQuotedProvisions } from "./own-subject.ts";
import {
  announcesRepeals,
  attachmentAt,
  isRepealHeading,
  repealingAttachments,
} from "./repeal-announcements.ts";

/** What becomes of the document of a row, where a table says so for each: 清理结果：废止. */
const RESULT = /(?:清理结果|清理意见|处理结果|处理意见|清理结论|处理方式|备注)：([^；]{2,20})/;
const OTHERWISE = /继续有效|保留|修改|修订/;
/** Between items: the heads of columns, （一）市政府规章（3件）, （共12件）. */
const WITHIN = /^(?:序\s*号|[（(]?共.{1,12}件)/;
const SUBHEADING = /^[\u4E00-\u9FFF\d\s（）()年—-]{2,30}[:：]?$/;
/** Lines between the head of an attachment and its first item: its title, a date, the heads of columns. */
const LINES_OF_HEAD = 6;

/** Where a list of repealed documents is being read. */
interface OpenList {
  /** Lines that may pass until the first item comes. */
  patience: number;
  readonly on: PartialDate | null;
}

/**
 * Lists of repealed documents, one on each line: below a heading (废止文件目录), below a sentence that announces them
 * (现将下列文件予以废止：), or in an attachment that the text says is one (决定废止附件所列文件).
 */
export const findRepealLists = ({
  text,
  paragraphs,
}: Pick<NormalisedText, "text" | "paragraphs">): FoundRepeal[] => {
  const found: FoundRepeal[] = [];
  const attachments = new Map<number, PartialDate | null>();
  let list: OpenList | null = null;
  for (const { start, end } of paragraphs) {
    const line = withoutQuotedProvisions(text.slice(start, end));
    const marker = readMarker(line)?.match.length ?? 0;
    const content = line.slice(marker);
    const attachment = attachmentAt(line);
    if (attachment !== null) {
      const isNamed = attachments.has(attachment) || (attachments.has(0) && attachments.size === 1);
      list =
        isRepealHeading(line) || (isNamed && !/^附\s*件\s*[:：]/.test(line))
          ? { patience: LINES_OF_HEAD, on: attachments.get(attachment) ?? attachments.get(0) ?? null }
          : null;
      continue;
    }
    // 附件2 / 继续有效的文件目录
    if (list !== null && list.patience > 0 && OTHERWISE.test(content) && /[录单]$/.test(content)) list = null;
    if (isRepealHeading(content) || announcesRepeals(content)) {
      list = { patience: 1, on: dayOfRepeal(content) };
      continue;
    }
    const named = repealingAttachments(line);
    const day = named.length === 0 ? null : dayOfRepeal(line);
    for (const number of named) attachments.set(number, day);
    const result = RESULT.exec(content)?.[1] ?? null;
    if (list === null && (result === null || !/废止|失效/.test(result))) continue;
    const items = result !== null && OTHERWISE.test(result) ? [] : documentsOfItem(content);
    for (const item of items)
      found.push({
        ...item,
        on: list?.on ?? null,
        start: start + marker + item.start,
        end: start + marker + item.end,
      });
    if (list === null || result !== null) continue;
    if (items.length > 0 || content.startsWith("《")) list.patience = 0;
    else if (list.patience > 0) list.patience -= 1;
    else if (!WITHIN.test(content) && !(marker > 0 && SUBHEADING.test(content) && !OTHERWISE.test(content)))
      list = null;
  }
  return found;
};
