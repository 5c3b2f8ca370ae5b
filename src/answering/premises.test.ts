import { describe, expect, it } from "vitest";
import { contradictsPremise } from "./premises.ts";

describe("what a question takes for granted", () => {
  const limits = "合法性审核时间一般不少于5个工作日，最长不超过15个工作日。";

  it("is contradicted by another number", () => {
    expect(contradictsPremise("最长不是30个工作日吗，到期了还能再延多久？", limits)).toBe(true);
    expect(contradictsPremise("审核最长15个工作日，对吧？", limits)).toBe(false);
    expect(contradictsPremise("最长不是15个工作日吗？", limits)).toBe(false);
  });

  it("is contradicted by another agent of the same deed", () => {
    const meeting = "国务院常务会议由总理、副总理、国务委员、秘书长组成，由总理召集和主持。";
    expect(contradictsPremise("国务院常务会议为什么规定由秘书长主持？", meeting)).toBe(true);
    expect(contradictsPremise("国务院常务会议是由总理主持吗？", meeting)).toBe(false);
  });

  it("is nothing where the question only asks", () => {
    expect(contradictsPremise("审核最长几个工作日？", limits)).toBe(false);
    expect(contradictsPremise("由谁主持常务会议？", "由总理召集和主持。")).toBe(false);
    expect(contradictsPremise("是不是要30个工作日", limits)).toBe(false);
  });
});
