import { expect, it } from "vitest";
import { namesNoFault } from "./names-fault.ts";

it.each([
  ["质押的知识产权存在权属纠纷", "前年用知识产权质押从建行贷款200万", true],
  ["质押的知识产权存在权属纠纷", "有个专利正跟人打官司", false],
  ["未发生农产品质量安全事故", "通过了农产品质量安全认证", true],
  ["未发生农产品质量安全事故", "去年产品抽检出过问题", false],
  ["用房转租", "租了680平方米研发用房", true],
  ["用房转租", "租来的用房分了一半租给别人", false],
  ["拖欠工资", "租了680平方米", false],
])("tells whether words name what is ruled out: %s, %s", (ruledOut, said, isNone) => {
  expect(namesNoFault(ruledOut, said)).toBe(isNone);
});
