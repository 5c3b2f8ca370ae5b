import type { Profile } from "../../../src/contract/profile.ts";
import { isEmptyDraft, readDraft } from "./profile-draft.ts";
import { readSavedMatch } from "./saved-match.ts";

/** The profile of the form that this browser keeps; null where nothing was filled in, or not so that it can be read. */
export const savedProfile = (stored: string | null): Profile | null => {
  const { draft } = readSavedMatch(stored);
  if (isEmptyDraft(draft)) return null;
  const read = readDraft(draft);
  return "profile" in read ? read.profile : null;
};
