import type { PolicyDocument } from "../policy/document.ts";
import { decodeText } from "./decode.ts";
import type { ManifestEntry } from "./manifest.ts";
import { findDocumentNumber } from "./metadata/document-number.ts";
import { findTitle } from "./metadata/title.ts";
import { findPeriod } from "./metadata/validity-period.ts";
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

const stated = <T>(value: T | undefined, read: T): T => (value === undefined ? read : value);

/**
 * Reads a text file into a policy document: decode, normalise, metadata, clause tree. What the manifest states
 * stands before what the text shows; what neither states is null.
 * @throws PolicyError when the encoding is not recognised.
 */
export const readDocument = (file: SourceFile, manifest: ManifestEntry | undefined): PolicyDocument => {
  const normalised = normalise(decodeText(file.bytes).text);
  const found = findTitle(normalised);
  const title = manifest?.title ?? found?.title ?? file.name.replace(/\.[^.]+$/, "");
  const period = findPeriod(title, normalised.text);
  const { clauses, issues } = parseClauses(normalised, file.documentId, found);
  return {
    documentId: file.documentId,
    title,
    titleSource: manifest?.titleSource ?? (found === null ? "given" : "text"),
    aliases: manifest?.aliases ?? [],
    issuers: manifest?.issuers ?? [],
    documentNumber: stated(manifest?.documentNumber, findDocumentNumber(normalised)),
    jurisdiction: manifest?.jurisdiction ?? null,
    publishedOn: manifest?.publishedOn ?? null,
    effectiveFrom: stated(manifest?.effectiveFrom, period.effectiveFrom),
    effectiveTo: stated(manifest?.effectiveTo, period.effectiveTo),
    repealedOn: manifest?.repealedOn ?? null,
    repeals: [],
    relations: (manifest?.relations ?? []).map((relation) => ({ ...relation, documentId: null })),
    sourceUrl: manifest?.sourceUrl ?? null,
    file: { name: file.name, sha256: file.sha256 },
    parserVersion: PARSER_VERSION,
    text: normalised.text,
    normalisations: normalised.normalisations,
    clauses,
    issues,
  };
};
