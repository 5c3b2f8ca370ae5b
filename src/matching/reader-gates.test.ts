import { expect, it } from "vitest";
import { namesKindAsked } from "./named-kind.ts";
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
