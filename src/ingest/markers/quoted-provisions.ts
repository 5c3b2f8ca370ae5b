import type { ParagraphRange } from "./table-of-contents.ts";

/** A quotation that runs over more paragraphs is a mark that was never closed. */
const LONGEST_QUOTATION = 300;

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
export const findQuotations = (texts: readonly string[]): ParagraphRange[] => {
  const ranges: ParagraphRange[] = [];
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? "";
    const { open, opensAt } = balance(text);
    // A quotation of whole provisions begins its paragraph or follows a colon.
    if (open !== 1 || (opensAt > 0 && !/[：:]/.test(text.charAt(opensAt - 1)))) continue;
    const limit = Math.min(texts.length, index + LONGEST_QUOTATION);
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
        break;
      }
      if (inside.open > 0 && !next.startsWith("“")) break;
    }
  }
  return ranges;
};
