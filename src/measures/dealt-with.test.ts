import { describe, expect, it } from "vitest";
import { dealtWith } from "./dealt-with.ts";

describe("whom a part names that a company deals with", () => {
  it.each([
    ["从银行业金融机构取得贷款", "银行业金融机构"],
    ["与高校、科研院所签订合作协议", "高校、科研院所"],
    ["经市级以上科技部门备案的众创空间", "市级以上科技部门"],
    ["获得创业投资机构股权投资", "创业投资机构"],
    ["通过融资担保机构担保获得贷款", "融资担保机构"],
    ["向大学购买科技成果", "大学"],
    ["在银行业金融机构贷款500万元以上", "银行业金融机构"],
  ])("is no applicant: %s", (part, who) => {
    expect(dealtWith(part).map(({ start, end }) => part.slice(start, end))).toEqual([who]);
  });

  it.each([
    "首次通过高新技术企业认定",
    "从事软件开发的企业",
    "为小微企业发放贷款的银行业金融机构",
    "银行业金融机构发放首次贷款的",
    "经认定的企业",
    "在孵企业签订孵化协议",
    "在线新经济企业租房补贴",
    "参与企业投资的机构",
  ])("is nobody: %s", (part) => {
    expect(dealtWith(part)).toEqual([]);
  });
});
