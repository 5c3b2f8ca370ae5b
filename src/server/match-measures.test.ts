import { describe, expect, it } from "vitest";
import type { MatchReply } from "../contract/match.ts";
import { readDocument } from "../ingest/read-document.ts";
import { MeasureStore } from "../matching/measure-store.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { measureAt } from "../../eval/matching/measure-at.ts";
import { policyCases } from "../../eval/matching/policy-cases.ts";
import { matchMeasures } from "./match-measures.ts";

/** The rounds of `eval/matching` were judged once when they were written; since then they are tests like the others. */
const POLICIES = [
  "./match-fixtures/",
  "../../eval/matching/rounds/1/",
  "../../eval/matching/rounds/2/",
  "../../eval/matching/rounds/3/",
  "../../eval/matching/rounds/4/",
  "../../eval/matching/rounds/5/",
  "../../eval/matching/rounds/6/",
  "../../eval/matching/rounds/7/",
  "../../eval/matching/rounds/8/",
  "../../eval/matching/rounds/9/",
  "../../eval/matching/rounds/10/",
  "../../eval/matching/rounds/11/",
].flatMap((folder) => policyCases(new URL(folder, import.meta.url)));

const documentOf = async (text: string): Promise<PolicyDocument> =>
  readDocument(
    { documentId: "short", name: "short.txt", sha256: "0", bytes: new TextEncoder().encode(text) },
    undefined,
  );

const match = async (
  document: PolicyDocument,
  profile: Parameters<typeof matchMeasures>[2]["profile"],
  asOf: string,
): Promise<MatchReply> =>
  matchMeasures(
    {
      fingerprint: document.text,
      listDocuments: async () => [document],
      documentHashes: async () => new Map([[document.documentId, "h1"]]),
      getDocument: async (id) => (id === document.documentId ? document : null),
    },
    new MeasureStore(),
    { profile, asOf, limit: 50 },
  );

describe.each(POLICIES)("$name", ({ text, cases }) => {
  const judge = async ({ profile, at, is, amount, asOf }: (typeof cases)[number]): Promise<void> => {
    const document = await documentOf(text);
    expect(document.text).toContain(at);
    const found = measureAt(document.text, at, await match(document, profile, asOf));
    expect(found?.verdict).toBe(is);
    if (amount !== undefined) expect(found?.amount).toContain(amount);
  };
  for (const each of cases) {
    // What is missed so far is tested too: it says when it is missed no more.
    const test = each.missed ? it.fails : it;
    test(`is ${each.is} for ${JSON.stringify(each.profile)}`, () => judge(each));
  }

  it("quotes each condition as it stands, and applies only where all are met, one on who is addressed among them", async () => {
    const document = await documentOf(text);
    for (const { profile, asOf } of cases) {
      const { measures } = await match(document, profile, asOf);
      for (const { conditions, verdict, citation } of measures) {
        for (const { text: words, citation: place } of conditions) {
          expect(document.text.slice(place.start, place.end)).toBe(words);
        }
        if (verdict !== "applies") continue;
        expect(conditions.length).toBeGreaterThan(0);
        expect(new Set(conditions.map((each) => each.verdict))).toEqual(new Set(["met"]));
        expect(["in_force", "unknown"]).toContain(citation.status);
      }
    }
  });
});
