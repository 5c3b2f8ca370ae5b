import { each } from "./mutation.ts";

const BODIES =
  /国务院办公厅|财政部|科技部|教育部|科学技术部|工业和信息化部|国家发展改革委|市场监管部门|国家粮食局|国家医保局|税务机关|应急部|市政府|省级人民政府|国务院/g;
const OTHER_BODIES = ["商务部", "北京市公安局", "国家统计局", "上海市人民政府"];
const PLACES = /北京|海南|河北|雄安|乌鲁木齐|石河子|深圳|天津|海淀|昌平|顺义|新疆|广东/g;
const OTHER_PLACES = ["上海", "四川", "武汉"];

export const names = (sentence: string): string[] => [
  ...OTHER_BODIES.flatMap((body) => each(sentence, BODIES, () => body)),
  ...OTHER_PLACES.flatMap((place) => each(sentence, PLACES, () => place)),
  ...each(sentence, /《[^《》]{4,}》/g, () => "《企业技术创新促进条例》"),
  ...each(sentence, /(?<=由)(?=\p{Script=Han}{2})/gu, () => "王建国同志会同"),
  `根据张明的意见，${sentence}`,
  `经上海市人民政府批准，${sentence}`,
];

export const documentNumbers = (sentence: string): string[] => [
  ...each(sentence, /〔(\d{4})〕(\d+)号/g, ([, year, number]) => `〔${year}〕${Number(number) + 1}号`),
  ...each(sentence, /〔(\d{4})〕(\d+)号/g, ([, year, number]) => `〔${Number(year) - 1}〕${number}号`),
  ...each(sentence, /(\p{Script=Han}+)(?=〔\d{4}〕)/gu, () => "国办函"),
  `根据国发〔2016〕35号文件，${sentence}`,
];
