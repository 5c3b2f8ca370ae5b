import { ownIndustriesIn } from "../measures/industries.ts";
import { qualificationsIn } from "../measures/qualifications.ts";
import { firstDay, lastDay } from "../policy/partial-date.ts";
import { describedParts } from "./described-parts.ts";
import type { FactSource, Facts, ProfileInput } from "./facts.ts";
import type { Description } from "./read-description.ts";
import { readDescription } from "./read-description.ts";
import { spokenText } from "./spoken-text.ts";
import { graduationIn, hiresIn, layoffRateIn, taxRegionIn } from "./read-person-words.ts";

const field = (text: string): FactSource => ({ from: "field", text });

const common = (
  values: readonly string[],
  find: (text: string) => readonly { readonly name: string }[],
): string[] => [
  ...new Set(
    values.flatMap((value) => {
      const names = find(value).map(({ name }) => name);
      return names.length === 0 ? [value.trim()] : names;
    }),
  ),
];

const QUALIFIED_COMPANY = /企业|小巨人|单项冠军|独角兽|瞪羚/;

/**
 * A profile as understood: what a field says stands before what the description says. Nothing is assumed: what
 * neither says is null or empty.
 */
export const readProfile = (input: ProfileInput, asOf: string): Facts => {
  const description = (input.description ?? "").toWellFormed();
  const said: Description = readDescription(description, asOf);
  const sources: Partial<Record<keyof Facts, FactSource>> = {};
  const pick = <T>(
    key: keyof Facts,
    given: T | null | undefined,
    found: { readonly value: T; readonly source: FactSource } | null | undefined,
  ): T | null => {
    if (given != null) {
      sources[key] = field(String(given));
      return given;
    }
    if (found == null) return null;
    sources[key] = found.source;
    return found.value;
  };
  const list = (
    key: keyof Facts,
    given: readonly string[] | undefined,
    found: { readonly value: readonly string[]; readonly source: FactSource } | null,
  ): readonly string[] => {
    // A list that was filled in is the whole list: what was taken out of it does not come back from the description.
    const isFilled = given !== undefined && (given.length > 0 || key === "qualifications");
    if (isFilled) {
      if (given.length > 0) sources[key] = field(given.join("、"));
      return [...new Set(given)];
    }
    if (found !== null) sources[key] = found.source;
    return [...new Set(found?.value ?? [])];
  };

  const foundedOn = pick(
    "foundedOn",
    input.foundedOn,
    said.foundedOn === null || said.founding === null
      ? null
      : { value: said.foundedOn, source: said.founding.source },
  );
  const founding =
    input.foundedOn == null
      ? (said.founding?.value ?? null)
      : { from: firstDay(input.foundedOn), to: lastDay(input.foundedOn) };
  const revenue = pick("revenue", input.revenue, said.numbers.get("revenue"));
  const rdSpending = pick("rdSpending", input.rdSpending, said.numbers.get("rdSpending"));
  const givenTitles =
    input.qualifications === undefined ? undefined : common(input.qualifications, qualificationsIn);
  const qualifications = list("qualifications", givenTitles, said.qualifications);
  let organisation = pick("organisation", input.organisation, said.organisation);
  const title = qualifications.find((name) => QUALIFIED_COMPANY.test(name));
  if (organisation === null && title !== undefined) {
    organisation = "enterprise";
    sources.organisation = { from: "derived", text: title };
  }
  const region = pick("region", input.region, said.region);
  const industries = list(
    "industries",
    input.industries === undefined ? undefined : common(input.industries, ownIndustriesIn),
    said.industries,
  );
  // In the words that were filled in.
  if (sources.industries?.from === "field") sources.industries = field((input.industries ?? []).join("、"));
  return {
    description,
    region,
    foundedOn,
    founding,
    industries,
    employees: pick("employees", input.employees, said.numbers.get("employees")),
    revenue,
    assets: pick("assets", input.assets, said.numbers.get("assets")),
    rdSpending,
    rdRatio: said.numbers.get("rdRatio")?.value ?? null,
    patents: pick("patents", input.patents, said.numbers.get("patents")),
    rdStaff: said.numbers.get("rdStaff")?.value ?? null,
    registeredCapital: said.numbers.get("registeredCapital")?.value ?? null,
    hires: hiresIn(description),
    graduation: graduationIn(description, asOf),
    taxRegion: taxRegionIn(description, region),
    qualifications,
    withoutQualifications: said.withoutQualifications.filter((name) => !qualifications.includes(name)),
    disputedQualifications:
      givenTitles === undefined
        ? []
        : (said.qualifications?.value ?? []).filter((name) => !qualifications.includes(name)),
    qualificationsComplete: input.qualifications !== undefined,
    organisation,
    needs: list("needs", input.needs, said.needs),
    startup: said.startup,
    size: said.size,
    listed: said.listed,
    scale: said.scale,
    legalPerson: /有限(?:责任)?公司|股份(?:有限)?公司|法人(?!代表|变更)/.test(description) ? true : null,
    parts: describedParts(description, asOf),
    layoffRate: layoffRateIn(spokenText(description)),
    conduct: said.conduct,
    sources,
  };
};
