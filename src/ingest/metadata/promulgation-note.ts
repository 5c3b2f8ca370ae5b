import type { PartialDate } from "../../policy/partial-date.ts";
import type { FoundDate } from "./chinese-date.ts";
import { findDates, parseDate } from "./chinese-date.ts";
import { normaliseDocumentNumber } from "./document-number.ts";
import { isOrganisation, shortOrganisation } from "./organisation.ts";
import type { HeadLine } from "./read-head.ts";
import { opensNote } from "./read-head.ts";

/** One event of a note of promulgation (题注), with its place in the canonical text. */
export interface PromulgationEvent {
  /** `amended`: single articles, by a decision; `revised`: as a whole; `approved`: by the congress above. */
  readonly kind: "adopted" | "approved" | "published" | "amended" | "revised" | "effective";
  readonly date: PartialDate;
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  readonly start: number;
  readonly end: number;
}

const LONGEST_NOTE = 12;

/** 第十四届全国人民代表大会常务委员会第七次会议 → 全国人民代表大会常务委员会; 国务院第23次常务会议 → 国务院. */
const issuerOfMeeting = (words: string): string | null => {
  const text = words.replaceAll(/[\s\u3000]/g, "").replace(/^中华人民共和国(?=国务院|主席)/, "");
  const congress =
    /^((?:[\u4E00-\u9FFF]{2,16}?(?:省|自治区|市|州|县|区|盟))?)第?[〇○零一二三四五六七八九十百\d]+届(全国)?人民代表大会(常务委员会)?/.exec(
      text,
    );
  if (congress !== null) return `${congress[1] ?? ""}${congress[2] ?? ""}人民代表大会${congress[3] ?? ""}`;
  if (/^(?:全国人民代表大会|全国人大)常(?:务委员会|委会)/.test(text)) return "全国人民代表大会常务委员会";
  if (text.startsWith("全国人民代表大会")) return "全国人民代表大会";
  const court = /^最高人民(法院|检察院)/.exec(text);
  if (court !== null) return `最高人民${court[1] ?? ""}`;
  const body =
    /^([\u4E00-\u9FFF]{2,30}?)(?:令)?(?=第[〇○零一二三四五六七八九十百\d]+(?:次|号|届)|令|常务会议|会议|部务会|局务会|委务会|批准|发布|公布|通过|颁布|印发|修订|修正)/.exec(
      text,
    );
  const name = shortOrganisation(body?.[1] ?? "");
  return name !== "主席" && isOrganisation(name) ? name : null;
};

const numberIn = (words: string): string | null => {
  const decree = /([\u4E00-\u9FFF]{2,30}?(?:令|公告)(?:\d{4}年)?第[\d〇○零一二三四五六七八九十百千]+号)/.exec(
    words.replaceAll(/[\s\u3000]/g, ""),
  )?.[1];
  if (decree !== undefined) return normaliseDocumentNumber(decree);
  // 2020年6月28日印发 南科规〔2020〕6号
  for (const word of words.replaceAll(/《[^《》]*》/g, " ").split(/[\s\u3000，,；;、]+|[）)]$/)) {
    const number = normaliseDocumentNumber(word);
    if (number !== null) return number;
  }
  return null;
};

/** 南湾市科技创新局2020年6月28日印发: the name that stands directly before a day. */
const issuerBefore = (words: string): string | null => {
  const name = shortOrganisation(/[\u4E00-\u9FFF]+$/.exec(words)?.[0].replace(/^[由经]/, "") ?? "");
  return isOrganisation(name) ? name : null;
};

const eventOf = (
  note: string,
  offset: number,
  date: FoundDate,
  next: FoundDate | undefined,
): PromulgationEvent | null => {
  const before = note.slice(0, date.start);
  const words = note.slice(date.end, next?.start ?? note.length);
  const decision = /根据\s*$/.test(before);
  const end =
    offset + date.end + words.replace(/[\s\u3000）)，,；;、]*(?:根据|自|从)?[\s\u3000]*$/, "").length;
  const event = (
    kind: PromulgationEvent["kind"],
    fields: Partial<Pick<PromulgationEvent, "issuer" | "documentNumber">> = {},
  ): PromulgationEvent => ({
    kind,
    date: date.value,
    issuer: null,
    documentNumber: null,
    ...fields,
    start: offset + date.start,
    end,
  });
  if (/(?:自|从)\s*$/.test(before) && /^\s*起/.test(words)) return event("effective");
  if (decision) return event("amended");
  const own = words.replaceAll(/《[^《》]*(?:《[^》]*》[^《》]*)*》/g, "");
  if (/公布|发布|颁布|印发/.test(own))
    return event("published", {
      issuer: issuerOfMeeting(own) ?? issuerBefore(before),
      documentNumber: numberIn(own),
    });
  if (/令第/.test(own) && /修订|修正|修改/.test(own))
    return event("revised", { documentNumber: numberIn(own) });
  if (/通过|审议/.test(own)) return event("adopted", { issuer: issuerOfMeeting(own) });
  if (/批准/.test(own)) return event("approved");
  if (/修订|修正|修改/.test(own))
    return event(/修订/.test(own) ? "revised" : "amended", { issuer: issuerOfMeeting(own) });
  if (/起施行|起实施/.test(own)) return event("effective");
  return null;
};

/** Where the bracket closes that a note opens with; its whole length where it stays open. */
const closeOf = (note: string): number => {
  let depth = 0;
  for (const [at, character] of Array.from(note).entries()) {
    if (character === "（" || character === "(") depth += 1;
    else if (character === "）" || character === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return note.length;
};

/** The note of promulgation as it stands below the title, with its place; null where there is none. */
const findNote = (
  lines: readonly HeadLine[],
  text: string,
): { readonly note: string; readonly start: number } | null => {
  const at = lines.findIndex(({ content }) => opensNote(content));
  const first = lines[at];
  if (at === -1 || at > 3 || first === undefined) return null;
  let last = first;
  for (const line of lines.slice(at, at + LONGEST_NOTE)) {
    last = line;
    if (/[）)]$/.test(line.content)) break;
  }
  const whole = text.slice(first.start, last.end);
  // What stands behind the bracket in the same line (目 录) is no part of the note.
  return { note: whole.slice(0, closeOf(whole)), start: first.start };
};

/** Who promulgated a document and under which number, where the note gives no day for it. */
export interface UndatedIssue {
  readonly issuer: string | null;
  readonly documentNumber: string;
  readonly start: number;
  readonly end: number;
}

/** （甲省人民政府令第310号公布 自2020年12月5日起施行）: the decree, without the day on which it was made. */
export const readUndatedIssue = (lines: readonly HeadLine[], text: string): UndatedIssue | null => {
  const found = findNote(lines, text);
  if (found === null) return null;
  const words = found.note.slice(1, findDates(found.note)[0]?.start ?? found.note.length);
  const decree =
    /^\s*(([^\s，。；]{2,60}?)(?:令|公告)[^，。；]{0,8}?第[^，。；]{1,8}号)\s?(?:公布|发布|颁布)/.exec(words);
  const documentNumber = normaliseDocumentNumber(decree?.[1] ?? "");
  if (documentNumber === null) return null;
  const issuer = shortOrganisation(decree?.[2] ?? "");
  const start = found.start + 1 + words.indexOf(decree?.[1] ?? "");
  return {
    issuer: isOrganisation(issuer) ? issuer : null,
    documentNumber,
    start,
    end: start + (decree?.[1] ?? "").length,
  };
};

/**
 * The events of the note that stands below a title: （1991年3月4日国务院令第76号发布 2018年9月6日国务院第23次常务会议修订通过
 * 自2019年3月1日起施行）, wrapped over lines or not.
 */
export const readPromulgationNote = (lines: readonly HeadLine[], text: string): PromulgationEvent[] => {
  const found = findNote(lines, text);
  if (found === null) return [];
  const { note, start } = found;
  // （2023年7月14日）: a date alone is the document's.
  const alone = /^[（(]\s*(.+?)\s*[）)]$/.exec(note)?.[1];
  const day = alone === undefined ? null : parseDate(alone);
  if (day !== null)
    return [
      {
        kind: "published",
        date: day,
        issuer: null,
        documentNumber: null,
        start: start + 1,
        end: start + note.length - 1,
      },
    ];
  if (!/通过|公布|发布|修订|修正|施行|批准|印发|颁布/.test(note)) return [];
  const dates = findDates(note);
  return dates.flatMap((date, index) => eventOf(note, start, date, dates[index + 1]) ?? []);
};
