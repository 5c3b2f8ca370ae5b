import { normaliseDocumentNumber } from "./document-number.ts";
import type { LabelledValue } from "./head-labels.ts";
import type { HeadLine } from "./read-head.ts";

const KIND = /(公告|通告)[》”]?(?:[（(][^（）()]{1,20}[）)])*$/;
const ORDINAL = /^[（(]?\s*(\d{4})\s?年?\s*第\s?(\d{1,4})\s?号\s*[）)]?$/;

/**
 * The number of an announcement that has only its year and ordinal below the title (2024年第3号): the issuers and the
 * kind of document that belong before it stand in the title.
 */
export const findAnnouncedNumber = (
  title: string,
  issuers: readonly string[],
  belowTitle: readonly HeadLine[],
): LabelledValue | null => {
  const kind = KIND.exec(title)?.[1];
  const [line] = belowTitle;
  const ordinal = ORDINAL.exec(line?.content.normalize("NFKC") ?? "");
  if (kind === undefined || line === undefined || ordinal === null || issuers.length === 0) return null;
  const value = normaliseDocumentNumber(
    `${issuers.join(" ")}${kind}${ordinal[1] ?? ""}年第${ordinal[2] ?? ""}号`,
  );
  return value === null ? null : { value, start: line.start, end: line.end };
};
