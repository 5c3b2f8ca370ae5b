/** Offsets are UTF-16 code units into the document's canonical text. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** The values that satisfy a numeric condition; a missing end is null. */
export interface NumberRange {
  readonly min: number | null;
  /** Whether `min` itself is outside. */
  readonly minOpen: boolean;
  readonly max: number | null;
  readonly maxOpen: boolean;
}

/** Money in yuan, ratios in percent, age in months. */
export type NumericField =
  | "employees"
  | "revenue"
  | "assets"
  | "rdSpending"
  | "rdRatio"
  | "rdStaff"
  | "rdStaffRatio"
  | "patents"
  | "registeredCapital"
  /** People newly hired this year, of all staff. */
  | "hireRatio"
  | "age";

/** From one day to another; null where it is open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

export type OrganisationKind = "enterprise" | "institution" | "university" | "person";

/** What can be asked of a profile. `unread`: words that are a condition, but of which nothing can be told. */
export type ConditionTest =
  /** `orOther`: another measure that no profile tells would do as well (产值或营业收入). */
  | {
      readonly kind: "number";
      readonly field: NumericField;
      readonly range: NumberRange;
      readonly orOther?: boolean;
    }
  /** Founded on or after `from`, on or before `to` (`YYYY-MM-DD`). */
  | { readonly kind: "founded"; readonly from: string | null; readonly to: string | null }
  /** One of these places holds the seat of the company; `taxes`: the place where it is registered for taxes too. */
  | { readonly kind: "place"; readonly names: readonly string[]; readonly taxes?: boolean }
  /** At least one of these recognised titles, under their common names. */
  | { readonly kind: "qualification"; readonly names: readonly string[] }
  | { readonly kind: "organisation"; readonly kinds: readonly OrganisationKind[] }
  /** `open`: the text ends its list with 等, so that others may belong to it. */
  /** `others`: what the list names besides, in its own words. */
  | {
      readonly kind: "industry";
      readonly names: readonly string[];
      readonly open: boolean;
      readonly others?: readonly string[];
      /** What the text calls them, where that is narrower than the field: 新能源发电企业. */
      readonly narrower?: string;
    }
  | {
      readonly kind: "stage";
      readonly stage: "startup" | "small" | "sme" | "listed" | "scale" | "below_scale";
    }
  /** Credit, violations, lay-offs: told by nobody but the company itself. */
  /** `max`: the share of its staff, in percent, that a company may have laid off. */
  /** `words`: those that ask for no accident and no violation, which may do so for a time and a kind alone. */
  | {
      readonly kind: "conduct";
      readonly topic: "credit" | "violation" | "accident" | "layoff";
      readonly max?: number;
      readonly words?: string;
    }
  /** Of which kind of applicant: 孵化器, 投资机构, 留学人员 … */
  | { readonly kind: "group"; readonly name: string }
  /** A legal person of its own (独立法人资格). */
  | { readonly kind: "legal" }
  /** Left university at most so many months ago. */
  | { readonly kind: "graduated"; readonly range: NumberRange }
  /** The measure itself is for these days (`YYYY-MM-DD`). */
  | { readonly kind: "window"; readonly from: string; readonly to: string }
  /** `within`: the days (`YYYY-MM-DD`) between which it must have come about. */
  | { readonly kind: "unread"; readonly words: string; readonly within?: DayRange };

/** One condition with the words that state it. */
export interface Condition extends TextSpan {
  readonly test: ConditionTest;
  /** The text excludes whom the test describes (除外, 不包括). */
  readonly negated: boolean;
  /** Whether it says who is addressed. */
  readonly addressee: boolean;
}

/** Conditions joined as the text joins them; `count` of a choice is how many must hold (之一: 1). */
export type Requirement =
  | { readonly kind: "condition"; readonly condition: Condition }
  | { readonly kind: "all"; readonly of: readonly Requirement[] }
  | { readonly kind: "choice"; readonly count: number; readonly of: readonly Requirement[] };

/** `requirements` joined by and; a single one stays itself. */
export const allOf = (requirements: readonly Requirement[]): Requirement => {
  const flat = requirements.flatMap((each) => (each.kind === "all" ? each.of : [each]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind: "all", of: flat };
};

/** `requirements` of which `count` must hold; a single one stays itself. */
export const choiceOf = (requirements: readonly Requirement[], count = 1): Requirement => {
  const [only] = requirements;
  return requirements.length === 1 && only !== undefined ? only : { kind: "choice", count, of: requirements };
};

/** Every condition of a requirement, in text order of the tree. */
export const conditionsOf = (requirement: Requirement): readonly Condition[] =>
  requirement.kind === "condition"
    ? [requirement.condition]
    : requirement.of.flatMap((each) => conditionsOf(each));
