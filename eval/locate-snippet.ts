import type { TextSpan } from "../src/verification/locate-quote.ts";
import { compactText } from "./compact-text.ts";

/** A text as snippets are compared (`compactText`), with the place in the source of each unit. */
export interface FoldedSource {
  readonly text: string;
  readonly origins: readonly number[];
}

const HAN = /^[\u4e00-\u9fff]$/;

export const foldSource = (source: string): FoldedSource => {
  let text = "";
  const origins: number[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    const folded = HAN.test(character) ? character : compactText(character);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) origins.push(at);
  }
  return { text, origins };
};

/** Every place where a snippet stands, white space aside, by UTF-16 offsets into the source. */
export const locateSnippet = ({ text, origins }: FoldedSource, snippet: string): TextSpan[] => {
  const wanted = compactText(snippet);
  const spans: TextSpan[] = [];
  if (wanted === "") return spans;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const start = origins[at];
    const last = origins[at + wanted.length - 1];
    if (start !== undefined && last !== undefined) spans.push({ start, end: last + 1 });
  }
  return spans;
};
