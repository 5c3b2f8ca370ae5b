/** Characters of the symbol fonts that Word stores in the private use area, by their low byte. */
const SYMBOLS: Readonly<Record<number, string>> = {
  0x52: "☑",
  0x6c: "●",
  0x6d: "○",
  0x6e: "■",
  0x6f: "□",
  0x71: "□",
  0x75: "◆",
  0x76: "❖",
  0x77: "◆",
  0xa1: "○",
  0xa3: "□",
  0xa7: "▪",
  0xa8: "□",
  0xb2: "★",
  0xb7: "•",
  0xd8: "➢",
  0xe0: "→",
  0xfb: "✗",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
};

/** What a reader sees for a character of a symbol font; other characters stand for themselves. */
export const symbolText = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xf000 && code <= 0xf0ff ? (SYMBOLS[code - 0xf000] ?? "•") : character;
};
