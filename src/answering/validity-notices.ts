import type { Notice, NoticeKind } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";
import { inChinese } from "../policy/partial-date.ts";
import type { Status } from "../policy/validity.ts";
import { MIXED_STATUS_IN_ENGLISH, validityTextInEnglish } from "./validity-notices-english.ts";

const periodOf = ({ effectiveFrom, effectiveTo }: Citation): string => {
  if (effectiveFrom !== null && effectiveTo !== null)
    return `${inChinese(effectiveFrom)}至${inChinese(effectiveTo)}`;
  if (effectiveTo !== null) return `至${inChinese(effectiveTo)}`;
  return effectiveFrom === null ? "" : `自${inChinese(effectiveFrom)}起`;
};

const KINDS: Readonly<Record<Status, NoticeKind | null>> = {
  in_force: null,
  expired: "expired",
  repealed: "repealed",
  not_yet_effective: "not_yet_effective",
  unknown: "status_unknown",
};

const textInChinese = (
  citations: readonly [Citation, ...Citation[]],
): Readonly<Record<Status, string | null>> => {
  const title = `《${citations[0].documentTitle}》`;
  const periods = [...new Set(citations.map((citation) => periodOf(citation)))].filter((each) => each !== "");
  const period = periods.length === 0 ? "" : `（${periods.join("、")}）`;
  return {
    in_force: null,
    expired: `${title}所引条款的实施期${period}已经结束，所引内容仅反映当时的规定和情况。`,
    repealed: `${title}已被废止，所引内容不再适用。`,
    not_yet_effective: `${title}所引条款尚未施行${period}，所引内容目前还不适用。`,
    unknown: `${title}没有写明有效期，效力未知，使用前请核实。`,
  };
};

/**
 * The notice of citations of one document with one status. A citation's dates are those of its clause, which may
 * have its own, so that the end of a period is said of what is cited and never of the whole document.
 */
const noticeOf = (citations: readonly [Citation, ...Citation[]], language: "zh" | "en"): Notice | null => {
  const [{ documentId, status }] = citations;
  const texts = language === "en" ? validityTextInEnglish(citations) : textInChinese(citations);
  const kind = KINDS[status];
  const text = texts[status];
  return kind === null || text === null ? null : { kind, text, documentId };
};

/**
 * What a reader must know of the validity of what is cited (invariant 5): one notice for each document and
 * status that is not in force, and one where documents of different status stand side by side.
 */
export const validityNotices = (citations: readonly Citation[], language: "zh" | "en" = "zh"): Notice[] => {
  const alike = new Map<string, [Citation, ...Citation[]]>();
  for (const citation of citations) {
    const key = `${citation.status} ${citation.documentId}`;
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [citation]);
    else group.push(citation);
  }
  const notices = [...alike.values()]
    .map((group) => noticeOf(group, language))
    .filter((notice) => notice !== null);
  const statuses = new Set(citations.map(({ status }) => status));
  if (statuses.size > 1) {
    notices.push({
      kind: "mixed_status",
      documentId: null,
      text:
        language === "en" ? MIXED_STATUS_IN_ENGLISH : "所引文件的效力状态不同，请分别看各条引用的状态标记。",
    });
  }
  return notices;
};
