import type { DescribedPart } from "./described-parts.ts";
import type { OrganisationKind } from "../measures/requirement.ts";

/** Who is asking, as it is given: every field is optional; money is in yuan. */
export interface ProfileInput {
  readonly description?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly foundedOn?: string | null | undefined;
  readonly industries?: readonly string[] | undefined;
  readonly employees?: number | null | undefined;
  readonly revenue?: number | null | undefined;
  readonly assets?: number | null | undefined;
  readonly rdSpending?: number | null | undefined;
  readonly patents?: number | null | undefined;
  readonly qualifications?: readonly string[] | undefined;
  readonly organisation?: OrganisationKind | null | undefined;
  readonly needs?: readonly string[] | undefined;
}

/** The fields of a profile that conditions ask for. */
export type ProfileField =
  | "region"
  | "foundedOn"
  | "industries"
  | "employees"
  | "revenue"
  | "assets"
  | "rdSpending"
  | "patents"
  | "qualifications"
  | "organisation"
  | "needs";

/** Where a fact comes from: a field, the words of the description, or another fact that it follows from. */
export interface FactSource {
  readonly from: "field" | "description" | "derived";
  /** The words that say it, or the fact that it follows from. */
  readonly text: string;
}

/** Days `YYYY-MM-DD` between which a company was founded, both included. */
export interface Founding {
  readonly from: string;
  readonly to: string;
}

/** What is known of who is asking; what is not known is null or empty, never assumed. */
export interface Facts {
  readonly description: string;
  readonly region: string | null;
  readonly foundedOn: string | null;
  readonly founding: Founding | null;
  readonly industries: readonly string[];
  readonly employees: number | null;
  readonly revenue: number | null;
  readonly assets: number | null;
  readonly rdSpending: number | null;
  /** Percent, where it is said as such. */
  readonly rdRatio: number | null;
  readonly patents: number | null;
  readonly rdStaff: number | null;
  readonly registeredCapital: number | null;
  /** People newly hired this year. */
  readonly hires: number | null;
  /** When the person who asks left university. */
  readonly graduation: Founding | null;
  /** Where the company is registered for taxes. */
  readonly taxRegion: string | null;
  readonly qualifications: readonly string[];
  /** Titles that the description says the company does not have. */
  readonly withoutQualifications: readonly string[];
  /** Titles that the description names and the field, which was filled in, does not. */
  readonly disputedQualifications: readonly string[];
  /** The field was filled in, so that what it does not name is not there. */
  readonly qualificationsComplete: boolean;
  readonly organisation: OrganisationKind | null;
  readonly needs: readonly string[];
  readonly startup: boolean | null;
  readonly size: "small" | "sme" | null;
  readonly listed: boolean | null;
  readonly scale: boolean | null;
  readonly legalPerson: boolean | null;
  /** The description, part by part, for what no field holds. */
  readonly parts: readonly DescribedPart[];
  /** Percent of the staff that was laid off, where it is said. */
  readonly layoffRate: number | null;
  readonly conduct: Readonly<Record<"credit" | "violation" | "accident" | "layoff", boolean | null>>;
  readonly sources: Readonly<Partial<Record<keyof Facts, FactSource>>>;
}
