import type { IngestIssue, PolicyDocument } from "../policy/document.ts";
import type { ExtractedText } from "./extracted-text.ts";
import { extractText } from "./extractors/extract-text.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { ManifestEntry } from "./manifest.ts";
import { readMetadata } from "./metadata/read-metadata.ts";
import { canonicalOffsets, normalise } from "./normalise.ts";
import type { NormalisedText } from "./normalise.ts";
import { parseClauses } from "./parse-clauses.ts";

/** Raised whenever the same bytes would give another document. */
export const PARSER_VERSION = 3;

/** A source file as it was read. */
export interface SourceFile {
  readonly documentId: string;
  /** File name without its folder. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

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
  const { titlePlace, issues, ...metadata } = readMetadata(normalised, file.name, stated);
  const parsed = parseClauses(normalised, file.documentId, titlePlace);
  return {
    documentId: file.documentId,
    ...metadata,
    file: { name: file.name, sha256: file.sha256 },
    parserVersion: PARSER_VERSION,
    text: normalised.text,
    normalisations: normalised.normalisations,
    clauses: parsed.clauses,
    issues: [
      ...placedIssues(extracted.issues, normalised),
      ...(front?.issues ?? []),
      ...issues,
      ...parsed.issues,
    ],
    ...(extracted.dropped.length > 0 ? { dropped: extracted.dropped } : {}),
  };
};
