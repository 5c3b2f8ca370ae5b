import type { MatchReply } from "../../../src/contract/match.ts";
import { useLanguage } from "../language/language-context.tsx";
import { matchChinese } from "./match-chinese.ts";
import { matchEnglish } from "./match-english.ts";
import type { DraftField } from "./profile-draft.ts";

type Measure = MatchReply["measures"][number];
type Organisation = NonNullable<MatchReply["profile"]["organisation"]>;

/** The texts of the matching view; they are loaded with it. */
export interface MatchTexts {
  readonly title: string;
  readonly intro: string;
  readonly privacy: string;
  readonly modes: { readonly label: string; readonly single: string; readonly clients: string };
  readonly description: string;
  readonly descriptionPlaceholder: string;
  readonly more: string;
  readonly optional: string;
  readonly fields: Readonly<Record<DraftField, string>>;
  readonly hints: Readonly<Record<DraftField, string>>;
  /** What numbers of a field count; where nothing stands it goes without saying. */
  readonly units: Readonly<Partial<Record<DraftField, string>>>;
  readonly organisations: Readonly<Record<Organisation, string>>;
  readonly unsaid: string;
  readonly needs: Readonly<Record<string, string>>;
  readonly asOf: string;
  readonly asOfHint: string;
  readonly judge: string;
  readonly judging: string;
  readonly clear: string;
  readonly nothingSaid: string;
  readonly wrongField: string;
  readonly wrongNumber: string;
  readonly tenThousandYuan: string;
  readonly hundredMillionYuan: string;
  readonly understood: string;
  readonly understoodNote: string;
  readonly nothingUnderstood: string;
  readonly sources: {
    readonly field: string;
    readonly description: (words: string) => string;
    readonly derived: (words: string) => string;
  };
  readonly correct: (field: string) => string;
  readonly correctShort: string;
  readonly outdated: string;
  readonly missingTitle: string;
  readonly wouldDecide: (count: number) => string;
  readonly answer: string;
  readonly yourAnswer: string;
  readonly skip: string;
  readonly none: string;
  readonly results: string;
  readonly counts: (counts: Readonly<Record<Measure["verdict"], number>>) => string;
  readonly noResults: string;
  readonly verdicts: Readonly<Record<Measure["verdict"], string>>;
  readonly verdictNotes: Readonly<Record<Measure["verdict"], string>>;
  readonly changed: (before: string) => string;
  readonly kinds: Readonly<Record<Measure["kind"], string>>;
  readonly conditions: string;
  readonly conditionVerdicts: Readonly<Record<Measure["conditions"][number]["verdict"], string>>;
  readonly compared: (field: string, value: string) => string;
  readonly undecided: (field: string, value: string) => string;
  readonly notSaid: (field: string) => string;
  readonly checkYourself: string;
  readonly ruledOut: string;
  readonly openCondition: string;
  readonly support: string;
  readonly facts: Readonly<
    Record<"amount" | "department" | "deadline" | "materials" | "place" | "phone", string>
  >;
  readonly source: string;
  readonly showMore: string;
  readonly table: {
    readonly intro: string;
    readonly file: string;
    readonly noFile: string;
    readonly paste: string;
    readonly placeholder: string;
    readonly template: string;
    readonly run: string;
    readonly download: string;
    readonly result: (lines: number) => string;
    readonly unreadable: string;
  };
}

export const useMatchTexts = (): MatchTexts =>
  useLanguage().language === "en" ? matchEnglish : matchChinese;
