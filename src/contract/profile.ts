import { z } from "zod";
import { PartialDateSchema } from "./common.ts";

const Amount = z.number().nonnegative().nullable().optional();

/** Who is asking. Every field is optional; money is in yuan. */
export const ProfileSchema = z.object({
  description: z.string().max(4_000).nullable().optional(),
  region: z.string().max(200).nullable().optional(),
  foundedOn: PartialDateSchema.nullable().optional(),
  industries: z.array(z.string().max(100)).max(50).optional(),
  employees: Amount,
  revenue: Amount,
  assets: Amount,
  rdSpending: Amount,
  patents: Amount,
  qualifications: z.array(z.string().max(100)).max(50).optional(),
  organisation: z.enum(["enterprise", "institution", "university", "person"]).nullable().optional(),
  needs: z.array(z.string().max(100)).max(50).optional(),
});
export type Profile = z.infer<typeof ProfileSchema>;
