import { describe, expect, it } from "vitest";
import { placeName, placeRelation } from "./places.ts";

describe("placeRelation", () => {
  it.each([
    ["北京市海淀区", "北京市", "inside"],
    ["海淀", "北京市", "inside"],
    ["北京市", "北京市海淀区", "unknown"],
    ["北京市朝阳区", "海淀区", "outside"],
    ["上海市浦东新区", "北京市", "outside"],
    ["深圳市南山区", "广东省", "inside"],
    ["广东省", "深圳市", "unknown"],
    // Several districts have this name.
    ["朝阳区", "北京市", "unknown"],
    ["北京市海淀区", "中关村国家自主创新示范区", "unknown"],
    ["上海市", "中关村示范区", "outside"],
    ["四川省成都市", "成都高新区", "unknown"],
    ["成都高新区", "成都高新区", "inside"],
    ["滨江市海河区", "滨江市", "inside"],
    ["滨江市海河区", "滨江市河东区", "outside"],
    ["北京市", "中国", "inside"],
    ["不知道的地方", "北京市", "unknown"],
    ["北京市海淀区（不在中关村国家自主创新示范区）", "中关村示范区", "outside"],
    ["北京市海淀区（不在中关村国家自主创新示范区）", "北京市", "inside"],
    ["不在东湖高新区", "北京市", "unknown"],
  ] as const)("%s in %s: %s", (seat, wanted, relation) => {
    expect(placeRelation(seat, wanted)).toBe(relation);
  });
});

describe("placeName", () => {
  it("completes a name that only one place has", () => {
    expect(placeName("我们是海淀的一家公司")).toBe("北京市海淀区");
    expect(placeName("杭州西湖区的公司")).toBe("浙江省杭州市西湖区");
  });

  it("takes no place for the seat that the company says it is not in", () => {
    expect(placeName("我们在海淀，不在中关村范围内")).toBe("北京市海淀区（不在中关村国家自主创新示范区）");
    expect(placeName("注册地不在北京，在天津")).toBe("天津市");
    expect(placeName("不在中关村")).toBe("（不在中关村国家自主创新示范区）");
    expect(placeName("未列入失信名单")).toBeNull();
  });

  it("names no place where several are meant", () => {
    expect(placeName("鼓楼区的公司")).toBeNull();
    expect(placeName("我们做软件")).toBeNull();
  });
});
