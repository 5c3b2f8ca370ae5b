import { attachedTable, attachment } from "./attachment-marker.ts";
import { arabicComma, arabicDot } from "./arabic-enumerations.ts";
import type { ReadMarker } from "./marker.ts";

export interface Attachments {
  /** Paragraphs with which an attachment begins, by index. */
  readonly starts: ReadonlyMap<number, ReadMarker>;
  /**
   * Paragraphs that list attachments (附件：1.… 2.…): mentions, not beginnings. The marker of an entry that has a line
   * of its own; null for the line with which a list begins.
   */
  readonly listed: ReadonlyMap<number, ReadMarker | null>;
  /** Titles that the lists state, without blanks. */
  readonly titles: ReadonlySet<string>;
}

const compact = (text: string): string => text.replaceAll(/\s+/g, "");

/** The number of an entry of a list of attachments: 2.…, 3、… */
const entryNumber = (
  text: string,
): { readonly number: number; readonly title: string; readonly read: ReadMarker | null } | null => {
  for (const family of [arabicDot, arabicComma]) {
    const match = family.read(text);
    if (match?.number == null) continue;
    if (/[。；]./.test(text)) return null;
    const title = text.slice(match.length).replace(/[。；]$/, "");
    return { number: match.number, title, read: { family, match } };
  }
  return null;
};

/** Several entries on one line: 1.申报表 2.名单. */
const titlesOf = (text: string): string[] => text.split(/\s*[；;\s]\s*[0-9０-９]{1,2}[.．、]\s*/);

const LONGEST_ENTRY = 60;

const keyOf = ({ family, match }: ReadMarker): string =>
  `${family.name} ${match.number ?? 1}-${match.suffix}`;

/**
 * Tells where attachments begin from where they are only listed. A line 附件1 alone begins one. A line with a title
 * begins one unless the same number begins a line again later, or a list of attachments goes on to the signature or
 * to the end.
 */
export const findAttachments = (texts: readonly string[], signatures: readonly boolean[]): Attachments => {
  const found: { readonly index: number; readonly read: ReadMarker; readonly rest: string }[] = [];
  texts.forEach((text, index) => {
    for (const family of [attachment, attachedTable]) {
      const match = family.read(text);
      if (match !== null) {
        found.push({ index, read: { family, match }, rest: text.slice(match.length).trim() });
        break;
      }
    }
  });
  const starts = new Map<number, ReadMarker>();
  const listed = new Map<number, ReadMarker | null>();
  const titles = new Set<string>();
  const list = (index: number, title: string, read: ReadMarker | null): void => {
    listed.set(index, read);
    for (const each of titlesOf(title)) if (each.trim() !== "") titles.add(compact(each));
  };
  const lastOf = new Map(found.map((each) => [keyOf(each.read), each.index]));
  const places = new Set(found.map(({ index }) => index));
  /** Where the lines that begin like an attachment stop, from each of them. */
  const chainEnds = new Map<number, number>();
  for (const { index } of found.toReversed()) chainEnds.set(index, chainEnds.get(index + 1) ?? index + 1);
  for (const { index, read, rest } of found) {
    if (listed.has(index)) continue;
    // 附件：1.… and the lines 2.… 3.… that go on with it.
    const first =
      entryNumber(rest) ??
      (/[.．]\s*$/.test(texts[index]?.slice(0, read.match.length) ?? "") &&
      rest !== "" &&
      entryNumber(texts[index + 1] ?? "")?.number === 2
        ? { number: 1, title: rest, read: null }
        : null);
    const bareList =
      rest === "" &&
      /[：:]\s*$/.test(texts[index] ?? "") &&
      entryNumber(texts[index + 1] ?? "")?.number === 1;
    let end = index + 1;
    let expected = first === null ? 1 : first.number + 1;
    const entries: { readonly at: number; readonly title: string; readonly read: ReadMarker | null }[] = [];
    if (first?.number === 1 || bareList) {
      for (; end < texts.length; end += 1) {
        const entry = entryNumber(texts[end] ?? "");
        if (entry?.number !== expected) break;
        entries.push({ at: end, title: entry.title, read: entry.read });
        expected += 1;
      }
    }
    const again = (lastOf.get(keyOf(read)) ?? index) > index;
    const isSigned = end >= texts.length || signatures[end] === true;
    // Titles alone, several of them, below a colon: what they name stands elsewhere.
    const namesTitles =
      entries.length > 1 &&
      entries.every(({ title }) => title.length <= LONGEST_ENTRY && !/[，：]/.test(title)) &&
      (texts[end] ?? "").length <= LONGEST_ENTRY;
    if (first?.number === 1 || (bareList && (isSigned || places.has(end) || again || namesTitles))) {
      list(index, first?.title ?? "", null);
      for (const { at, title, read: entry } of entries) list(at, title, entry);
      continue;
    }
    if (rest === "") {
      starts.set(index, read);
      continue;
    }
    // A list of lines 附件1：…, 附件2：… that ends with the signature, the end, or the first attachment itself.
    const chain = chainEnds.get(index) ?? index + 1;
    if (again || chain >= texts.length || signatures[chain] === true) list(index, rest, null);
    else starts.set(index, read);
  }
  return { starts, listed, titles };
};
