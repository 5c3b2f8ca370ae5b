import type { PolicyDocument } from "../policy/document.ts";
import { decodeText } from "./decode.ts";
import type { ManifestEntry } from "./manifest.ts";
import { readMetadata } from "./metadata/read-metadata.ts";
import { normalise } from "./normalise.ts";
import { parseClauses } from "./parse-clauses.ts";

/** Raised whenever the same bytes would give another document. */
export const PARSER_VERSION = 1;

/** A source file as it was read. */
export interface SourceFile {
  readonly documentId: string;
  /** File name without its folder. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a text file into a policy document: decode, normalise, metadata, clause tree. What the manifest states
 * stands before what the text shows; what neither states is null.
 * @throws PolicyError when the encoding is not recognised.
 */
export const readDocument = (file: SourceFile, manifest: ManifestEntry | undefined): PolicyDocument => {
  const normalised = normalise(decodeText(file.bytes).text);
  const { titlePlace, issues, ...metadata } = readMetadata(normalised, file.name, manifest);
  const parsed = parseClauses(normalised, file.documentId, titlePlace);
  return {
    documentId: file.documentId,
    ...metadata,
    file: { name: file.name, sha256: file.sha256 },
    parserVersion: PARSER_VERSION,
    text: normalised.text,
    normalisations: normalised.normalisations,
    clauses: parsed.clauses,
    issues: [...issues, ...parsed.issues],
  };
};
