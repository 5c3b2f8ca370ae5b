import { expect, it } from "vitest";
import { mayMeet } from "./granted-paper.ts";

it.each([
  ["取得第三类创新医疗器械注册证并在汉生产", "注册在武汉东西湖区的医疗器械企业", false],
  ["取得第三类创新医疗器械注册证并在汉生产", "三类创新器械的注册证去年下来了", true],
  ["具有建筑业企业资质", "房建一级我们有", true],
  ["在本市依法登记注册", "公司开在鼓楼", true],
])("%s: “%s” may meet it: %s", (condition, said, may) => {
  expect(mayMeet(condition, said)).toBe(may);
});
