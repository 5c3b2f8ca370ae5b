import { describe, expect, it } from "vitest";
import { listedTrades } from "./listed-trades.ts";

const FOUR = ["稀土功能材料制造", "风电装备制造", "金属结构制造", "农副食品加工"];

describe("trades that a text lists in its own words", () => {
  it.each([
    [`本次支持${FOUR.join("、")}四个细分行业的中小企业实施数字化改造`, FOUR],
    [`主营业务为螺蛳粉加工、竹木家居制造两个行业`, ["螺蛳粉加工", "竹木家居制造"]],
    [`面向家用纺织品制造、电动工具制造2个重点产业`, ["家用纺织品制造", "电动工具制造"]],
  ])("are all kept: %s", (part, others) => {
    expect(listedTrades(part)).toMatchObject({ others, open: false });
  });

  it("are left open by 等", () => {
    expect(listedTrades("聚焦纺织印染、五金制品等传统行业的企业")).toMatchObject({
      others: ["纺织印染", "五金制品"],
      open: true,
    });
  });

  it.each([
    "属于人工智能、生物医药、新能源三个产业方向",
    "完成设备更新、软件采购两项任务",
    "分为两个阶段、三个批次",
    "从事新能源汽车零部件、电机四个细分行业",
  ])("are none, or known by name: %s", (part) => {
    expect(listedTrades(part)).toBeNull();
  });
});
