import { describe, expect, it } from "vitest";
import { industriesIn, ownIndustriesIn } from "../measures/industries.ts";
import { judgeIndustry } from "./judge-industry.ts";
import { readProfile } from "./read-profile.ts";

const verdict = (names: readonly string[], industries: string[]): string =>
  judgeIndustry(readProfile({ industries }, "2026-11-22"), { kind: "industry", names, open: false }).verdict;

describe("judgeIndustry", () => {
  it.each([
    ["食品机械制造", "met"],
    ["注塑机", "unknown"],
    ["生物医药", "unknown"],
    ["机器人", "met"],
    ["房地产", "unmet"],
    ["餐饮", "unmet"],
  ])("asks of makers whether things are made: %s", (own, expected) => {
    expect(verdict(["制造业"], [own])).toBe(expected);
  });

  it.each([
    ["海参加工", "unknown"],
    ["脐橙", "unknown"],
    ["食用菌加工", "met"],
    ["金属加工", "unmet"],
    ["智能门锁", "unmet"],
  ])("leaves open whether it grows what it names: %s", (own, expected) => {
    expect(verdict(["农业"], [own])).toBe(expected);
  });

  it.each([
    ["商贸", "餐饮", "met"],
    ["商贸", "家电零售", "met"],
    ["商贸", "电机", "unmet"],
    ["批发零售", "商贸", "met"],
    ["批发零售", "餐饮", "unmet"],
    ["住宿餐饮", "商贸", "unmet"],
  ])("knows what commerce holds: %s of %s", (asked, own, expected) => {
    expect(verdict([asked], [own])).toBe(expected);
  });
});

describe("trades listed in words of the text", () => {
  const others = ["稀土功能材料制造", "风电装备制造", "农副食品加工"];
  it.each([
    [{ industries: ["稀土功能材料制造"] }, "met"],
    [{ industries: ["稀土功能材料"] }, "met"],
    [{ description: "有限公司，做风电装备的" }, "met"],
    [{ description: "有限公司，给风电装备企业写软件" }, "unknown"],
    [{ industries: ["餐饮"] }, "unmet"],
    [{ industries: ["稀土永磁"] }, "unknown"],
    [{ industries: ["新材料"] }, "unknown"],
    [{ industries: ["粮油加工"] }, "unknown"],
    [{ description: "做螺蛳粉" }, "unknown"],
  ])("are met by any of them: %j", (profile, expected) => {
    const test = { kind: "industry", names: [], open: false, others } as const;
    expect(judgeIndustry(readProfile(profile, "2026-11-22"), test).verdict).toBe(expected);
  });
});

it.each(["租赁松山湖高新区内产业载体", "在工业园租了厂房", "和工业和信息化局签了协议", "租赁合同一年"])(
  "takes no deed and no place for a trade: %s",
  (text) => {
    expect(ownIndustriesIn(text)).toEqual([]);
  },
);

it.each([
  ["从事设备租赁的", "租赁和商务服务"],
  ["融资租赁企业", "租赁和商务服务"],
  ["规上工业企业", "制造业"],
])("still knows the trade: %s", (text, name) => {
  expect(industriesIn(text).map((each) => each.name)).toEqual([name]);
});
