import { describe, expect, it } from "vitest";
import { MatchReplySchema } from "../contract/match.ts";
import { readDocument } from "../ingest/read-document.ts";
import { MeasureStore } from "../matching/measure-store.ts";
import { matchMeasures } from "./match-measures.ts";
import { postJson, scriptedServices, testApp } from "./test-app.ts";
import { problemOf } from "./test-problem.ts";

const TEXT = [
  "海淀区研发奖励办法",
  "北京市海淀区人民政府",
  "2024年12月20日",
  "第一条 对上年度研发费用超过1000万元的企业，给予50万元奖励。",
  "第二条 本办法自2025年1月1日起施行。",
].join("\n");

const document = await readDocument(
  { documentId: "rd-award", name: "rd-award.txt", sha256: "0", bytes: new TextEncoder().encode(TEXT) },
  undefined,
);
const store = new MeasureStore();
const snapshot = {
  fingerprint: "f1",
  listDocuments: async () => [document],
  documentHashes: async () => new Map([[document.documentId, "h1"]]),
  getDocument: async () => document,
};
const services = scriptedServices({ match: (request) => matchMeasures(snapshot, store, request) });
const app = testApp(services);

const verdictOf = async (rdSpending: number): Promise<string | undefined> => {
  const profile = { organisation: "enterprise", region: "北京市海淀区", rdSpending };
  const response = await app.request("/api/match", postJson({ profile, asOf: "2026-11-22" }));
  return MatchReplySchema.parse(await response.json()).measures[0]?.verdict;
};

describe("POST /api/match", () => {
  it("answers in the shape of the contract, with the fact that is missing", async () => {
    const response = await app.request(
      "/api/match",
      postJson({ profile: { organisation: "enterprise", region: "北京市海淀区" }, asOf: "2026-11-22" }),
    );
    expect(response.status).toBe(200);
    const reply = MatchReplySchema.parse(await response.json());
    expect(reply.measures[0]).toMatchObject({ verdict: "may_apply", amount: "给予50万元奖励" });
    expect(reply.missing[0]).toMatchObject({ field: "rdSpending", wouldDecide: 1 });
    expect(reply.index).toBe("f1");
  });

  it("changes the verdict with the fact", async () => {
    expect(await verdictOf(10_000_001)).toBe("applies");
    expect(await verdictOf(10_000_000)).toBe("does_not_apply");
  });

  it("refuses a profile that is none", async () => {
    const response = await app.request("/api/match", postJson({ profile: { employees: -1 } }));
    expect(response.status).toBe(400);
    expect((await problemOf(response)).code).toBe("invalid_request");
  });
});

describe("POST /api/match/batch", () => {
  it("answers a table with a table", async () => {
    const csv =
      "企业名称,注册地,机构类型,研发费用\n甲公司,北京市海淀区,enterprise,12000000\n=乙公司,上海市,enterprise,12000000\n";
    const response = await app.request("/api/match/batch", postJson({ csv, asOf: "2026-11-22" }));
    expect(response.headers.get("content-type")).toContain("text/csv");
    const lines = (await response.text()).trim().split("\r\n");
    expect(lines[1]).toMatch(/^甲公司,符合,可申请/);
    // A name that begins like a formula is text to a spreadsheet.
    expect(lines[2]).toMatch(/^'=乙公司,不符合/);
  });

  it("names the line that cannot be read", async () => {
    const response = await app.request("/api/match/batch", postJson({ csv: "name,employees\n甲,十二\n" }));
    expect(response.status).toBe(422);
    const problem = await problemOf(response);
    expect(problem.code).toBe("invalid_table");
    expect(problem.detail).toContain("2");
  });
});
