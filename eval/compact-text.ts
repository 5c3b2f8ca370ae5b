/**
 * Text as evidence and facts are compared: without white space (a page break may cut a line anywhere), in
 * half width, in lower case, with one kind of dash and quotation mark.
 */
export const compactText = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/[–—−―]/g, "-")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’]/g, "'");

const cutsNumber = (outside: string, inside: string): boolean => /[\d.]/.test(outside) && /\d/.test(inside);

/** Whether `fact` stands in `text`, both compacted; 3万亿元 does not stand in 13万亿元, nor 2 in 2.3. */
export const containsFact = (text: string, fact: string): boolean => {
  const haystack = compactText(text);
  const needle = compactText(fact);
  if (needle === "") return true;
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const after = at + needle.length;
    const numberGoesOn =
      /\d/.test(needle.at(-1) ?? "") && /^(?:\d|\.\d)/.test(haystack.slice(after, after + 2));
    if (!numberGoesOn && !cutsNumber(haystack.charAt(at - 1), needle.charAt(0))) return true;
  }
  return false;
};
