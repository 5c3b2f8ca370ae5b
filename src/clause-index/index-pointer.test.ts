import { assert, array, property, record, shuffledSubarray, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintOf } from "./index-pointer.ts";

const documents = array(record({ documentId: string(), sha256: string() }), { maxLength: 8 });

describe("fingerprintOf", () => {
  it("does not depend on the order of documents", () => {
    assert(
      property(
        documents.chain((all) =>
          record({
            all: shuffledSubarray(all, { minLength: all.length }),
            again: shuffledSubarray(all, { minLength: all.length }),
          }),
        ),
        ({ all, again }) => {
          expect(fingerprintOf(all, "m")).toBe(fingerprintOf(again, "m"));
        },
      ),
    );
  });

  it("changes with a document, its content and the model", () => {
    const one = { documentId: "a", sha256: "1" };
    const prints = [
      fingerprintOf([], "m"),
      fingerprintOf([one], "m"),
      fingerprintOf([one], "n"),
      fingerprintOf([{ ...one, sha256: "2" }], "m"),
      fingerprintOf([{ ...one, documentId: "b" }], "m"),
      fingerprintOf([one, { documentId: "b", sha256: "1" }], "m"),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });
});
