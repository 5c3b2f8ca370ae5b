import { describe, expect, it } from "vitest";
import type { StatedFields } from "../manifest.ts";
import { normalise } from "../normalise.ts";
import { readMetadata } from "./read-metadata.ts";

const read = (text: string, manifest?: StatedFields) => {
  const normalised = normalise(text);
  const { effectiveTo, issues } = readMetadata(normalised, "文件.txt", manifest);
  return {
    effectiveTo,
    places: issues.map(({ code, start, end }) => `${code} ${normalised.text.slice(start, end)}`),
  };
};

describe("contradictory dates", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "某市甲办法\n第一条　本办法自2023年1月1日起施行，有效期至2025年12月31日。\n第二条　本办法有效期至2026年12月31日。",
      "2026-12-31",
      ["metadata_contradiction 有效期至2025年12月31日"],
    ],
    [
      "某市甲办法\n第一条　本办法自2023年1月1日起施行，有效期至2021年12月31日。",
      "2021-12-31",
      ["metadata_contradiction 有效期至2021年12月31日"],
    ],
    [
      "某市甲办法\n第一条　本办法自2023年1月1日起施行，有效期3年。\n第二条　本办法有效期至2027年12月31日。",
      "2027-12-31",
      ["metadata_contradiction 有效期3年"],
    ],
    [
      "某市甲办法\n第一条　本办法自2023年1月1日起施行，有效期3年，至2027年12月31日止。",
      "2027-12-31",
      ["metadata_contradiction 自2023年1月1日起施行，有效期3年，至2027年12月31日止"],
    ],
    [
      "失效日期：2024-06-30\n某市甲办法\n第一条　本办法自2023年1月1日起施行，有效期3年。",
      "2025-12-31",
      ["metadata_contradiction 2024-06-30"],
    ],
  ])("are reported where they stand: %s", (text, effectiveTo, places) => {
    expect(read(text)).toEqual({ effectiveTo, places });
  });

  it.each([
    "某市甲办法\n第一条　本办法自2023年1月1日起施行，有效期3年。\n第二条　本办法有效期至2025年12月31日。",
    "某市甲办法\n第一条　本办法自2023年1月1日起施行，有效期3年，至2026年1月1日止。",
    "某市甲办法\n第一条　本办法有效期至2025年。\n第二条　本办法自2023年1月1日起施行，有效期至2025年12月31日。",
    "某市甲办法\n第一条　甲。\n第二条　本办法自2023年1月1日起施行，有效期5年；第一条有效期至2024年12月31日。",
  ])("are none where dates agree or speak of other things: %s", (text) => {
    expect(read(text).places).toEqual([]);
  });

  it("are reported of a manifest whose dates turn the period round", () => {
    const text = "某市甲办法\n第一条　本办法自2023年1月1日起施行，有效期3年。";
    expect(read(text, { effectiveTo: "2022-12-31" })).toEqual({
      effectiveTo: "2022-12-31",
      places: ["metadata_contradiction 有效期3年", "metadata_contradiction 有效期3年"],
    });
    expect(read("某市甲办法\n支持企业。", { effectiveFrom: "2023", effectiveTo: "2022" }).places).toEqual([
      "metadata_contradiction ",
    ]);
  });
});
