/** Brackets that texts write either way. Blanks and the comma stay: they separate. */
const PAIRS: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  "；": "；",
  ";": "；",
  ":": "：",
  "∶": "：",
};

/**
 * Full-width letters, digits and signs in half width, brackets, semicolons and colons in Chinese, one code unit
 * for one, so that offsets stay.
 */
export const foldText = (text: string): string =>
  text.replace(/[！-～();:∶﹪○]/g, (character) => {
    if (character === "，" || character === "；" || character === "：") return character;
    if (character === "（" || character === "）") return character;
    if (character === "﹪") return "%";
    if (character === "○") return "〇";
    return PAIRS[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  });
