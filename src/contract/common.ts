import { z } from "zod";
import { isPartialDate } from "../policy/partial-date.ts";
import { ownMessage } from "./own-message.ts";

/** The days of the calendar as a pattern, leap years included, for those who read the schema and not this code. */
export const PARTIAL_DATE_PATTERN = [
  "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?$",
  "^[0-9]{4}-(0[13-9]|1[0-2])-(29|30)$",
  "^[0-9]{4}-(0[13578]|1[02])-31$",
  "^([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29$",
].join("|");

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const PartialDateSchema = z
  .string()
  .refine(
    (value) => isPartialDate(value),
    ownMessage("日期应写作 YYYY、YYYY-MM 或 YYYY-MM-DD", "expected YYYY, YYYY-MM or YYYY-MM-DD"),
  )
  .meta({ pattern: PARTIAL_DATE_PATTERN });

/** A whole day, `YYYY-MM-DD`. */
export const DaySchema = z
  .string()
  .refine(
    (value) => value.length === 10 && isPartialDate(value),
    ownMessage("日期应写作 YYYY-MM-DD", "expected YYYY-MM-DD"),
  )
  .meta({ format: "date" });

/**
 * Text in which something can be read: not blanks, control characters and what is not seen alone. Written out, since
 * `\\s` means other characters to other languages, and those who read the schema have to find the same.
 */
export const WORDS_PATTERN =
  "[^\\u0000-\\u0020\\u007F-\\u00A0\\u00AD\\u1680\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u206F\\u3000\\uFEFF]";
const WORDS = new RegExp(WORDS_PATTERN);

/** Whether there is something to read in a text. */
export const hasWords = (text: string): boolean => WORDS.test(text);

export const StatusSchema = z.enum(["in_force", "expired", "repealed", "not_yet_effective", "unknown"]);

const Offset = z.int().nonnegative();

/** The same object in every reply, stream, page and export. Offsets: UTF-16 units into the canonical text. */
export const CitationSchema = z.object({
  index: z.int().positive(),
  clauseId: z.string(),
  documentId: z.string(),
  documentTitle: z.string(),
  issuers: z.array(z.string()),
  documentNumber: z.string().nullable(),
  label: z.string(),
  path: z.array(z.string()),
  quote: z.string(),
  start: Offset,
  end: Offset,
  status: StatusSchema,
  effectiveFrom: PartialDateSchema.nullable(),
  effectiveTo: PartialDateSchema.nullable(),
  sourceUrl: z.string().nullable(),
  url: z.string(),
});
export type CitationReply = z.infer<typeof CitationSchema>;

/** RFC 9457 problem details with a stable code. */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof ProblemSchema>;
