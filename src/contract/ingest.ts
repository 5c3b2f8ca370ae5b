import { z } from "zod";

const NamedDocumentSchema = z.object({ documentId: z.string(), title: z.string() });
const Count = z.int().nonnegative();

/** What an ingest did; the reply of POST /api/documents, and what `ingest --json` prints. */
export const IngestReplySchema = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      outcome: z.enum(["added", "replaced", "moved", "unchanged", "failed"]),
      documentIds: z.array(z.string()),
      documents: z.array(
        NamedDocumentSchema.extend({
          clauses: Count,
          chunks: Count,
          characters: Count,
          /** UTF-16 units of the source that the canonical text leaves out, by reason. */
          dropped: z.record(z.string(), z.number()),
          issues: z.array(z.object({ code: z.string(), message: z.string(), start: Count, end: Count })),
        }),
      ),
      removed: z.array(NamedDocumentSchema),
      error: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
  missing: z.array(NamedDocumentSchema.extend({ file: z.string(), removed: z.boolean() })),
  index: z.string().nullable(),
  seconds: z.number(),
});
export type IngestReply = z.infer<typeof IngestReplySchema>;

/** GET /api/ingests/last: the last ingest that changed the documents; null where none is known. */
export const LastIngestReplySchema = z.object({
  ingest: z
    .object({
      finishedAt: z.iso.datetime(),
      added: z.array(NamedDocumentSchema),
      replaced: z.array(NamedDocumentSchema),
      moved: z.array(NamedDocumentSchema),
      removed: z.array(NamedDocumentSchema),
      /** Files in which nothing had changed. */
      unchanged: Count,
      failed: z.array(z.object({ file: z.string(), code: z.string(), message: z.string() })),
    })
    .nullable(),
});
export type LastIngestReply = z.infer<typeof LastIngestReplySchema>;

/** POST /api/documents, request: `multipart/form-data` with one file. */
export const UploadSchema = z.object({
  file: z.string().meta({ contentMediaType: "application/octet-stream", format: "binary" }),
});
