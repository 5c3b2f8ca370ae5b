import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ReportReplySchema, ReportSchema } from "../contract/report.ts";
import { postJson, scriptedServices, testApp } from "./test-app.ts";
import { problemOf } from "./test-problem.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-reports-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const send = (body: unknown, reportFolder: string | undefined = path.join(folder, "reports")) =>
  testApp(scriptedServices({}), { reportFolder }).request("/api/reports", postJson(body));

describe("POST /api/reports", () => {
  it("keeps a report as the evaluation reads it, without what it does not read", async () => {
    const citation = { documentId: "plan", quote: "原文", start: 0, end: 2, url: "/documents/plan#c" };
    const report = { question: "问题？", reason: "outdated", comment: "已过期", citations: [citation] };
    const response = await send({ ...report, address: "somewhere" });
    expect(response.status).toBe(201);
    const { reportId } = ReportReplySchema.parse(await response.json());
    const kept: unknown = JSON.parse(
      await readFile(path.join(folder, "reports", `${reportId}.json`), "utf8"),
    );
    expect(kept).toStrictEqual({
      ...report,
      citations: [{ documentId: "plan", quote: "原文" }],
      expected: [],
    });
    expect(ReportSchema.parse(kept)).toStrictEqual(kept);
  });

  it("keeps nothing that is no report", async () => {
    for (const body of [
      {},
      { question: "" },
      { question: "x", reason: "ugly" },
      { question: "x".repeat(2_001) },
    ]) {
      expect((await problemOf(await send(body, path.join(folder, "none")))).status).toBeGreaterThanOrEqual(
        400,
      );
    }
    expect(await readdir(folder)).not.toContain("none");
  });
});
