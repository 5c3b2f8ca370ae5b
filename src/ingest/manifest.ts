import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { isPartialDate } from "../policy/partial-date.ts";
import { PolicyError } from "../policy/policy-error.ts";

const Day = z
  .string()
  .refine((value) => isPartialDate(value), { message: "expected YYYY, YYYY-MM or YYYY-MM-DD" });

/** What can be stated of a document; front matter states the same fields. */
export const ManifestFieldsSchema = z.strictObject({
  documentId: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,80}$/)
    .optional(),
  title: z.string().min(1).optional(),
  titleSource: z.enum(["text", "given"]).optional(),
  aliases: z.array(z.string()).optional(),
  issuers: z.array(z.string()).optional(),
  documentNumber: z.string().nullable().optional(),
  jurisdiction: z.string().nullable().optional(),
  publishedOn: Day.nullable().optional(),
  effectiveFrom: Day.nullable().optional(),
  effectiveTo: Day.nullable().optional(),
  repealedOn: Day.nullable().optional(),
  sourceUrl: z.url().nullable().optional(),
  relations: z
    .array(
      z.object({
        kind: z.enum(["based_on", "amends", "supersedes", "repealed_by", "version_of"]),
        title: z.string(),
      }),
    )
    .optional(),
  /** For each fact, the words of the document that state it. */
  from: z.record(z.string(), z.string()).optional(),
});

/** Facts about a document that were stated beside its text. */
export type StatedFields = z.infer<typeof ManifestFieldsSchema>;

const ManifestEntrySchema = ManifestFieldsSchema.extend({ file: z.string().min(1) });

/** What a person knows about a document beyond its text; stands before what is read from the text. */
export type ManifestEntry = z.infer<typeof ManifestEntrySchema>;

const ManifestSchema = z.object({ documents: z.array(ManifestEntrySchema) });

/**
 * Reads `manifest.json` of a folder; an absent file is an empty manifest.
 * @throws PolicyError `invalid_manifest` when it is there and not valid.
 */
export const readManifest = async (folder: string): Promise<ReadonlyMap<string, ManifestEntry>> => {
  let content: string;
  try {
    content = await readFile(path.join(folder, "manifest.json"), "utf8");
  } catch {
    return new Map();
  }
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (cause) {
    throw invalidManifest(folder, "not JSON", cause);
  }
  const parsed = ManifestSchema.safeParse(json);
  if (!parsed.success) throw invalidManifest(folder, z.prettifyError(parsed.error));
  return new Map(parsed.data.documents.map((entry) => [entry.file, entry]));
};

const invalidManifest = (folder: string, reason: string, cause?: unknown): PolicyError =>
  new PolicyError({
    code: "invalid_manifest",
    status: 422,
    message: {
      zh: `manifest.json 格式不正确：${reason}`,
      en: `manifest.json is not valid: ${reason}`,
    },
    detail: `${folder}: ${reason}`,
    cause,
  });
