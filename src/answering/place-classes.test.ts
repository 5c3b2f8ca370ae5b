import { expect, it } from "vitest";
import { classesOfPlace } from "./place-classes.ts";

it("knows what kinds of city rules speak of", () => {
  expect(classesOfPlace("上海")).toEqual(["直辖市"]);
  expect(classesOfPlace("杭州")).toEqual(["省会"]);
  expect(classesOfPlace("深圳")).toEqual(["计划单列市"]);
  expect(classesOfPlace("苏州")).toEqual([]);
});
