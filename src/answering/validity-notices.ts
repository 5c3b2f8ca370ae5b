import type { Notice } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";
import { inChinese } from "../policy/partial-date.ts";
import type { Status } from "../policy/validity.ts";

const periodOf = ({ effectiveFrom, effectiveTo }: Citation): string => {
  if (effectiveFrom !== null && effectiveTo !== null)
    return `（${inChinese(effectiveFrom)}至${inChinese(effectiveTo)}）`;
  if (effectiveTo !== null) return `（至${inChinese(effectiveTo)}）`;
  return effectiveFrom === null ? "" : `（自${inChinese(effectiveFrom)}起）`;
};

const noticeOf = (citation: Citation): Omit<Notice, "documentId"> | null => {
  const title = `《${citation.documentTitle}》`;
  const texts: Readonly<Record<Status, Omit<Notice, "documentId"> | null>> = {
    in_force: null,
    expired: {
      kind: "expired",
      text: `${title}的实施期${periodOf(citation)}已经结束，所引内容仅反映当时的规定和情况。`,
    },
    repealed: { kind: "repealed", text: `${title}已被废止，所引内容不再适用。` },
    not_yet_effective: {
      kind: "not_yet_effective",
      text: `${title}尚未施行${periodOf(citation)}，所引内容目前还不适用。`,
    },
    unknown: { kind: "status_unknown", text: `${title}没有写明有效期，效力未知，使用前请核实。` },
  };
  return texts[citation.status];
};

/**
 * What a reader must know of the validity of what is cited (invariant 5): one notice for each document that is
 * not in force, and one where documents of different status stand side by side.
 */
export const validityNotices = (citations: readonly Citation[]): Notice[] => {
  const notices = new Map<string, Notice>();
  for (const citation of citations) {
    const notice = noticeOf(citation);
    if (notice !== null && !notices.has(`${citation.documentId} ${notice.kind}`)) {
      notices.set(`${citation.documentId} ${notice.kind}`, { ...notice, documentId: citation.documentId });
    }
  }
  const statuses = new Set(citations.map(({ status }) => status));
  if (statuses.size > 1) {
    notices.set("mixed", {
      kind: "mixed_status",
      documentId: null,
      text: "所引文件的效力状态不同，请分别看各条引用的状态标记。",
    });
  }
  return [...notices.values()];
};
