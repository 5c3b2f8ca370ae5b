import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Profile } from "../contract/profile.ts";
import { readDocument } from "../ingest/read-document.ts";
import type { Facts } from "../matching/facts.ts";
import type { JudgedMeasure } from "../matching/judge-measure.ts";
import { saysWho } from "../matching/judge-measure.ts";
import { matchProfile } from "../matching/match-profile.ts";
import { readProfile } from "../matching/read-profile.ts";
import { readMeasures } from "../measures/read-measures.ts";
import { conditionsOf } from "../measures/requirement.ts";
import { clauseValidity } from "../policy/clause-validity.ts";
import { statusOn } from "../policy/validity.ts";
import { policyCases } from "../../eval/matching/policy-cases.ts";

const POLICIES = [
  "./match-fixtures/",
  "../../eval/matching/rounds/1/",
  "../../eval/matching/rounds/2/",
  "../../eval/matching/rounds/3/",
  "../../eval/matching/rounds/4/",
].flatMap((folder) => policyCases(new URL(folder, import.meta.url)));
const DOCUMENTS = await Promise.all(
  POLICIES.map(({ name, text }) =>
    readDocument(
      { documentId: name, name: `${name}.txt`, sha256: name, bytes: new TextEncoder().encode(text) },
      undefined,
    ),
  ),
);
const BY_ID = new Map(DOCUMENTS.map((document) => [document.documentId, document]));
const MEASURES = DOCUMENTS.flatMap((document) => readMeasures(document));

const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const said = POLICIES.flatMap(({ cases }) =>
  cases.flatMap(({ profile }) => (profile.description ?? "").split(/[，。；]/)),
).filter((part) => part !== "");
const amount = fc.option(
  fc.integer({ min: 0, max: 500 }).map((value) => value * 1_000_000),
  { nil: null },
);

/** Companies put together from what others say of themselves, and from fields. */
const profiles: fc.Arbitrary<Profile> = fc.record(
  {
    description: fc.array(pick(said), { maxLength: 8 }).map((parts) => parts.join("，")),
    region: pick(["广东省深圳市南山区", "浙江省杭州市西湖区", "北京市海淀区", "湖北省武汉市", "中国"]),
    foundedOn: fc.integer({ min: 2000, max: 2026 }).map(String),
    industries: fc.array(pick(["人工智能", "软件", "生物医药", "新材料", "制造业", "养猪"]), {
      maxLength: 2,
    }),
    employees: fc.option(fc.nat(2_000), { nil: null }),
    revenue: amount,
    assets: amount,
    rdSpending: amount,
    patents: fc.option(fc.nat(100), { nil: null }),
    qualifications: fc.array(pick(["高新技术企业", "专精特新中小企业", "瞪羚企业"]), { maxLength: 2 }),
    organisation: pick(["enterprise", "institution", "university", "person"] as const),
  },
  { requiredKeys: [] },
);
const days = pick(["2019-06-30", "2023-05-01", "2025-12-31", "2026-11-22", "2029-01-01"]);

const statusOf = (documentId: string, clauseId: string, asOf: string) => {
  const document = BY_ID.get(documentId);
  if (document === undefined) throw new Error(`No document ${documentId}.`);
  const clause = document.clauses.find((each) => each.clauseId === clauseId);
  return clause === undefined ? statusOn(document, asOf) : statusOn(clauseValidity(document, clause), asOf);
};

const check = ({ measure, verdict, conditions }: JudgedMeasure, facts: Facts, asOf: string): void => {
  const text = BY_ID.get(measure.documentId)?.text ?? "";
  for (const { condition } of conditions) {
    expect(condition.start).toBeLessThan(condition.end);
    expect(text.slice(condition.start, condition.end).trim()).not.toBe("");
  }
  if (verdict !== "applies") return;
  expect(conditions.filter((each) => each.verdict !== "met")).toEqual([]);
  expect(conditions.some((each) => saysWho(each, facts))).toBe(true);
  expect(["in_force", "unknown"]).toContain(statusOf(measure.documentId, measure.clauseId, asOf));
  expect(measure.deadline?.day == null || measure.deadline.day >= asOf).toBe(true);
};

describe("whatever a company says of itself", () => {
  it("what applies has all its conditions met, one on who is addressed among them, and is in force", () => {
    let applied = 0;
    fc.assert(
      fc.property(profiles, days, (profile, asOf) => {
        const facts = readProfile(profile, asOf);
        const { measures } = matchProfile(MEASURES, {
          facts,
          asOf,
          limit: MEASURES.length,
          statusOf: ({ documentId, clauseId }) => statusOf(documentId, clauseId, asOf),
        });
        expect(measures).toHaveLength(MEASURES.length);
        for (const judged of measures) {
          check(judged, facts, asOf);
          if (judged.verdict === "applies") applied += 1;
        }
      }),
      { numRuns: 60, seed: 20_261_122 },
    );
    // The property says nothing where nothing applies.
    expect(applied).toBeGreaterThan(8);
  });

  it("nothing is decided of a company that says nothing", () => {
    const facts = readProfile({}, "2026-11-22");
    const { measures } = matchProfile(MEASURES, {
      facts,
      asOf: "2026-11-22",
      limit: MEASURES.length,
      statusOf: () => "in_force",
    });
    expect(measures.filter(({ verdict }) => verdict === "applies")).toEqual([]);
    const unmet = measures.flatMap(({ conditions }) =>
      conditions.filter(({ verdict, condition }) => verdict === "unmet" && condition.test.kind !== "window"),
    );
    expect(unmet).toEqual([]);
  });

  it("each condition that is read stands in the document", () => {
    for (const { documentId, requirement, offers } of MEASURES) {
      const length = BY_ID.get(documentId)?.text.length ?? 0;
      for (const asked of [requirement, ...offers.map((offer) => offer.requirement)])
        for (const { start, end } of asked === null ? [] : conditionsOf(asked)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(length);
        }
    }
  });
});
