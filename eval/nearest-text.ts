import { compactText } from "./compact-text.ts";

const bigrams = (text: string): Set<string> => {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
};

/** The line of `text`, cut to a window around the best place, that shares most character pairs with `snippet`. */
export const nearestText = (text: string, snippet: string): string => {
  const wanted = bigrams(compactText(snippet));
  const size = Math.max(20, Math.round(snippet.length * 1.2));
  let best = { score: -1, text: "" };
  for (const line of text.split(/\n+/)) {
    for (let at = 0; at === 0 || at + size / 2 < line.length; at += Math.ceil(size / 4)) {
      const window = line.slice(at, at + size).trim();
      let score = 0;
      for (const pair of bigrams(compactText(window))) if (wanted.has(pair)) score += 1;
      if (score > best.score) best = { score, text: window };
    }
  }
  return best.text;
};
