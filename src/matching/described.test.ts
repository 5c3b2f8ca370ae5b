import { describe, expect, it } from "vitest";
import { describedParts } from "./described-parts.ts";
import { describedVerdict } from "./described.ts";

/** Words of a condition, what a description says, the verdict, and whether the condition rules out. */
const CASES: readonly (readonly [string, string, "met" | "unmet" | "unknown", boolean])[] = [
  ["贷款用于生产经营", "贷款准备用于生产经营", "unknown", false],
  ["拥有自有厂房", "租用厂房", "unknown", false],
  ["产品通过欧盟CE认证", "产品通过了ISO9001认证", "unknown", false],
  ["产品获得CE认证", "我们的产品获得CE认证", "met", false],
  ["获得国家科学技术奖", "获得市科学技术奖", "unknown", false],
  ["建有院士工作站", "建有博士后工作站", "unknown", false],
  ["已完成股份制改造", "股份制改造正在进行", "unknown", false],
  ["未发生重大质量事故", "去年发生过一起质量事故", "unknown", false],
  ["产品质量安全", "近两年没出过产品质量安全事件", "unknown", false],
  ["产品质量安全", "去年出过产品质量安全事故", "unknown", false],
  ["近三年无拖欠工资行为", "没有拖欠工资", "met", false],
  ["近三年无拖欠工资行为", "去年拖欠工资被投诉", "unmet", false],
  ["上年度纳税额不低于100万元", "去年净利润200万元", "unknown", false],
  ["上年度纳税额不低于100万元", "上年纳税额80万元", "unmet", false],
  ["技术合同成交额500万元以上", "签了一份500万元的销售合同", "unknown", false],
  ["累计融资不少于1000万元", "想融资2000万元", "unknown", false],
  ["累计获得股权融资不少于1000万元", "已获得股权融资3000万元", "met", false],
  ["软件著作权不少于5项", "有12项软件著作权", "met", false],
  ["软件著作权不少于5项", "没有软件著作权", "unmet", false],
  ["参与制定国家标准", "参与制定了行业标准", "unknown", false],
  ["具有食品生产许可证", "还没有拿到食品生产许可证", "unmet", false],
  ["具有食品生产许可证", "食品生产许可证正在申请", "unknown", false],
  ["已享受省级同类补贴", "没享受过任何补贴", "unmet", true],
  ["已享受省级同类补贴", "享受过市级人才补贴", "unknown", true],
  ["吸纳残疾人就业不少于2人", "有3名残疾人员工", "unknown", false],
  ["在岗职工中本科以上学历不低于50%", "本科以上学历占60%", "met", false],
  ["连续两年盈利", "去年亏损", "unknown", false],
  ["财务管理制度健全", "财务管理制度健全", "met", false],
  ["未被列入联合惩戒名单", "没有被列入联合惩戒名单", "met", false],
  ["租赁期不少于1年", "租赁期6个月", "unmet", false],
  ["注册资本不低于500万元", "研发设备500万元", "unknown", false],
  ["近三年内发生重大环境污染事件的", "近三年没有重大环境污染事件", "unmet", true],
  ["近三年内发生重大环境污染事件的", "去年发生过重大环境污染事件", "met", true],
  ["贷款逾期未还的", "没有逾期", "unmet", true],
  ["贷款逾期未还的", "有一笔贷款逾期没还", "met", true],
  ["提供虚假合同、发票的", "合同发票都是真的", "unmet", true],
  ["贷款用于金融投资、购买不动产的", "都投在研发和采购上", "unknown", true],
  ["贷款用于金融投资、购买不动产的", "钱买了一层写字楼", "met", true],
  ["获评非遗工坊", "获评绿色工坊", "unknown", false],
  ["拖欠职工工资、社会保险费的", "26个人都交了社保", "unknown", true],
  ["拖欠职工工资、社会保险费的", "不拖欠工资和社保", "unmet", true],
  ["拖欠职工工资、社会保险费的", "去年拖欠社保三个月", "met", true],
  ["提供虚假合同、发票的", "发票也是3月开的", "unknown", true],
  ["会计、法律、咨询等中介服务类企业", "会计核算健全", "unknown", true],
  ["会计、法律、咨询等中介服务类企业", "做会计服务的", "met", true],
  ["汽车、石油及制品类企业", "做汽车电子", "unknown", true],
  ["汽车、石油及制品类企业", "做汽车销售", "met", true],
  ["依法参加社会保险", "没有欠缴社会保险费", "unknown", false],
  ["项目设备投资额不低于500万元", "研发花了480万元", "unknown", false],
  ["项目设备投资额不低于500万元", "设备一共花了480万元", "unmet", false],
  ["获评非遗工坊", "获评了非遗工坊", "met", false],
  ["已连续缴纳6个月以上", "3月起连续交社保到现在", "unknown", false],
  ["已连续缴纳6个月以上", "已连续缴纳3个月", "unmet", false],
  ["已结清利息", "利息已经结清", "met", false],
  ["已结清利息", "利息还没有结清", "unmet", false],
  ["入孵企业不少于12家", "现在入孵15家", "met", false],
  ["入孵企业不少于12家", "出孵15家", "unknown", false],
  ["入孵企业不少于12家", "入孵20家，入孵的里头有6家是高企", "met", false],
  ["租赁合同期限2年以上", "租了一层楼，合同签了三年", "met", false],
  ["租赁合同期限2年以上", "厂房是买的，合同签了三年", "unknown", false],
  ["租期不少于24个月", "签了一年租约", "unmet", false],
  ["与其签订2年以上劳动合同", "录用了5个人，合同一年", "unmet", false],
  ["与其签订2年以上劳动合同", "录用了5个人，租房合同三年", "unknown", false],
  ["设备购置金额（不含税）不低于200万元", "两条线加一块150万", "unmet", false],
  ["核减比例超过20%的", "核减比例有两成五", "met", true],
  ["核减比例超过20%的", "核减比例一成多", "unmet", true],
];

describe("a description beside words that no field holds", () => {
  it.each(CASES)("%s, said %s: %s", (words, description, verdict, excludes) => {
    const said = describedVerdict(
      { kind: "unread", words },
      describedParts(description, "2026-11-22"),
      excludes,
    );
    expect(said.verdict).toBe(verdict);
  });

  it("names the part that decides", () => {
    const parts = describedParts("苏州的公司，产品获得CE认证，20人", "2026-11-22");
    expect(describedVerdict({ kind: "unread", words: "产品获得CE认证" }, parts).said).toBe("产品获得CE认证");
  });

  it("takes a share from the people that are counted", () => {
    const parts = describedParts("一共60人，其中大专以上48人", "2026-11-22");
    const test = { kind: "unread", words: "大专以上学历职工占职工总数40%以上" } as const;
    expect(describedVerdict(test, parts, false, { staff: 60, research: null }).verdict).toBe("met");
    expect(describedVerdict(test, parts, false, { staff: 200, research: null }).verdict).toBe("unmet");
    expect(describedVerdict(test, parts).verdict).toBe("unknown");
    const pieces = describedParts("专科以上学历的员工有9个", "2026-11-22");
    const other = { kind: "unread", words: "专科及以上学历的职工占职工总数的比重不低于30%" } as const;
    expect(describedVerdict(other, pieces, false, { staff: 50, research: null }).verdict).toBe("unmet");
    expect(describedVerdict(other, pieces, false, { staff: 20, research: null }).verdict).toBe("met");
  });
});
