import type { Notice } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";
import { inChinese } from "../policy/partial-date.ts";
import type { Status } from "../policy/validity.ts";

const periodOf = ({ effectiveFrom, effectiveTo }: Citation): string => {
  if (effectiveFrom !== null && effectiveTo !== null)
    return `${inChinese(effectiveFrom)}至${inChinese(effectiveTo)}`;
  if (effectiveTo !== null) return `至${inChinese(effectiveTo)}`;
  return effectiveFrom === null ? "" : `自${inChinese(effectiveFrom)}起`;
};

/**
 * The notice of citations of one document with one status. A citation's dates are those of its clause, which may
 * have its own, so that the end of a period is said of what is cited and never of the whole document.
 */
const noticeOf = (citations: readonly [Citation, ...Citation[]]): Notice | null => {
  const [{ documentId, documentTitle, status }] = citations;
  const title = `《${documentTitle}》`;
  const periods = [...new Set(citations.map((citation) => periodOf(citation)))].filter((each) => each !== "");
  const period = periods.length === 0 ? "" : `（${periods.join("、")}）`;
  const texts: Readonly<Record<Status, Omit<Notice, "documentId"> | null>> = {
    in_force: null,
    expired: {
      kind: "expired",
      text: `${title}所引条款的实施期${period}已经结束，所引内容仅反映当时的规定和情况。`,
    },
    repealed: { kind: "repealed", text: `${title}已被废止，所引内容不再适用。` },
    not_yet_effective: {
      kind: "not_yet_effective",
      text: `${title}所引条款尚未施行${period}，所引内容目前还不适用。`,
    },
    unknown: { kind: "status_unknown", text: `${title}没有写明有效期，效力未知，使用前请核实。` },
  };
  const notice = texts[status];
  return notice === null ? null : { ...notice, documentId };
};

/**
 * What a reader must know of the validity of what is cited (invariant 5): one notice for each document and
 * status that is not in force, and one where documents of different status stand side by side.
 */
export const validityNotices = (citations: readonly Citation[]): Notice[] => {
  const alike = new Map<string, [Citation, ...Citation[]]>();
  for (const citation of citations) {
    const key = `${citation.status} ${citation.documentId}`;
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [citation]);
    else group.push(citation);
  }
  const notices = [...alike.values()].map(noticeOf).filter((notice) => notice !== null);
  const statuses = new Set(citations.map(({ status }) => status));
  if (statuses.size > 1) {
    notices.push({
      kind: "mixed_status",
      documentId: null,
      text: "所引文件的效力状态不同，请分别看各条引用的状态标记。",
    });
  }
  return notices;
};
