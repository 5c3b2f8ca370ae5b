import { describe, expect, it } from "vitest";
import { readFounding } from "./read-founding.ts";

describe("the days of founding that a part asks for", () => {
  it.each([
    ["2025年1月1日以后在本区注册的企业", "2025-01-01"],
    ["2025年1月1日以后在本区新设立的科技型企业", "2025-01-01"],
    ["注册时间在2024年6月1日以后", "2024-06-01"],
  ])("are read: %s", (part, from) => {
    expect(readFounding(part)).toMatchObject([{ from, to: null }]);
  });

  it.each([
    "2025年1月1日以后新取得第三类医疗器械注册证并在温江区生产的",
    "2025年1月1日以后取得药品注册批件",
    "2025年1月1日以后完成境外商标注册",
    "2025年1月1日以后办理专利质押登记",
    "2025年1月1日以后新设立博士后科研工作站的",
    "2025年1月1日以后成立工会",
  ])("are not the days of a paper, a deposit or a part of the company: %s", (part) => {
    expect(readFounding(part)).toEqual([]);
  });
});
