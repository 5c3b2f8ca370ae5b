import type { IndexSnapshot } from "../clause-index/index-types.ts";
import { PolicyError } from "../policy/policy-error.ts";
import type { KnownDocuments } from "./known-documents.ts";
import { failedFile, none } from "./plan-ingest.ts";
import type { PlannedFile } from "./plan-ingest.ts";

const clauseIdTaken = (clauseId: string, title: string): PolicyError =>
  new PolicyError({
    code: "duplicate_clause_id",
    status: 422,
    message: {
      zh: `条款标识 ${clauseId} 已在《${title}》中使用；如该文件已作废，请先用 ingest --remove 移除。`,
      en: `The clause id ${clauseId} stands in ${title} already; remove that document first if it is no longer wanted.`,
    },
  });

/**
 * Fails the files whose clause ids stand in another file or in a document that stays in the index: a clause id
 * names one clause.
 * @param leaving - ids of documents that this ingest removes
 */
export const withoutTakenClauses = async (
  planned: readonly PlannedFile[],
  snapshot: IndexSnapshot | null,
  known: KnownDocuments,
  leaving: ReadonlySet<string>,
): Promise<PlannedFile[]> => {
  let files = [...planned];
  for (;;) {
    const rewritten = new Set(leaving);
    for (const { report } of files) {
      if (report.outcome === "unchanged") continue;
      for (const documentId of report.documentIds) rewritten.add(documentId);
      for (const { documentId } of report.removed) rewritten.add(documentId);
    }
    const owners = new Map<string, string>();
    let failures = 0;
    const checked: PlannedFile[] = [];
    for (const file of files) {
      const stored = (await snapshot?.findDocumentsOfClauses(file.clauseIds)) ?? new Map<string, string>();
      const seen = new Set<string>();
      const taken = file.clauseIds
        .map((clauseId) => {
          const documentId = stored.get(clauseId);
          const isRepeated = seen.has(clauseId);
          seen.add(clauseId);
          const title =
            owners.get(clauseId) ??
            (isRepeated ? file.report.documents[0]?.title : undefined) ??
            (documentId === undefined || rewritten.has(documentId)
              ? undefined
              : (known.heads.get(documentId)?.title ?? documentId));
          return title === undefined ? null : clauseIdTaken(clauseId, title);
        })
        .find((error) => error !== null);
      if (taken === undefined) {
        for (const clauseId of file.clauseIds) owners.set(clauseId, file.report.documents[0]?.title ?? "");
        checked.push(file);
      } else {
        failures += 1;
        checked.push({
          ...file,
          chunks: 0,
          heads: [],
          clauseIds: [],
          report: failedFile(file.report.file, taken),
          documents: none,
        });
      }
    }
    files = checked;
    // A file that failed keeps its old documents, and with them clause ids that another one counted on.
    if (failures === 0) return files;
  }
};
