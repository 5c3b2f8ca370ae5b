import { z } from "zod";
import { DaySchema, PartialDateSchema, StatusSchema } from "./common.ts";

const Offset = z.int().nonnegative();

/** A node of the clause tree: `start`–`end` its own span, `start`–`wholeEnd` with its descendants. */
export interface ClauseReply {
  clauseId: string;
  kind: string;
  marker: string | null;
  label: string;
  heading: string | null;
  start: number;
  end: number;
  wholeEnd: number;
  annotates?: number | undefined;
  /** The page on which it begins, counted from 1, where the format has pages. */
  page?: number | undefined;
  children: ClauseReply[];
}

export const ClauseSchema: z.ZodType<ClauseReply> = z.object({
  clauseId: z.string(),
  kind: z.string(),
  marker: z.string().nullable(),
  label: z.string(),
  heading: z.string().nullable(),
  start: Offset,
  end: Offset,
  wholeEnd: Offset,
  annotates: Offset.optional(),
  page: z.int().positive().optional(),
  get children() {
    return z.array(ClauseSchema);
  },
});

/** A document without text and clauses, as `GET /api/documents` lists it. */
export const DocumentSummarySchema = z.object({
  documentId: z.string(),
  title: z.string(),
  titleSource: z.enum(["text", "given"]),
  issuers: z.array(z.string()),
  documentNumber: z.string().nullable(),
  jurisdiction: z.string().nullable(),
  publishedOn: PartialDateSchema.nullable(),
  effectiveFrom: PartialDateSchema.nullable(),
  effectiveTo: PartialDateSchema.nullable(),
  status: StatusSchema,
  repeals: z.array(z.string()),
  relations: z.array(
    z.object({
      kind: z.enum(["based_on", "amends", "supersedes", "repealed_by", "version_of"]),
      title: z.string(),
      documentId: z.string().nullable(),
    }),
  ),
  sourceUrl: z.string().nullable(),
  file: z.object({ name: z.string(), sha256: z.string() }),
});
export type DocumentSummary = z.infer<typeof DocumentSummarySchema>;

/** GET /api/documents, query string. */
export const DocumentListQuerySchema = z.object({ asOf: DaySchema.optional() });

export const DocumentListSchema = z.object({
  documents: z.array(DocumentSummarySchema),
  /** The day on which each status was judged. */
  asOf: DaySchema,
});
export type DocumentList = z.infer<typeof DocumentListSchema>;

/** GET /api/documents/:id */
export const DocumentSchema = DocumentSummarySchema.extend({
  text: z.string(),
  clauses: z.array(ClauseSchema),
  issues: z.array(z.object({ code: z.string(), message: z.string(), start: Offset, end: Offset })),
  /** Where the metadata stands in the text: title, issuers, dates, repealed documents …, each with its words. */
  facts: z.array(z.object({ field: z.string(), value: z.string(), start: Offset, end: Offset })).optional(),
});
export type DocumentReply = z.infer<typeof DocumentSchema>;

/** GET /api/clauses/:id */
export const ClauseDetailSchema = z.object({
  clauseId: z.string(),
  documentId: z.string(),
  documentTitle: z.string(),
  label: z.string(),
  path: z.array(z.string()),
  marker: z.string().nullable(),
  heading: z.string().nullable(),
  start: Offset,
  end: Offset,
  wholeEnd: Offset,
  ownText: z.string(),
  text: z.string(),
  status: StatusSchema,
  url: z.string(),
  parent: z.string().nullable(),
  previous: z.string().nullable(),
  next: z.string().nullable(),
  children: z.array(z.string()),
});
export type ClauseDetail = z.infer<typeof ClauseDetailSchema>;
