/** English names of the divisions of a document, with the Chinese one that follows 第N. */
const DIVISIONS: Readonly<Record<string, string>> = {
  part: "编",
  chapter: "章",
  section: "节",
  article: "条",
  paragraph: "款",
  item: "项",
};
/** No year, and no decimal: section 3.2 is no third section. The longest law has 1,260 articles. */
const STEP = String.raw`(part|chapter|section|article|paragraph|item)s?\s+\(?(1[0-2]\d{2}|\d{1,3})(?!\d|\.\d)\)?`;
const WITHIN = new RegExp(String.raw`\b${STEP}(?:,?\s+(?:of|in|under)\s+|,\s*)${STEP}`, "giu");
const SINGLE = new RegExp(String.raw`\b${STEP}`, "giu");

const stepInChinese = (division = "", number = ""): string =>
  `第${Number(number)}${DIVISIONS[division.toLowerCase()] ?? ""}`;

/** The addresses of an English question as Chinese ones: article 47 → 第47条, paragraph 2 of article 5 → 第5条第2款. */
export const withChineseAddresses = (question: string): string =>
  question
    .replaceAll(WITHIN, (_, inner: string, innerNumber: string, outer: string, outerNumber: string) => {
      const order = Object.keys(DIVISIONS);
      const isTurned = order.indexOf(inner.toLowerCase()) > order.indexOf(outer.toLowerCase());
      const steps = [stepInChinese(inner, innerNumber), stepInChinese(outer, outerNumber)];
      return (isTurned ? steps.toReversed() : steps).join("");
    })
    .replaceAll(SINGLE, (_, division: string, number: string) => stepInChinese(division, number));
