import type { NormalisedText } from "../normalise.ts";
import type { PartialDate } from "../../policy/partial-date.ts";
import { parseDate, WRITTEN_DATE } from "./chinese-date.ts";
import { shortOrganisation, splitOrganisations } from "./organisation.ts";
import type { LabelledValue } from "./head-labels.ts";
import { isCompleteTitle } from "./title-text.ts";

/** Who signed a document, and when; the date is null where the lines below it are missing. */
export interface Signature {
  readonly issuers: readonly LabelledValue[];
  readonly date: { readonly value: PartialDate; readonly start: number; readonly end: number } | null;
}

const DATE_LINE = new RegExp(`^[（(]?\\s*(${WRITTEN_DATE})\\s*[）)]?(?:印发|发布|印)?$`);
const NAME_AND_DATE = new RegExp(`^(.{2,80}?)[\\s\\u3000]+(${WRITTEN_DATE})$`);
const SIGNER =
  /^(?:中华人民共和国)?(?:国家主席|主\s*席|总\s*理|省\s*长|市\s*长|区\s*长|县\s*长|州\s*长|部\s*长|局\s*长|主\s*任|署\s*长|行\s*长|审计长|检察长|院\s*长|会\s*长|关\s*长|司\s*长|代\s*市\s*长|代\s*省\s*长)[\s\u3000:：]*[\u4E00-\u9FFF·\s]{2,14}$/;
const MOST_ISSUERS = 30;
const ATTACHED = /^附\s*(?:件|录)/;
const ASIDE = /^[（(](?:此件|本文|公章|盖章|印章|联系)/;

/**
 * The first signature of a document: lines that name organisations or a signer and nothing else, and the date below
 * them. Later ones belong to what is attached.
 */
export const findSignature = ({
  text,
  paragraphs,
}: Pick<NormalisedText, "text" | "paragraphs">): Signature | null => {
  const lines = paragraphs.filter((each) => !each.isFootnote);
  const contentOf = (index: number): string => {
    const line = lines[index];
    return line === undefined ? "" : text.slice(line.start, line.end);
  };
  for (const [index, line] of lines.entries()) {
    const content = text.slice(line.start, line.end);
    if (index === 0 || content.length > 120) continue;
    const together = NAME_AND_DATE.exec(content);
    if (together !== null) {
      const names = splitOrganisations(together[1] ?? "");
      const value = parseDate(together[2] ?? "");
      if (names.length > 0 && value !== null) {
        const dateStart = line.end - (together[2] ?? "").length;
        return {
          issuers: placesOf(names, content.slice(0, dateStart - line.start), line.start),
          date: { value, start: dateStart, end: line.end },
        };
      }
    }
    const dated = DATE_LINE.exec(content);
    const value = dated === null ? null : parseDate(dated[1] ?? "");
    if (dated === null || value === null) continue;
    const date = { value, start: line.start + content.indexOf(dated[1] ?? ""), end: line.end };
    const issuers: LabelledValue[] = [];
    let above = index - 1;
    for (; above >= 0 && issuers.length < MOST_ISSUERS; above -= 1) {
      const names = splitOrganisations(contentOf(above));
      if (names.length === 0) break;
      issuers.unshift(...placesOf(names, contentOf(above), lines[above]?.start ?? 0));
    }
    if (issuers.length > 0 || SIGNER.test(contentOf(index - 1))) return { issuers, date };
    const after = contentOf(index + 1);
    const before = contentOf(index - 1);
    // A date alone closes the text, or the notice above what it issues.
    const closes =
      (/[。）)；]$/.test(before) && (after === "" || ASIDE.test(after)) && index > 3) ||
      (before.endsWith("。") && index > 1 && (ATTACHED.test(after) || isCompleteTitle(after)));
    if (closes) return { issuers: [], date };
  }
  return null;
};

const placesOf = (names: readonly string[], content: string, start: number): LabelledValue[] => {
  let from = 0;
  return names.map((name) => {
    const at = content.indexOf(name, from);
    // A name of spaced-out letters stands for its whole line.
    if (at === -1) return { value: shortOrganisation(name), start, end: start + content.length };
    from = at + name.length;
    return { value: shortOrganisation(name), start: start + at, end: start + from };
  });
};
