import type { DraftField } from "./profile-draft.ts";

/** The id of a field's input in the form. */
export const fieldId = (field: DraftField): string => `profile-${field}`;

/** The id of the input for the description, where the view begins. */
export const DESCRIPTION_ID = "match-description";
