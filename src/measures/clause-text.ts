import type { Clause } from "../policy/clause.ts";
import type { TextSpan } from "./requirement.ts";

const LABEL = /^(?:【(?<it>[^】\n]{2,14})】|（(?<it2>[一-龥]{2,10})）(?=\s))\s*/u;

/** What an article calls itself in brackets: 第二条【适用范围】…, or null. */
export const ownLabel = (text: string, clause: Clause): string | null => {
  const { start, end } = markedSpan(text, clause);
  const groups = LABEL.exec(text.slice(start, end))?.groups;
  return groups?.["it"] ?? groups?.["it2"] ?? null;
};

/** A clause's own text without its marker and the label in brackets, as offsets into the document. */
export const ownSpan = (text: string, clause: Clause): TextSpan => {
  const { start, end } = markedSpan(text, clause);
  const label = LABEL.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: Math.min(end, start + label), end };
};

const markedSpan = (text: string, clause: Clause): TextSpan => {
  const { start, end, marker } = clause;
  const isWritten = marker !== null && marker !== "" && text.startsWith(marker, start);
  let from = isWritten ? start + marker.length : start;
  while (from < end && /[\s、．.：]/.test(text[from] ?? "")) from += 1;
  let to = end;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to -= 1;
  return { start: from, end: to };
};

const INLINE_MARKER =
  /(?<=^|[：；。，\s])(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、](?!\d)|\d{1,2}）|[①-⑳]|[一二三四五六七八九十]是)/g;

/** A list inside one paragraph: what announces it, and its items without their markers; null where there is none. */
export const inlineList = (
  text: string,
  { start, end }: TextSpan,
): { readonly lead: TextSpan; readonly items: readonly TextSpan[] } | null => {
  const markers = [...text.slice(start, end).matchAll(INLINE_MARKER)].map(({ index, 0: words }) => ({
    at: start + index,
    behind: start + index + words.length,
  }));
  const [first] = markers;
  if (first === undefined || markers.length < 2) return null;
  return {
    lead: { start, end: first.at },
    items: markers.map(({ behind }, place) => ({ start: behind, end: markers[place + 1]?.at ?? end })),
  };
};

/** Cuts a span at 。 and ； and line ends, brackets and quotes aside. */
export const segmentsOf = (text: string, { start, end }: TextSpan): TextSpan[] => {
  const segments: TextSpan[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at <= end; at += 1) {
    const character = at === end ? "。" : (text[at] ?? "");
    if ("（《“".includes(character)) depth += 1;
    else if ("）》”".includes(character)) depth = Math.max(0, depth - 1);
    const isEnd = at === end || /[。；;\n！]/.test(character);
    if (!isEnd || (depth > 0 && at < end && character !== "\n")) continue;
    if (text.slice(from, at).trim() !== "") segments.push({ start: from, end: at });
    from = at + 1;
    depth = 0;
  }
  return segments;
};
