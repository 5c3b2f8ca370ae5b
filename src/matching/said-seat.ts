import type { Facts } from "./facts.ts";
import { isInTable, placeRelation } from "./places.ts";

/** Names that several cities have for a district of theirs. */
const COMMON =
  /^(?:城|郊|市|东|西|南|北|新|老)[区县]$|^(?:城[中东西南北关厢区]|市[中南北]|新[城华兴区]|桥[东西]|铁[东西]|河[东西口]|江[北南东]|海[州城]|和平|永定|向阳|长安|宝山|青山|通州|龙华|东[城港]|西[城湖]|鼓楼|朝阳)[区县市]?$/;

const LAST = /(?<name>[一-龥]{2,6}?[区县市旗])$/u;
const BELOW = /^(?<above>.*?(?:自治州|地区|[省市盟]))(?<name>[一-龥]{2,6}[区县市旗])$/u;

/** 在章贡区设立了分公司, 章贡区的客户: what is there is not the seat. */
const NOT_SEAT =
  /分公司|子公司|分店|门店|店|办事处|仓|客户|供应商|项目|基地|工厂|分厂|车间|产线|中心|站点|网点|营业部|分部|分支/;

/** 章贡区的有限公司, and not 在章贡区的学校食堂供货. */
const BODY = "的(?=$|[^，。；]{0,12}(?:公司|企业|厂|合作社|个体|事务所|机构|院|园))";

/**
 * Whether a description says in the very name of the text, which no table holds, that the company has its seat in a
 * district (章贡区的有限公司), and pays its taxes there.
 */
export const saysSeat = ({ parts, region, sources }: Facts, wanted: string, taxes: boolean): boolean => {
  // A region that is filled in is the seat.
  if (sources.region?.from === "field") return false;
  const below = BELOW.exec(wanted)?.groups;
  const name = below?.["name"] ?? LAST.exec(wanted)?.groups?.["name"];
  if (name === undefined || isInTable(name) || COMMON.test(name)) return false;
  const above = below?.["above"];
  if (above !== undefined && region !== null && placeRelation(region, above) === "outside") return false;
  const short = name.slice(0, -1);
  const called = short.length >= 2 ? `(?:${name}|${short}(?![市区县路街镇]))` : name;
  const city = "(?:[一-龥]{2,4}市?)?";
  const seat = new RegExp(
    `^(?:我们?|公司|企业|厂子?|有限|一家|是|在|位于)*${city}${called}(?:${BODY}|注册|登记|$)|(?:注册|登记|执照|工商|落户|[开设办])[^，。]{0,10}(?:在|是|落到|于)${city}${called}|在${city}${called}[^，。]{0,4}(?:注册|登记|落户|成立|设立)`,
    "u",
  );
  const tax = new RegExp(`税[^，。]{0,10}(?:在|给|到)${city}${called}|在${city}${called}[^，。]{0,6}税`, "u");
  const said = parts.filter(
    ({ text, denies, intendedFrom }) => !denies && intendedFrom === null && !NOT_SEAT.test(text),
  );
  return said.some(({ text }) => seat.test(text)) && (!taxes || said.some(({ text }) => tax.test(text)));
};

const DISTRICT =
  /^.*(?:自治州|地区|[省市盟])(?<name>[一-龥]{2,5}[县旗]|[一-龥]{2,5}(?<![发高经新园范税产贸心能游作])区)$/u;

/** Whether a seat leaves open a district that no table holds: 赣州市南康区 is not known to be in 赣州市章贡区. */
export const leavesDistrictOpen = (seat: string, wanted: string): boolean => {
  const name = DISTRICT.exec(wanted)?.groups?.["name"];
  return (
    name !== undefined && !isInTable(name) && !seat.includes(name.slice(0, Math.max(2, name.length - 1)))
  );
};
