import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT } from "../src/match/profile-draft.ts";
import { writeSavedMatch } from "../src/match/saved-match.ts";
import { savedProfile } from "../src/match/saved-profile.ts";

const stored = (draft: Partial<typeof EMPTY_DRAFT>): string =>
  writeSavedMatch({ draft: { ...EMPTY_DRAFT, ...draft }, asOf: "", judged: null });

describe("savedProfile", () => {
  it("reads the form as the contract's profile", () => {
    expect(
      savedProfile(stored({ region: "北京市海淀区", revenue: "300", industries: "人工智能、软件" })),
    ).toEqual({
      region: "北京市海淀区",
      revenue: 3_000_000,
      industries: ["人工智能", "软件"],
    });
  });

  it("has nothing where nothing was filled in, or nothing that can be read", () => {
    expect(savedProfile(null)).toBeNull();
    expect(savedProfile(stored({}))).toBeNull();
    expect(savedProfile(stored({ employees: "约十人" }))).toBeNull();
    expect(savedProfile("{")).toBeNull();
  });
});
