import { expect, it } from "vitest";
import { isOnlyIntended } from "./intended-matter.ts";
import { saysHere } from "./named-here.ts";
import { namesKindAsked } from "./named-kind.ts";
import { namesPaperAsked } from "./named-paper.ts";
import { maySayMatter } from "./same-matter.ts";
import { maySayMeasure } from "./same-measure.ts";

it.each([
  ["世界500强、中国500强企业在本市设立的子公司", "海口注册的股份有限公司，营业收入8.2亿元", false],
  ["世界500强企业在本市设立的子公司", "母公司是世界500强", true],
  ["具有独立法人资格的企业", "有限公司，做阀门", true],
  ["世界500强、中国500强企业", "我们是浙江省500强", false],
  ["中国企业500强", "中国民营企业500强", false],
  ["中国民营企业500强", "民企500强", true],
  ["上市公司", "在深交所挂牌上市了", true],
  ["国有企业", "国资控股", true],
  ["专精特新企业", "国家级小巨人", true],
  ["专精特新“小巨人”企业", "专精特新中小企业", false],
  ["孵化器在孵企业", "入孵的企业", true],
  ["国有企业除外", "我们是民营企业", true],
])("lets only who is called so be of a named kind: %s, %s", (condition, said, isPossible) => {
  expect(namesKindAsked(condition, said)).toBe(isPossible);
});

it.each([
  ["纳税总额不低于2000万元", "去年营业收入8.2亿元", false],
  ["纳税总额不低于2000万元", "去年交税4600万元", true],
  ["纳税总额不低于2000万元", "一共4600万元", true],
  ["设备原值不低于300万元", "去年营业收入8.2亿元", true],
])("takes a sum for none of another matter: %s, %s", (asked, said, isPossible) => {
  expect(maySayMeasure(asked, said)).toBe(isPossible);
});

it.each([
  ["产品列入浙江省优秀工业产品目录", "产品列入国家节能产品目录", false],
  ["产品列入浙江省优秀工业产品目录", "产品在浙江省内卖得很好", false],
  ["产品列入浙江省优秀工业产品目录", "产品进了省里的优秀产品目录", true],
  ["项目已取得环境影响评价批复", "项目已取得能评批复", false],
  ["项目已取得环境影响评价批复", "环评批下来了", true],
  ["已纳入规模以上工业统计", "已纳入限额以上商贸统计", false],
  ["已纳入规模以上工业统计", "前年上规了", true],
  ["已完成股份制改造", "完成了数字化改造", false],
  ["产品通过国家强制性产品认证", "产品通过了欧盟CE认证", false],
  ["产品通过国家强制性产品认证", "产品都有3C", true],
  ["与高等院校签订产学研合作协议", "和浙江大学签了实习基地协议", false],
  ["已投保安全生产责任保险", "已投保雇主责任险", false],
  ["已投保安全生产责任保险", "安责险买了", true],
  ["未列入环境影响评价限批名录", "没有这种情况", true],
])("takes another paper for none that is asked for: %s, %s", (condition, said, isPossible) => {
  expect(namesPaperAsked(condition, said)).toBe(isPossible);
});

it.each([
  ["不存在拖欠工程款行为", "没欠过税", false],
  ["不存在拖欠工程款行为", "没拖欠过员工工资，财务制度健全", false],
  ["不存在拖欠工程款行为", "工程款都没欠", true],
  ["不存在拖欠工程款行为", "从来没欠过", true],
  ["近三年内无重大质量投诉", "没有环保投诉，产品质量好", false],
  ["未享受过同类财政资金支持", "没拿过贷款", false],
  ["未享受过同类财政资金支持", "没拿过别的补贴", true],
  ["企业两年内未受到环境保护行政处罚", "去年被税务局罚了五万", false],
  ["企业两年内未受到环境保护行政处罚", "去年被环保局罚了五万", true],
  ["取得银行贷款", "没欠过税", true],
])("decides what is denied by words of the same matter: %s, %s", (condition, said, isPossible) => {
  expect(maySayMatter(condition, said)).toBe(isPossible);
});

it.each([
  ["已建成并投入使用智能化生产线", "正在建一条智能化生产线，财务制度健全", true],
  ["已投保安全生产责任保险", "准备投保安全生产责任保险", true],
  ["已投保首台套综合保险", "打算给首台套产品投综合保险", true],
  ["项目已取得环境影响评价批复", "环评报告已经报上去", true],
  ["项目已取得环境影响评价批复", "环评批下来了", false],
  ["拟投资建设生产线", "打算建一条生产线", false],
  ["三年内不迁出本市", "没打算搬走", false],
  ["已申报专利", "专利申请递交了", false],
  ["建立研发费用辅助账", "研发辅助账一直在建", false],
])("tells what is only intended from what is: %s, %s", (condition, said, isIntended) => {
  expect(isOnlyIntended(condition, said)).toBe(isIntended);
});

it.each([
  ["租用本市智算中心算力开展模型训练", "每年花200万租GPU算力训练模型，租的是云厂商的", false],
  ["租用本市智算中心算力开展模型训练", "注册在包河区，每年花200万租算力训练模型", false],
  ["租用本市智算中心算力开展模型训练", "在合肥智算中心租的算力，训练模型", true],
  ["在本市注册的企业", "做阀门的有限公司", true],
])("asks where a thing is that has to be here: %s, %s", (condition, said, isPossible) => {
  expect(saysHere(condition, said)).toBe(isPossible);
});
