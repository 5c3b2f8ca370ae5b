import { z } from "zod";
import type { MatchReply } from "../../../src/contract/match.ts";
import { MatchReplySchema } from "../../../src/contract/match.ts";
import type { ProfileDraft } from "./profile-draft.ts";
import { EMPTY_DRAFT } from "./profile-draft.ts";

/** What the browser keeps of matching: the form, and the last reply with the form that it judged. */
export interface SavedMatch {
  readonly draft: ProfileDraft;
  readonly asOf: string;
  readonly judged: { readonly draft: ProfileDraft; readonly asOf: string; readonly reply: MatchReply } | null;
}

const NOTHING_SAVED: SavedMatch = { draft: EMPTY_DRAFT, asOf: "", judged: null };

const VERSION = 1;
const text = z.string();
const DraftSchema = z.object({
  description: text,
  region: text,
  foundedOn: text,
  industries: text,
  organisation: text,
  employees: text,
  revenue: text,
  rdSpending: text,
  assets: text,
  patents: text,
  qualifications: text,
  needs: text,
});
const SavedSchema = z.object({
  version: z.literal(VERSION),
  draft: DraftSchema,
  asOf: text,
  judged: z.object({ draft: DraftSchema, asOf: text, reply: MatchReplySchema }).nullable(),
});

export const writeSavedMatch = (saved: SavedMatch): string => JSON.stringify({ version: VERSION, ...saved });

/** What was saved; nothing where the text is absent, broken, or of another version. */
export const readSavedMatch = (stored: string | null): SavedMatch => {
  if (stored === null) return NOTHING_SAVED;
  try {
    return SavedSchema.safeParse(JSON.parse(stored)).data ?? NOTHING_SAVED;
  } catch {
    return NOTHING_SAVED;
  }
};
