import { describe, expect, it } from "vitest";
import { evaluate } from "../evaluate.ts";
import { MADE_TARGET, madeCase, madeCitation, madeReply, madeRun } from "../metrics/made-run.ts";
import { htmlReport } from "./html-report.ts";
import { textReport } from "./text-report.ts";
import { textTable } from "./text-table.ts";

const ATTACK = `</script><script>alert(1)</script><img src=x onerror="alert(2)">'&`;
const ABOUT = { target: "http://127.0.0.1:1", startedAt: "2026-01-01T00:00:00Z", casesFile: "cases.jsonl" };
const EXPIRED = { kind: "expired" as const, documentId: "doc", text: "已到期。" };
const THRESHOLDS = { citationsVerbatim: { min: 1 } };

describe("htmlReport", () => {
  it("escapes every text of cases and replies and asks for nothing from elsewhere", () => {
    const evalCase = madeCase({
      id: ATTACK,
      question: ATTACK,
      tags: [ATTACK],
      history: [{ role: "user", content: ATTACK }],
    });
    const reply = madeReply({
      answer: ATTACK,
      citations: [madeCitation({ quote: ATTACK, label: ATTACK, documentTitle: ATTACK })],
      notices: [{ kind: "expired", documentId: null, text: ATTACK }],
      index: ATTACK,
      model: ATTACK,
    });
    const page = htmlReport(
      evaluate([madeRun(reply, evalCase)], MADE_TARGET, THRESHOLDS, { ...ABOUT, target: ATTACK }),
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page).not.toContain("<img");
    expect(page).not.toMatch(/\b(?:src|href)=["']?(?:https?:)?\/\//);
    expect(page).toContain("&lt;img src=x onerror=&quot;alert(2)&quot;&gt;&#39;&amp;");
  });
});

const report = (reply: Parameters<typeof madeRun>[0]) =>
  textReport(evaluate([madeRun(reply, madeCase({ tags: ["fact"] }))], MADE_TARGET, THRESHOLDS, ABOUT));

describe("textReport", () => {
  it("shows why a case failed and which threshold was missed", () => {
    const text = report(madeReply({ citations: [madeCitation({ quote: "没有这句话" })] }));
    expect(text).toContain("made  认定多少家？");
    expect(text).toContain("quotes what the document does not say: “没有这句话”");
    expect(text).toMatch(/Citations verbatim .*≥ 1 +MISSED/);
    expect(text).toContain("Thresholds missed.");
  });
  it("says so when nothing failed", () => {
    const text = report(madeReply({ citations: [madeCitation()], notices: [EXPIRED] }));
    expect(text).not.toContain("Failing cases");
    expect(text).toMatch(/fact +1 +1/);
    expect(text).toContain("All thresholds met.");
  });
  it("names a request that failed", () => {
    expect(report(null)).toContain("no reply (HTTP 500)");
  });
});

describe("textTable", () => {
  it("counts wide characters as two columns", () => {
    expect(
      textTable([
        ["标签", "1"],
        ["ab", "22"],
      ]),
    ).toBe("标签   1\nab    22");
  });
});
