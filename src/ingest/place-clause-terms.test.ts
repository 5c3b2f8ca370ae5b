import { describe, expect, it } from "vitest";
import { walkClauses } from "../policy/clause.ts";
import { readDocument } from "./read-document.ts";

const read = (...lines: readonly string[]) =>
  readDocument(
    { documentId: "d", name: "文件.txt", sha256: "", bytes: new TextEncoder().encode(lines.join("\n")) },
    undefined,
  );

const datesOf = ({ clauses }: Awaited<ReturnType<typeof read>>): Record<string, string> =>
  Object.fromEntries(
    [...walkClauses(clauses)].flatMap(({ clause: { label, validity } }) =>
      validity === undefined
        ? []
        : [[label, `${validity.effectiveFrom ?? ""}–${validity.effectiveTo ?? ""}`]],
    ),
  );

const BODY = ["深圳市甲奖补办法", "第一条　给予补贴。", "（一）首次。", "（二）再次。", "第二条　给予奖励。"];

describe("dates of single clauses", () => {
  it.each<[string, readonly (string | null)[], Record<string, string>]>([
    [
      "本办法自2021年1月1日起施行，有效期5年；第一条有效期至2024年12月31日。",
      ["2021-01-01", "2025-12-31"],
      {
        第一条: "2021-01-01–2024-12-31",
        "第一条（一）": "2021-01-01–2024-12-31",
        "第一条（二）": "2021-01-01–2024-12-31",
      },
    ],
    [
      "本办法自2021年1月1日起施行，有效期5年，其中第二条执行至2024年12月31日。",
      ["2021-01-01", "2025-12-31"],
      { 第二条: "2021-01-01–2024-12-31" },
    ],
    [
      "本办法自2021年1月1日起施行，有效期5年，其中第二条自2022年1月1日起施行，有效期一年。",
      ["2021-01-01", "2025-12-31"],
      { 第二条: "2022-01-01–2022-12-31" },
    ],
    [
      "本办法自2021年1月1日起施行，有效期至2025年12月31日（第一条第（二）项规定的补贴政策有效期至2023年12月31日）。",
      ["2021-01-01", "2025-12-31"],
      { "第一条（二）": "2021-01-01–2023-12-31" },
    ],
    [
      "除第二条有效期至2023年12月31日外，本办法有效期5年，自2021年1月1日起施行。",
      ["2021-01-01", "2025-12-31"],
      { 第二条: "2021-01-01–2023-12-31" },
    ],
    ["本办法自2021年1月1日起施行。按照第二条规定，证书有效期至2023年12月31日。", ["2021-01-01", null], {}],
    ["本办法自2021年1月1日起施行。《乙办法》第二条自2022年1月1日起停止执行。", ["2021-01-01", null], {}],
  ])("%s", async (closing, [from, to], dates) => {
    const document = await read(...BODY, `第三条　${closing}`);
    expect([document.effectiveFrom, document.effectiveTo]).toEqual([from, to]);
    expect(datesOf(document)).toEqual(dates);
    expect(document.issues).toEqual([]);
  });

  it("takes 第二条 for the second part where parts are numbered 一、", async () => {
    const document = await read(
      "某市若干措施",
      "一、给予补贴。",
      "二、给予奖励。",
      "三、本措施自2021年1月1日起施行，有效期5年，第二条执行至2023年6月30日。",
    );
    expect(datesOf(document)).toEqual({ "二、": "2021-01-01–2023-06-30" });
  });

  it("dates every clause of a range", async () => {
    const document = await read(
      ...BODY.filter((line) => !line.startsWith("（")),
      "第三条　本办法自2021年1月1日起施行，第一条至第二条有效期至2022年12月31日。",
    );
    expect(datesOf(document)).toEqual({
      第一条: "2021-01-01–2022-12-31",
      第二条: "2021-01-01–2022-12-31",
    });
  });

  it("reports dates of a clause that is not there, with their place", async () => {
    const document = await read(...BODY, "第三条　本办法自2021年1月1日起施行；第九条执行至2024年12月31日。");
    expect(document.issues.map(({ code, start, end }) => [code, document.text.slice(start, end)])).toEqual([
      ["clause_dates_not_placed", "第九条执行至2024年12月31日"],
    ]);
    expect(datesOf(document)).toEqual({});
  });
});
