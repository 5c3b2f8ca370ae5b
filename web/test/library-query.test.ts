import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StatusSchema } from "../../src/contract/common.ts";
import { NO_FILTER, SORTS } from "../src/library/library-filter.ts";
import { readLibraryQuery, writeLibraryQuery } from "../src/library/library-query.ts";

const filters = fc.record({
  text: fc.string({ unit: "grapheme", maxLength: 100 }).filter((text) => text === "" || text.trim() !== ""),
  status: fc.option(fc.constantFrom(...StatusSchema.options)),
  issuer: fc.option(fc.string({ unit: "grapheme", minLength: 1, maxLength: 50 })),
  year: fc.option(fc.constantFrom("2011", "2026", "unknown")),
  endsSoon: fc.boolean(),
  sort: fc.constantFrom(...SORTS),
});

describe("the library's query", () => {
  it("reads back every filter that it writes", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readLibraryQuery(writeLibraryQuery(filter))).toEqual(filter);
      }),
    );
  });

  it("is empty where all is shown, and names only what is asked for", () => {
    expect(writeLibraryQuery(NO_FILTER)).toBe("");
    expect(writeLibraryQuery({ ...NO_FILTER, status: "expired", sort: "ending" })).toBe(
      "status=expired&sort=ending",
    );
  });

  it("takes what it cannot read for nothing", () => {
    expect(readLibraryQuery("status=old&year=20x1&soon=yes&sort=random&other=1")).toEqual(NO_FILTER);
    expect(readLibraryQuery("status=old&year=2011")).toEqual({ ...NO_FILTER, year: "2011" });
  });
});
