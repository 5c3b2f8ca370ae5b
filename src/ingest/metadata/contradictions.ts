import type { DocumentFact, IngestIssue } from "../../policy/document.ts";
import { firstDay, lastDay } from "../../policy/partial-date.ts";
import type { StatedFields } from "../manifest.ts";
import { normaliseDocumentNumber } from "./document-number.ts";

const FIELD_NAMES: Readonly<Record<string, string>> = {
  title: "标题",
  issuers: "发文机关",
  documentNumber: "文号",
  publishedOn: "发布日期",
  effectiveFrom: "施行日期",
  effectiveTo: "有效期截止日",
};

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/[\s《》〈〉"“”、,，]/g, "")
    .replaceAll(/[—–~～-]+/g, "-");

/** Two partial dates agree where one lies within the other. */
const sameDate = (one: string, other: string): boolean =>
  firstDay(one) <= lastDay(other) && firstDay(other) <= lastDay(one);

const agrees = (field: string, stated: string, read: string): boolean => {
  if (field === "documentNumber")
    return (
      (normaliseDocumentNumber(stated) ?? plain(stated)) === (normaliseDocumentNumber(read) ?? plain(read))
    );
  if (field === "title") return plain(stated).includes(plain(read)) || plain(read).includes(plain(stated));
  return sameDate(stated, read);
};

const shown = (value: string | null): string => (value === null ? "（无）" : value);

/**
 * What a manifest or front matter says against the text: it stands, and the contradiction is reported at the
 * words that say otherwise. Dates agree where one is only less exact than the other.
 */
export const findContradictions = (
  manifest: StatedFields | undefined,
  facts: readonly DocumentFact[],
): IngestIssue[] => {
  if (manifest === undefined) return [];
  const issues: IngestIssue[] = [];
  const report = (
    field: string,
    stated: string | null,
    fact: DocumentFact,
    read: string = fact.value,
  ): void => {
    issues.push({
      code: "metadata_contradiction",
      message: `登记的${FIELD_NAMES[field] ?? field}“${shown(stated)}”与正文“${read}”不一致，以登记的为准。`,
      start: fact.start,
      end: fact.end,
    });
  };
  for (const field of ["title", "documentNumber", "publishedOn", "effectiveFrom", "effectiveTo"] as const) {
    const stated = manifest[field];
    const fact = facts.find((each) => each.field === field);
    if (stated === undefined || fact === undefined) continue;
    if (stated === null || !agrees(field, stated, fact.value)) report(field, stated, fact);
  }
  const issuers = facts.filter((each) => each.field === "issuers");
  const first = issuers[0];
  if (manifest.issuers !== undefined && first !== undefined) {
    const stated = new Set(manifest.issuers.map((name) => plain(name)));
    if (issuers.length !== stated.size || issuers.some(({ value }) => !stated.has(plain(value))))
      report(
        "issuers",
        manifest.issuers.join("、") || null,
        first,
        issuers.map(({ value }) => value).join("、"),
      );
  }
  return issues;
};
