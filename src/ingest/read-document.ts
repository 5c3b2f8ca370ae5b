import type { IngestIssue, PolicyDocument } from "../policy/document.ts";
import type { ExtractedText } from "./extracted-text.ts";
import { extractText } from "./extractors/extract-text.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { ManifestEntry } from "./manifest.ts";
import { readMetadata } from "./metadata/read-metadata.ts";
import { canonicalOffsets, normalise } from "./normalise.ts";
import type { NormalisedText } from "./normalise.ts";
import { parseClauses } from "./parse-clauses.ts";
import { overlongClauses } from "./overlong-clauses.ts";
import { placeClauseTerms } from "./place-clause-terms.ts";

/** Raised whenever the same bytes would give another document. */
export const PARSER_VERSION = 7;

/** A source file as it was read. */
export interface SourceFile {
  readonly documentId: string;
  /** File name without its folder. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** One issue for all breaks that were restored: each may stand where the author had none. */
const restoredBreaks = ({ text, normalisations }: NormalisedText): IngestIssue[] => {
  const restored = normalisations.filter(({ reason }) => reason === "lost-line-break");
  const [first] = restored;
  const last = restored.at(-1);
  if (first === undefined || last === undefined) return [];
  const canonical = canonicalOffsets(normalisations);
  return [
    {
      code: "line_breaks_restored",
      message: `原文有${restored.length}处换行在复制时丢失，已按编号和空白恢复分段，请核对原文`,
      start: Math.min(text.length, canonical(first.start)),
      end: Math.min(text.length, canonical(last.end) + 1),
    },
  ];
};

/** An extractor's issues, with their places in the canonical text. */
const placedIssues = (
  issues: readonly IngestIssue[],
  { text, normalisations }: NormalisedText,
): IngestIssue[] => {
  const canonical = canonicalOffsets(normalisations);
  const place = (offset: number): number => Math.max(0, Math.min(text.length, canonical(offset)));
  return issues.map((issue) => ({ ...issue, start: place(issue.start), end: place(issue.end) }));
};

/**
 * Reads a file of any supported format into a policy document: extract, normalise, metadata, clause tree. What
 * the manifest states stands before front matter, and both before what the text shows; what none states is null.
 * @throws PolicyError when the format or the encoding cannot be read, naming what to do.
 */
export const readDocument = async (
  file: SourceFile,
  manifest: ManifestEntry | undefined,
): Promise<PolicyDocument> => documentOf(file, await extractText(file.name, file.bytes), manifest);

/** The policy document that an extracted text is. */
export const documentOf = (
  file: Omit<SourceFile, "bytes">,
  extracted: ExtractedText,
  manifest: ManifestEntry | undefined,
): PolicyDocument => {
  const normalised = normalise(extracted.text, extracted.lines);
  const front = extracted.frontMatter === undefined ? null : readFrontMatter(extracted.frontMatter);
  const stated = front === null && manifest === undefined ? undefined : { ...front?.fields, ...manifest };
  const { titlePlace, clauseTerms, issues, ...metadata } = readMetadata(normalised, file.name, stated);
  const parsed = parseClauses(normalised, file.documentId, titlePlace);
  const dated = placeClauseTerms(parsed.clauses, clauseTerms, metadata);
  return {
    documentId: file.documentId,
    ...metadata,
    file: { name: file.name, sha256: file.sha256 },
    parserVersion: PARSER_VERSION,
    text: normalised.text,
    normalisations: normalised.normalisations,
    clauses: dated.clauses,
    issues: [
      ...placedIssues(extracted.issues, normalised),
      ...(front?.issues ?? []),
      ...issues,
      ...restoredBreaks(normalised),
      ...parsed.issues,
      ...dated.issues,
      ...overlongClauses(dated.clauses),
    ],
    ...(extracted.dropped.length > 0 ? { dropped: extracted.dropped } : {}),
  };
};
