import { readFile } from "node:fs/promises";
import path from "node:path";
import type { LastIngestReply } from "../contract/ingest.ts";
import { LastIngestReplySchema } from "../contract/ingest.ts";
import type { IngestReport, NamedDocument } from "../ingest/ingest-report.ts";
import { replaceFile } from "./replace-file.ts";

type LastIngest = NonNullable<LastIngestReply["ingest"]>;
type Changes = Pick<IngestReport, "files" | "missing">;

const FILE = "last-ingest.json";

const named = ({ documentId, title }: NamedDocument): NamedDocument => ({ documentId, title });

const summarise = (report: Changes, finishedAt: Date): LastIngest => {
  const documents = (outcome: IngestReport["files"][number]["outcome"]): NamedDocument[] =>
    report.files.filter((file) => file.outcome === outcome).flatMap((file) => file.documents.map(named));
  return {
    finishedAt: finishedAt.toISOString(),
    added: documents("added"),
    replaced: documents("replaced"),
    moved: documents("moved"),
    removed: [
      ...report.files.flatMap(({ removed }) => removed.map(named)),
      ...report.missing.filter(({ removed }) => removed).map(named),
    ],
    unchanged: report.files.filter(({ outcome }) => outcome === "unchanged").length,
    failed: report.files.flatMap(({ file, error }) =>
      // Where a file lies on the server's disk concerns no reader.
      error === null ? [] : [{ file: path.basename(file), code: error.code, message: error.message }],
    ),
  };
};

/**
 * Keeps in the data folder what an ingest changed; one that changed nothing leaves what was kept. Nothing depends
 * on it: where it cannot be written, the ingest has succeeded all the same.
 * @param dataDir - the index's folder; in a bucket nothing is kept
 */
export const keepLastIngest = async (
  dataDir: string,
  report: Changes,
  finishedAt: Date = new Date(),
): Promise<void> => {
  const last = summarise(report, finishedAt);
  const changed = last.added.length + last.replaced.length + last.moved.length + last.removed.length;
  if (changed === 0 || !path.isAbsolute(dataDir)) return;
  await replaceFile(path.join(dataDir, FILE), `${JSON.stringify({ ingest: last })}\n`).catch(() => {});
};

/** What was kept last; null where nothing was, or it cannot be read. */
export const readLastIngest = async (dataDir: string): Promise<LastIngest | null> => {
  try {
    const content: unknown = JSON.parse(await readFile(path.join(dataDir, FILE), "utf8"));
    return LastIngestReplySchema.parse(content).ingest;
  } catch {
    return null;
  }
};
