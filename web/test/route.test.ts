import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  documentPath,
  libraryPath,
  MAIN_PATHS,
  readLibraryQueryOf,
  readMain,
  readOpenCitations,
  readPlace,
} from "../src/page/route.ts";
import { citation } from "./fixtures.ts";

describe("readPlace", () => {
  it("reads back every address that documentPath writes", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.option(fc.string({ unit: "grapheme", minLength: 1 })),
        (documentId, clauseId) => {
          const [pathname = "", fragment] = documentPath(documentId, clauseId).split("#");
          const hash = fragment === undefined ? "" : `#${fragment}`;
          expect(readPlace(pathname, hash)).toEqual({ view: "document", documentId, clauseId });
        },
      ),
    );
  });

  it.each(["/", "/documents", "/documents/", "/documents/a/b", "/documents/%E0%A4%A", "/other"])(
    "takes %s for the conversation",
    (pathname) => {
      expect(readPlace(pathname, "")).toEqual({ view: "chat" });
    },
  );

  it("takes a fragment that is no valid escape for no clause", () => {
    expect(readPlace("/documents/a", "#%E0%A4%A")).toEqual({
      view: "document",
      documentId: "a",
      clauseId: null,
    });
  });
});

describe("the main views", () => {
  it("are read back from their addresses", () => {
    for (const view of ["chat", "match", "library"] as const) {
      const { pathname, hash } = new URL(MAIN_PATHS[view], "http://here.invalid");
      expect(readPlace(pathname, hash)).toEqual(view === "library" ? { view, query: "" } : { view });
    }
  });

  it("keep the query of the library, in the address and beside a document", () => {
    const { hash } = new URL(libraryPath("status=expired&q=%23a%3F"), "http://here.invalid");
    expect(readPlace("/", hash)).toEqual({ view: "library", query: "status=expired&q=%23a%3F" });
    expect(readPlace("/", "#libraryx")).toEqual({ view: "chat" });
    expect(readLibraryQueryOf({ main: "library", library: "year=2011" })).toBe("year=2011");
    expect([null, {}, { library: 7 }].map((state) => readLibraryQueryOf(state))).toEqual(["", "", ""]);
  });

  it("stand beside a document as the history says, and else the conversation does", () => {
    expect(readMain({ citations: [citation(1)], current: 0, main: "match" })).toBe("match");
    expect(readMain({ main: "library" })).toBe("library");
    expect([null, {}, { main: "other" }].map((state) => readMain(state))).toEqual(["chat", "chat", "chat"]);
  });
});

describe("readOpenCitations", () => {
  it("reads what the page itself wrote", () => {
    const open = { citations: [citation(1), citation(2)], current: 1 };
    expect(readOpenCitations(structuredClone(open))).toEqual(open);
  });

  it.each([null, 7, {}, { citations: [], current: 0 }, { citations: [citation(1)], current: 1 }])(
    "ignores what is not the page's: %j",
    (state) => {
      expect(readOpenCitations(state)).toBeNull();
    },
  );
});
