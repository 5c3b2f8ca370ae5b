import { describe, expect, it } from "vitest";
import { determinism } from "./determinism.ts";
import { falseRefusals } from "./false-refusals.ts";
import {
  MADE_TARGET,
  madeCase,
  madeCitation,
  madeRefusal,
  madeReply,
  madeRun,
  REFUSAL_CASE,
} from "./made-run.ts";
import { noticesRight } from "./notices-right.ts";
import { refusalReasons } from "./refusal-reasons.ts";
import { refusalsRight } from "./refusals-right.ts";
import { replies } from "./replies.ts";

describe("replies", () => {
  it("counts requests that failed", () => {
    expect(replies.score(madeRun(madeReply()), MADE_TARGET)).toMatchObject({ hits: 1, total: 1 });
    expect(replies.score(madeRun(null), MADE_TARGET)).toMatchObject({ hits: 0, total: 1 });
  });
});

describe("refusals", () => {
  it("are right where expected, and only there", () => {
    expect(refusalsRight.score(madeRun(madeRefusal(), REFUSAL_CASE), MADE_TARGET)).toMatchObject({
      hits: 1,
      total: 1,
    });
    expect(refusalsRight.score(madeRun(madeReply(), REFUSAL_CASE), MADE_TARGET)).toMatchObject({
      hits: 0,
      total: 1,
    });
    expect(refusalsRight.score(madeRun(null, REFUSAL_CASE), MADE_TARGET)).toMatchObject({
      hits: 0,
      total: 1,
    });
    expect(refusalsRight.score(madeRun(madeRefusal()), MADE_TARGET)).toBeNull();
  });
  it("are false where an answer is expected", () => {
    expect(falseRefusals.score(madeRun(madeRefusal()), MADE_TARGET)).toMatchObject({ hits: 1, total: 1 });
    expect(falseRefusals.score(madeRun(madeReply()), MADE_TARGET)).toMatchObject({ hits: 0, total: 1 });
    expect(falseRefusals.score(madeRun(madeRefusal(), REFUSAL_CASE), MADE_TARGET)).toBeNull();
  });
  it("give one of the accepted reasons", () => {
    expect(refusalReasons.score(madeRun(madeRefusal(), REFUSAL_CASE), MADE_TARGET)).toMatchObject({
      hits: 1,
      total: 1,
    });
    expect(refusalReasons.score(madeRun(madeRefusal("off_topic"), REFUSAL_CASE), MADE_TARGET)).toMatchObject({
      hits: 0,
      total: 1,
    });
    expect(refusalReasons.score(madeRun(madeReply(), REFUSAL_CASE), MADE_TARGET)).toBeNull();
  });
});

describe("noticesRight", () => {
  const expired = { kind: "expired" as const, documentId: "doc", text: "已到期" };
  const wantsNotice = madeCase({ expect: { refused: false, reasons: null, notice: "expired" } });
  const valid = [madeCitation({ status: "in_force" })];
  it.each([
    ["one that is expected", wantsNotice, valid, [expired], 1],
    ["none where one is expected", wantsNotice, valid, [], 0],
    ["one of nothing", madeCase(), valid, [expired], 0],
    ["one of an expired citation", madeCase(), [madeCitation()], [expired], 1],
    ["none of an expired citation", madeCase(), [madeCitation()], [], 0],
    ["none where none is due", madeCase(), valid, [], 1],
    ["another kind", madeCase(), valid, [{ ...expired, kind: "model_fallback" as const }], 1],
  ])("judges %s", (_, evalCase, citations, notices, hits) => {
    const reply = madeReply({ citations, notices });
    expect(noticesRight.score(madeRun(reply, evalCase), MADE_TARGET)).toMatchObject({ hits, total: 1 });
  });
});

const again = (reply: ReturnType<typeof madeReply> | null) => ({
  ...madeRun(madeReply()),
  repeat: { reply },
});

describe("determinism", () => {
  it("compares statements and citations, not ids and times", () => {
    expect(determinism.score(again({ ...madeReply(), id: "another" }), MADE_TARGET)).toMatchObject({
      hits: 1,
      total: 1,
    });
    expect(
      determinism.score(again(madeReply({ citations: [madeCitation({ start: 16 })] })), MADE_TARGET),
    ).toMatchObject({
      hits: 0,
    });
    expect(determinism.score(again(madeRefusal()), MADE_TARGET)).toMatchObject({ hits: 0 });
    expect(determinism.score(again(null), MADE_TARGET)).toMatchObject({ hits: 0 });
  });
  it("does not apply to cases that were asked once", () => {
    expect(determinism.score(madeRun(madeReply()), MADE_TARGET)).toBeNull();
  });
});
