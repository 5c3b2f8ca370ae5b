import { describe, expect, it } from "vitest";
import { nearestName } from "./nearest-name.ts";

const NAMES = ["start", "serve", "ingest", "ask", "search", "status"];

describe("nearestName", () => {
  it.each([
    ["serch", "search"],
    ["ingets", "ingest"],
    ["stat", "start"],
    ["statsu", "status"],
    ["ing", "ingest"],
    ["sreve", "serve"],
  ])("%s is probably %s", (word, name) => {
    expect(nearestName(word, NAMES)).toBe(name);
  });

  it.each(["问", "documents", "xyzxyz"])("%s is nothing", (word) => {
    expect(nearestName(word, NAMES)).toBeNull();
  });
});
