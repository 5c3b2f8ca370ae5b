import type { IngestReply, LastIngestReply } from "../../../src/contract/ingest.ts";
import { useLanguage } from "../language/language-context.tsx";
import { libraryChinese } from "./library-chinese.ts";
import type { Sort } from "./library-filter.ts";
import { libraryEnglish } from "./library-english.ts";

type Change = Exclude<keyof NonNullable<LastIngestReply["ingest"]>, "finishedAt" | "unchanged">;

/** The texts of the library. */
export interface LibraryTexts {
  readonly intro: (count: number, asOf: string) => string;
  readonly search: string;
  readonly searchPlaceholder: string;
  readonly filters: string;
  readonly status: string;
  readonly issuer: string;
  readonly year: string;
  readonly all: string;
  readonly choice: (name: string, count: number) => string;
  readonly unknownYear: string;
  readonly yearName: (year: string) => string;
  readonly sort: string;
  readonly sorts: Readonly<Record<Sort, string>>;
  readonly clear: string;
  readonly found: (shown: number, all: number) => string;
  readonly noneFound: string;
  readonly soonTitle: (days: number, count: number) => string;
  readonly soonNone: (days: number, asOf: string) => string;
  readonly soonAll: (count: number) => string;
  readonly soonOnly: (count: number) => string;
  readonly daysLeft: (days: number) => string;
  readonly lastTitle: string;
  readonly lastNone: string;
  readonly changes: Readonly<Record<Change, string>>;
  readonly counted: (name: string, count: number) => string;
  readonly unchanged: (count: number) => string;
  readonly gone: string;
  readonly upload: {
    readonly title: string;
    readonly intro: string;
    readonly choose: string;
    readonly drop: string;
    readonly needsToken: string;
    readonly logIn: string;
    readonly waiting: string;
    readonly sending: (percent: number) => string;
    readonly reading: (seconds: number) => string;
    readonly progress: (name: string) => string;
    readonly cancel: (name: string) => string;
    readonly cancelShort: string;
    readonly cancelled: string;
    readonly remove: (name: string) => string;
    readonly retry: string;
    readonly tooLarge: (megabytes: number) => string;
    readonly empty: string;
    readonly kept: string;
    readonly outcomes: Readonly<Record<IngestReply["files"][number]["outcome"], string>>;
    readonly read: (clauses: number, characters: number) => string;
    readonly dropped: (characters: number) => string;
    readonly issues: (count: number) => string;
    readonly noIssues: string;
    readonly removed: string;
  };
}

export const useLibraryTexts = (): LibraryTexts =>
  useLanguage().language === "en" ? libraryEnglish : libraryChinese;
