import { describe, expect, it } from "vitest";
import type { MatchReply } from "../contract/match.ts";
import { readDocument } from "../ingest/read-document.ts";
import { MeasureStore } from "../matching/measure-store.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { CITY_POLICIES } from "./match-fixtures/city-policies.ts";
import { SHORT_POLICIES } from "./match-fixtures/short-policies.ts";
import { matchMeasures } from "./match-measures.ts";

const AS_OF = "2026-11-22";

const documentOf = async (text: string): Promise<PolicyDocument> =>
  readDocument(
    { documentId: "short", name: "short.txt", sha256: "0", bytes: new TextEncoder().encode(text) },
    undefined,
  );

const match = async (
  document: PolicyDocument,
  profile: Parameters<typeof matchMeasures>[2]["profile"],
): Promise<MatchReply> =>
  matchMeasures(
    {
      fingerprint: document.text,
      listDocuments: async () => [document],
      getDocument: async (id) => (id === document.documentId ? document : null),
    },
    new MeasureStore(),
    { profile, asOf: AS_OF, limit: 50 },
  );

const isAt = (document: PolicyDocument, words: string) => {
  const start = document.text.indexOf(words);
  return ({ citation, support }: MatchReply["measures"][number]): boolean => {
    const place = document.text.indexOf(support);
    return (
      (citation.start <= start && start < citation.end) || (place <= start && start < place + support.length)
    );
  };
};

describe.each([...SHORT_POLICIES, ...CITY_POLICIES])("$name", ({ text, cases }) => {
  it.each(cases)("is $verdict for $profile", async ({ profile, at, verdict, amount }) => {
    const document = await documentOf(text);
    const reply = await match(document, profile);
    const found = reply.measures.find((measure) => isAt(document, at)(measure));
    expect(found?.verdict).toBe(verdict);
    if (amount !== undefined) expect(found?.amount).toContain(amount);
  });

  it("quotes each condition as it stands, and applies only where all are met", async () => {
    const document = await documentOf(text);
    for (const { profile } of cases) {
      const { measures } = await match(document, profile);
      for (const { conditions, verdict, citation } of measures) {
        for (const { text: words, citation: place } of conditions) {
          expect(document.text.slice(place.start, place.end)).toBe(words);
        }
        if (verdict !== "applies") continue;
        expect(conditions.map((each) => each.verdict)).not.toContain("unknown");
        expect(conditions.map((each) => each.verdict)).not.toContain("unmet");
        expect(citation.status).not.toBe("expired");
      }
    }
  });
});
