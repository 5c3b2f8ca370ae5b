import { expect, it } from "vitest";
import { describedParts } from "./described-parts.ts";
import { describedVerdict } from "./described.ts";

const verdictOf = (words: string, description: string, staff: number | null = null): string =>
  describedVerdict({ kind: "unread", words }, describedParts(description, "2026-11-22"), false, {
    staff,
    research: null,
  }).verdict;

const ROOM = "其中在孵企业使用面积（含公共服务面积）占比不低于75%";
const DESKS = "公共服务面积和工位面积合计占75%以上";
const FILED = "在孵企业中已申请专利的企业占比不低于30%";
const MAIN = "主导产品收入占营业收入的60%以上";
const GOODS = "经营的农产品销售收入占企业总销售收入的60%以上";
const DEGREES = "其中大专以上学历人员占80%以上";

it.each([
  [ROOM, "自己能支配的场地8000平方，在孵企业用了6600平方", "met"],
  [ROOM, "场地8000平方，在孵企业用了4600平方", "unmet"],
  [ROOM, "场地5200平，企业和公共服务用掉了八成五", "met"],
  [ROOM, "场地5200平，企业和公共服务用掉了七成", "unmet"],
  [ROOM, "场地5200平，企业和公共服务用掉了七成多", "unknown"],
  [ROOM, "场地5200平，企业收入占了八成", "unknown"],
  [ROOM, "场地8000平方，自己用了6600平方", "unknown"],
  [ROOM, "一期场地8000平方，二期6600平方", "unknown"],
  [DESKS, "场地1200平，工位加公共区占了八成多", "met"],
  [FILED, "在孵企业36家，已申请专利的有18家", "met"],
  [FILED, "现在在孵32家，毕业了11家，在孵的里头有14家申请过专利", "met"],
  [FILED, "在孵企业36家，已申请专利的有8家", "unmet"],
  [FILED, "毕业企业10家，已申请专利的有8家", "unknown"],
  [FILED, "在孵企业36家，其中高新技术企业18家", "unknown"],
  ["在孵企业中科技型中小企业占比不低于40%", "在孵企业28家，其中科技型中小企业15家", "met"],
  [MAIN, "专门做水泵，去年卖了5800万，水泵就占九成", "met"],
  [MAIN, "专门做水泵，水泵只占收入的四成", "unknown"],
  [MAIN, "做水泵和阀门，出口占收入的七成", "unknown"],
  [MAIN, "做水泵的，主导产品占收入的五成", "unmet"],
  [MAIN, "做水泵的，代理产品占收入的九成", "unknown"],
  [MAIN, "主业就是水泵和阀门，收入全部来自这两样", "met"],
  [MAIN, "做水泵，收入全部来自主业", "met"],
  [MAIN, "主业就是水泵，收入全部来自这一块", "met"],
  [MAIN, "做水泵，收入全部来自出口", "unknown"],
  [MAIN, "客户在苏州，收入全部来自这一块", "unknown"],
  ["主营农产品销售额占总销售额的70%以上", "主要加工杏鲍菇，菇类占销售的九成", "met"],
  [DEGREES, "专职管理人员9个，全是本科以上", "met"],
  [GOODS, "去年销售收入8600万，其中农产品占九成五", "met"],
  [GOODS, "去年销售额8600万，农产品占了四成", "unmet"],
  [GOODS, "农产品收入占总收入的95%", "met"],
  [GOODS, "去年出口收入8600万，其中农产品占九成五", "unknown"],
  [GOODS, "仓库5000平，其中农产品占九成五", "unknown"],
  [GOODS, "去年销售收入8600万，其中机械占九成五", "unknown"],
  [GOODS, "去年销售收入8600万，其中非农产品占九成五", "unknown"],
])("of %s: %s is %s", (words, description, verdict) => {
  expect(verdictOf(words, description)).toBe(verdict);
});

it("counts all of one kind of people for no others", () => {
  const degrees = "大专以上学历人员占职工总数的30%以上";
  expect(verdictOf(degrees, "专职管理人员9个，全是本科以上", 60)).toBe("unknown");
  expect(verdictOf(degrees, "职工60人，大专以上48人", 60)).toBe("met");
});

it.each([
  ["每年开展创业沙龙、路演、培训等活动不少于10场次", "活动办了20多场", "met"],
  ["每年开展创业沙龙、路演、培训等活动不少于10场次", "活动办了6场", "unmet"],
  ["创业导师不少于5名", "导师12位", "met"],
  ["创业导师不少于5名", "导师3位", "unmet"],
  ["带动农户不超过300户", "带动农户300多户", "unmet"],
])("counts things: %s, %s", (words, description, verdict) => {
  expect(verdictOf(words, description)).toBe(verdict);
});
