import { bodySize } from "./join-lines.ts";
import type { PageLine } from "./page-lines.ts";

/** A note at the foot of a page. */
export interface PageNote {
  readonly page: number;
  readonly mark: string;
  readonly text: string;
}

const NOTE_START =
  /^\s*([①-⑳]|\[\d{1,2}\]|〔\d{1,2}〕|\*{1,3}|\d{1,2}(?=[\s\u3000]|[^\d.．、%年月日]))\s*(?=\S)/;
/** Notes are set smaller than the text. */
const SMALLER = 0.9;

/** Takes the footnotes out of the lines: small lines below all text of their page that begin with a mark. */
export const splitFootnotes = (
  lines: readonly PageLine[],
): { readonly body: readonly PageLine[]; readonly notes: readonly PageNote[] } => {
  const size = bodySize(lines);
  const byPage = Map.groupBy(lines, ({ page }) => page);
  const taken = new Set<PageLine>();
  const notes: PageNote[] = [];
  for (const [page, own] of byPage) {
    const lowest = Math.max(...own.filter((line) => line.size >= size * SMALLER).map(({ y }) => y));
    const small = own.filter((line) => line.size < size * SMALLER && line.y > lowest);
    const first = small.findIndex(({ text }) => NOTE_START.test(text));
    if (first === -1 || lowest === Number.NEGATIVE_INFINITY) continue;
    for (const line of small.slice(first)) {
      const start = NOTE_START.exec(line.text);
      const last = notes.at(-1);
      if (start !== null) notes.push({ page, mark: start[1] ?? "", text: line.text.slice(start[0].length) });
      else if (last !== undefined)
        notes[notes.length - 1] = { ...last, text: last.text + line.text.trimStart() };
      taken.add(line);
    }
  }
  return { body: lines.filter((line) => !taken.has(line)), notes };
};
