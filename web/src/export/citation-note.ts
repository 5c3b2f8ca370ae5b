import { ExternalHyperlink, FootnoteReferenceRun, Paragraph, TextRun } from "docx";
import type { ParagraphChild } from "docx";
import type { CitationReply } from "../../../src/contract/common.ts";
import type { Messages } from "../language/messages.ts";
import type { ExportTexts } from "./export-texts.ts";
import { wordRuns, xmlText } from "./word-runs.ts";

/** What is the same for every part of one document. */
export interface ExportSetting {
  readonly messages: Messages;
  readonly texts: ExportTexts;
  /** The page's own origin, without a slash at its end. */
  readonly origin: string;
}

const place = (citation: CitationReply): string => {
  const number = citation.documentNumber === null ? "" : `（${citation.documentNumber}）`;
  return `《${citation.documentTitle.replace(/^《(.*)》$/, "$1")}》${number}${citation.label}`;
};

/** A link whose text is the address itself, so that it can be read on paper. */
const addressLink = (url: string): ExternalHyperlink =>
  new ExternalHyperlink({
    link: url,
    children: [new TextRun({ text: xmlText(url), style: "Hyperlink" })],
  });

/** Where a citation stands and what it says: document, number, address, status, validity, quote, links. */
export const citationRuns = (citation: CitationReply, setting: ExportSetting): ParagraphChild[] => {
  const { messages, texts, origin } = setting;
  const facts = [
    messages.status[citation.status],
    messages.validity(citation.effectiveFrom, citation.effectiveTo),
    ...(citation.issuers.length === 0 ? [] : [texts.issuedBy(citation.issuers.join("、"))]),
  ];
  const source = citation.sourceUrl;
  return [
    ...wordRuns(`${place(citation)}${texts.facts(facts)}`),
    ...wordRuns(`“${citation.quote}”`),
    new TextRun(" "),
    addressLink(`${origin}${citation.url}`),
    // A source that is no web address stays away: a document's own data must not become a link to anything else.
    ...(source !== null && /^https?:\/\//i.test(source) && URL.canParse(source)
      ? [new TextRun(` ${messages.source}：`), addressLink(new URL(source).href)]
      : []),
  ];
};

/**
 * The footnotes of one document. The first mention of a passage gets a note with everything; later ones point
 * to that, since a word processor numbers every mention.
 */
export class CitationNotes {
  readonly #setting: ExportSetting;
  readonly #seen = new Map<string, number>();
  #count = 0;

  constructor(setting: ExportSetting) {
    this.#setting = setting;
  }

  /** The mark in the text with its note below the page. */
  reference(citation: CitationReply): FootnoteReferenceRun {
    this.#count += 1;
    const key = `${citation.clauseId} ${citation.start} ${citation.end} ${citation.quote}`;
    const earlier = this.#seen.get(key);
    if (earlier === undefined) this.#seen.set(key, this.#count);
    const children =
      earlier === undefined
        ? citationRuns(citation, this.#setting)
        : wordRuns(`${this.#setting.texts.sameAsNote(earlier)}${place(citation)}`);
    return new FootnoteReferenceRun({
      children: [new Paragraph({ style: "FootnoteText", children: [...children] })],
    });
  }
}
