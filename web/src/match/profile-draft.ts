import { PartialDateSchema } from "../../../src/contract/common.ts";
import type { Profile } from "../../../src/contract/profile.ts";
import { ProfileSchema } from "../../../src/contract/profile.ts";

/** The fields of a profile in the order of the form, and how each is written. Money is written in 万元. */
export const FIELD_KINDS = {
  region: "text",
  foundedOn: "date",
  industries: "list",
  organisation: "organisation",
  employees: "count",
  revenue: "money",
  rdSpending: "money",
  assets: "money",
  patents: "count",
  qualifications: "list",
  needs: "needs",
} as const;
export type DraftField = keyof typeof FIELD_KINDS;
export const DRAFT_FIELDS: readonly DraftField[] = [
  "region",
  "foundedOn",
  "industries",
  "organisation",
  "employees",
  "revenue",
  "rdSpending",
  "assets",
  "patents",
  "qualifications",
  "needs",
];

/** The form as it is written: text in every field, empty where nothing is said. */
export type ProfileDraft = Readonly<Record<DraftField | "description", string>>;

export const EMPTY_DRAFT: ProfileDraft = {
  description: "",
  region: "",
  foundedOn: "",
  industries: "",
  organisation: "",
  employees: "",
  revenue: "",
  rdSpending: "",
  assets: "",
  patents: "",
  qualifications: "",
  needs: "",
};

export type DraftReading =
  | { readonly profile: Profile }
  /** What cannot be read: these fields must be corrected first. */
  | { readonly wrong: readonly (DraftField | "description")[] };

const YUAN = 10_000;
const NONE = /^(?:无|没有|都没有|none)$/i;

export const isDraftField = (name: string): name is DraftField => Object.hasOwn(FIELD_KINDS, name);

/** The members of a list written with 、 or a comma. */
export const splitList = (text: string): string[] =>
  text
    .split(/[、,，;；\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");

const readNumber = (text: string, factor: number): number | null => {
  const plain = text.normalize("NFKC").replaceAll(/[,\s]/g, "");
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return null;
  // Rounded to a cent: 0.07 times 10000 is not 700 in binary.
  return Math.round(Number(plain) * factor * 100) / 100;
};

/** `2024年3月` and `2024/3` as `2024-03`; null where it is no date. */
const readDate = (text: string): string | null => {
  const parts = /^(\d{4})(?:[-年./](\d{1,2})(?:[-月./](\d{1,2}))?)?[年月日]?$/.exec(
    text.normalize("NFKC").trim(),
  );
  if (parts === null) return null;
  const [, year, month, day] = parts;
  const date = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter((part) => part !== undefined);
  return PartialDateSchema.safeParse(date.join("-")).data ?? null;
};

const readField = (field: DraftField, text: string): unknown => {
  const kind = FIELD_KINDS[field];
  if (kind === "date") return readDate(text);
  if (kind === "count") return readNumber(text, 1);
  if (kind === "money") return readNumber(text, YUAN);
  if (kind === "list" || kind === "needs") return NONE.test(text) ? [] : splitList(text);
  return text;
};

/** Reads the form as the contract's profile. `无` in a list says that there is none, an empty field nothing. */
export const readDraft = (draft: ProfileDraft): DraftReading => {
  const given: Record<string, unknown> = {};
  const wrong: (DraftField | "description")[] = [];
  const description = draft.description.trim();
  if (description !== "") given["description"] = description;
  for (const field of DRAFT_FIELDS) {
    const text = draft[field].trim();
    if (text === "") continue;
    const value = readField(field, text);
    if (value === null) wrong.push(field);
    else given[field] = value;
  }
  if (wrong.length > 0) return { wrong };
  const profile = ProfileSchema.safeParse(given);
  if (profile.success) return { profile: profile.data };
  const names = new Set(profile.error.issues.map(({ path }) => String(path[0])));
  return { wrong: [...names].filter((name) => name === "description" || isDraftField(name)) };
};

/** Whether nothing at all is said. */
export const isEmptyDraft = (draft: ProfileDraft): boolean =>
  Object.values(draft).every((text) => text.trim() === "");

/** A value of a profile as the form writes it. */
export const writeField = (field: DraftField, value: string | number | readonly string[] | null): string => {
  if (value === null) return "";
  if (typeof value === "number") return String(FIELD_KINDS[field] === "money" ? value / YUAN : value);
  return typeof value === "string" ? value : value.join("、");
};
