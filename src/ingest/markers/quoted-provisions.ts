import type { ReadMarker } from "./marker.ts";
import type { ParagraphRange } from "./table-of-contents.ts";

/** A quotation that runs over more paragraphs is a mark that was never closed. */
const LONGEST_QUOTATION = 300;

/** A provision that is quoted from its number on. */
const PROVISION = /^“\s*第.{1,8}[条章节]/;

/** How many quotation marks a paragraph leaves open (> 0) or closes without having opened them (< 0 first). */
const balance = (
  text: string,
): { readonly unopened: number; readonly open: number; readonly opensAt: number } => {
  let open = 0;
  let unopened = 0;
  let opensAt = -1;
  for (let at = text.search(/[“”]/); at !== -1 && at < text.length; at += 1) {
    const character = text[at];
    if (character === "“") {
      if (open === 0) opensAt = at;
      open += 1;
    } else if (character === "”") {
      if (open === 0) unopened += 1;
      else open -= 1;
    }
  }
  return { unopened, open, opensAt };
};

/**
 * Paragraphs inside a quotation that began before them: provisions of another law, or of this one as it will
 * read (修改为：“第三条 …). Their markers are quoted, not this document's own.
 */
export const findQuotations = (
  texts: readonly string[],
  readings: readonly (ReadMarker | null)[],
): ParagraphRange[] => {
  const ranges: ParagraphRange[] = [];
  /** Where the numbering of the paragraph at `index` goes on. */
  const nextOf = (index: number, limit: number): number | null => {
    const own = readings[index] ?? null;
    if (own === null || own.match.number === null) return null;
    for (let at = index + 1; at < limit; at += 1) {
      const read = readings[at];
      if (read?.family.name === own.family.name && read.match.number === own.match.number + 1) return at;
    }
    return null;
  };
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? "";
    const { open, opensAt } = balance(text);
    // A quotation of whole provisions begins its paragraph or follows a colon.
    if (open !== 1 || (opensAt > 0 && !/[：:]/.test(text.charAt(opensAt - 1)))) continue;
    const limit = Math.min(texts.length, index + LONGEST_QUOTATION);
    const following = nextOf(index, limit);
    let isClosed = false;
    for (let end = index + 1; end < limit; end += 1) {
      const next = texts[end] ?? "";
      const inside = balance(next);
      // Each paragraph of a quotation may open it again.
      const closes =
        inside.unopened > 0 ||
        (next.startsWith("“") && inside.open === 0 && /”[。；，、）)]{0,2}$/.test(next));
      if (closes) {
        ranges.push({ start: index + 1, end: end + 1 });
        index = end;
        isClosed = true;
        break;
      }
      if (inside.open > 0 && !next.startsWith("“")) break;
    }
    // The closing mark was forgotten: the provision ends before the next number of the amending document.
    if (!isClosed && following !== null && following > index + 1 && PROVISION.test(text.slice(opensAt))) {
      ranges.push({ start: index + 1, end: following });
      index = following - 1;
    }
  }
  return ranges;
};
