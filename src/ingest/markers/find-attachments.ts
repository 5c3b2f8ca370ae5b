import { attachedTable, attachment } from "./attachment-marker.ts";
import { arabicComma, arabicDot } from "./arabic-enumerations.ts";
import type { ReadMarker } from "./marker.ts";

export interface Attachments {
  /** Paragraphs with which an attachment begins, by index. */
  readonly starts: ReadonlyMap<number, ReadMarker>;
  /** Paragraphs that list attachments (附件：1.… 2.…): mentions, not beginnings. */
  readonly listed: ReadonlySet<number>;
  /** Titles that the lists state, without blanks. */
  readonly titles: ReadonlySet<string>;
}

const compact = (text: string): string => text.replaceAll(/\s+/g, "");

/** The number of an entry of a list of attachments: 2.…, 3、… */
const entryNumber = (text: string): { readonly number: number; readonly title: string } | null => {
  const match = arabicDot.read(text) ?? arabicComma.read(text);
  return match?.number == null || /[。；]/.test(text)
    ? null
    : { number: match.number, title: text.slice(match.length) };
};

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
  const listed = new Set<number>();
  const titles = new Set<string>();
  const list = (index: number, title: string): void => {
    listed.add(index);
    if (title !== "") titles.add(compact(title));
  };
  const lastOf = new Map(found.map((each) => [keyOf(each.read), each.index]));
  const places = new Set(found.map(({ index }) => index));
  for (const { index, read, rest } of found) {
    if (listed.has(index)) continue;
    // 附件：1.… and the lines 2.… 3.… that go on with it.
    const first =
      entryNumber(rest) ??
      (/[.．]\s*$/.test(texts[index]?.slice(0, read.match.length) ?? "") &&
      rest !== "" &&
      entryNumber(texts[index + 1] ?? "")?.number === 2
        ? { number: 1, title: rest }
        : null);
    const bareList =
      rest === "" &&
      /[：:]\s*$/.test(texts[index] ?? "") &&
      entryNumber(texts[index + 1] ?? "")?.number === 1;
    let end = index + 1;
    let expected = first === null ? 1 : first.number + 1;
    const entries: [number, string][] = [];
    if (first?.number === 1 || bareList) {
      for (; end < texts.length; end += 1) {
        const entry = entryNumber(texts[end] ?? "");
        if (entry?.number !== expected) break;
        entries.push([end, entry.title]);
        expected += 1;
      }
    }
    const again = (lastOf.get(keyOf(read)) ?? index) > index;
    const isSigned = end >= texts.length || signatures[end] === true;
    if (first?.number === 1 || (bareList && (isSigned || places.has(end) || again))) {
      list(index, first?.title ?? "");
      for (const [at, title] of entries) list(at, title);
      continue;
    }
    if (rest === "") {
      starts.set(index, read);
      continue;
    }
    // A list of lines 附件1：…, 附件2：… that ends with the signature, the end, or the first attachment itself.
    let chain = index + 1;
    while (places.has(chain) && chain < texts.length) chain += 1;
    if (again || chain >= texts.length || signatures[chain] === true) list(index, rest);
    else starts.set(index, read);
  }
  return { starts, listed, titles };
};
