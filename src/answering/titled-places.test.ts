import { expect, it } from "vitest";
import { titledPlaces } from "./titled-places.ts";

const TITLES = [
  "合肥市蜀岭区支持低空经济高质量发展若干措施",
  "济南市泉阳区老年人居家适老化改造实施办法",
  "寿光市支持现代农业高质量发展若干政策",
  "中关村国家自主创新示范区发展规划纲要（2011—2020年）",
  "国务院关于同意新设国家高新区的批复",
];

it.each([
  ["泉阳区给爸妈家里装扶手，钱要自己先垫吗", ["泉阳区"]],
  ["合肥市蜀岭区买无人机的保险补多少", ["合肥市", "蜀岭区"]],
  ["寿光市种大棚的有什么补助", ["寿光市"]],
  ["示范区的总收入目标是多少", []],
  ["国家高新区有多少家", []],
  ["全区的目标是什么", []],
])("finds the places that titles name: %s", (question, places) => {
  expect(titledPlaces(question, TITLES)).toEqual(places);
});
