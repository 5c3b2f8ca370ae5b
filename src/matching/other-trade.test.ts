import { describe, expect, it } from "vitest";
import { judgeOtherTrade } from "./other-trade.ts";
import { readProfile } from "./read-profile.ts";

const verdictOf = (trades: readonly string[], description: string): string | undefined =>
  judgeOtherTrade(readProfile({ description }, "2026-11-22"), trades)?.verdict;

const industries = (description: string) => readProfile({ description }, "2026-11-22").industries;

describe("a trade that is ruled out", () => {
  it.each([
    [["房地产", "金融业及类金融"], "我们是韩资企业，做连接器的有限公司"],
    [["房地产", "住宿餐饮"], "有限公司，做工业软件的，研发费用410万，研发活动统计报表都按规定报了"],
    [["房地产", "矿产开采"], "2019年成立，做汽车模具，是规上企业，研发辅助账一直在建"],
    [["劳务派遣单位"], "做童鞋的有限公司，招了4个应届本科生"],
    [["劳务派遣企业"], "一家微型企业，做葡萄酒线上销售，养老、医疗、失业交了一年多"],
    [["钢铁", "焦化", "水泥产能的"], "做轨道车辆座椅，换了一批全新的自动焊接线"],
    [["成品油", "煤炭", "烟草批发零售企业"], "做童装面料批发"],
    [["商品贸易", "房地产"], "做打印芯片，研发投了330万"],
    [["教育培训", "金融"], "我们是观山湖区的大数据公司"],
    [["会计", "法律", "咨询等中介服务类企业"], "我们做协作机器人关节的有限公司"],
  ])("is not that of who names another: %j, %s", (trades, description) => {
    expect(verdictOf(trades, description)).toBe("unmet");
  });

  it.each([
    [["房地产"], "有限公司，开发商品住宅"],
    [["房地产"], "做机械的，也做楼盘代理"],
    [["餐饮"], "做面馆和机械设备"],
    [["教育培训"], "做考试资料"],
    [["教育培训"], "办幼儿托管"],
    [["法律服务"], "做商事案件"],
    [["金融"], "做金融大数据"],
    [["金融"], "是一家小贷公司，卖软件"],
    [["成品油零售"], "卖汽车用品和柴油"],
    [["轮胎"], "做橡胶胎制品"],
    [["汽车"], "做汽车零部件批发"],
    [["商贸"], "卖五金"],
    [["化工"], "做机械"],
    [["劳务派遣单位"], "打算做机械"],
    [["房地产"], "买了一批加工设备"],
  ])("may be that of who does not say so: %j, %s", (trades, description) => {
    expect(verdictOf(trades, description)).toBeUndefined();
  });
});

it("reads no trade out of a list of duties", () => {
  expect(industries("安全、质量、环保三方面从没出过事故，养老、医疗、失业都交了")).toEqual([]);
  expect(industries("没被税务、环保、应急罚过款")).toEqual([]);
  expect(industries("做环保的，开了养老院")).toEqual(["节能环保", "养老"]);
});
