import type { TextSpan } from "./requirement.ts";

/** Where an applicant must be, as the text names it; offsets into the part. */
export interface PlaceReading extends TextSpan {
  readonly name: string;
}

const OWN =
  "(?:本|我|全)(?:市|区|省|县|州|旗|自治区|开发区|园区|新区|高新区|镇|街道)|(?:市|区|省|县|园区?|辖区|自贸区)内|示范区内?|综合保税区|保税区|自贸试验区|自由贸易试验区|园区内?|高新区内?|开发区内?|我?国内|中国境内|境内|中华人民共和国境内|中国大陆(?:境内|地区)?";
const NAMED =
  "中国（[一-龥]{2,4}）自由贸易试验区(?:[一-龥]{2,6}片区)?|[一-龥]{2,12}?(?:自治州|自治区|自治县|特别行政区|自由贸易试验区|自主创新示范区|示范区|自贸试验区|自贸区|综合保税区|保税区|新区|经济技术开发区|技术产业开发区|开发区|经开区|高新区|产业园区|工业园区|园区|科学城|科技城|产业园|软件园|科技园|片区|城区|省|市|区|县|州|旗)";
/** Zones that are called by a name alone. */
const BARE =
  "松山湖|大亚湾|横琴|前海|河套|临港(?:新片区)?|张江|亦庄|中关村|光谷|虹桥商务区|金鸡湖|金桥|外高桥|漕河泾|航空港";
const PLACE = `(?:${OWN}|${NAMED}|${BARE})`;
const PLACES = `${PLACE}(?:(?:、|和|或者?|及|以及)${PLACE})*`;
const AREA = "(?:（[^）]{0,12}）)?(?:行政区域|行政区划|辖区|区域|范围|境|地区)?(?:以?内)?";
const SEAT =
  "(?:依法|合法|首次|自主|新|工商|税务|统计|正式|办理|完成|实际|实地|独立|纳税|并|及|和|、|且|商事|市场主体)*(?:注册登记|登记注册|注册|登记|设立|成立|创办|创业|就业|工作|纳税|经营|办公|落户|运营|从事|入驻|生产|缴纳|备案|入统|纳统|纳入统计|依法)";

const FORMS = [
  // 在本市注册登记, 于北京市海淀区依法设立
  `(?:在|于)(?<a>${PLACES})${AREA}(?:依法|已|合法)?${SEAT}`,
  // 注册地、税收户管地均在浦东新区
  `(?:商事|注册|登记|住所|工商|税务|税收|统计|纳税|经营|办公|户管|征管|解缴|主要|关系|所在|和?科研|办公|实验|场所|税管|地址|总部|实际|生产|研发|机构|和|及|、|地|所|址|同时){2,}(?:均|都|应|须|需|位|必须|同时|应当)*(?:为|在|于|位于|属于|隶属)(?<b>${PLACES})${AREA}`,
  // 落户我区, 迁入本市, 入驻园区
  `(?:新?落户|新?迁入|(?:整体)?(?:搬迁|迁移)[到至]|新?入驻|位于|设在|注册在|登记在|设立在|引进至|引进到|落地|注册于|登记于|坐落于|迁至|落户在|落户于)(?<c>${PLACES})${AREA}`,
  // 本市企业, 我区高新技术企业: who is meant, at the beginning
  `(?<=^|[对的为凡是向，、])(?<d>(?:本|我|全)(?:市|区|省|县|州|旗))(?=[一-龥“”]{0,20}(?:企业|单位|机构|高校|院所|主体|组织|人才|公司|居民))`,
  // 宁波市行政区域内依法注册登记
  `(?<=^|[，、：；。])(?<g>${NAMED})(?:行政区域|行政区划|辖区|区域|范围|境)内(?:依法|已|合法)?${SEAT}`,
  // 在大连市软件企业工作
  `在(?<f>${NAMED})(?=[一-龥]{0,16}(?:企业|公司|单位|机构)(?:工作|就业|任职))`,
  `(?<=^|[对为凡是向])(?<e>[一-龥]{2,6}(?:省|市|区|县))(?:内|范围内|辖区内|境内)?的?(?=[一-龥“”\\d%]{0,24}(?:企业|单位|机构|高校|院所|公司)$)`,
].map((form) => new RegExp(form, "gu"));

/** What ends like a place and is none. */
const NO_PLACE =
  /上市|城市$|超市|地区$|社区|小区|灾区|库区|^山区|景区|校区|街区|商圈|认定|都市$|(?<![厦江荆天])门市|^(?:各|该|可|其|在|于|对|与|等|所在|任一|有关|相关)|自治区级|^[市区县省]级|[到迁]|^(?:入选|列入|获|评|新|首次|通过|纳入|租用|购买|采购|使用)|.[本我全][市区省县]$/;

/** The places in which a part of a sentence wants its addressees to be. */
export const placesIn = (part: string): PlaceReading[] => {
  const found: PlaceReading[] = [];
  for (const form of FORMS) {
    for (const match of part.matchAll(form)) {
      const name = Object.values(match.groups ?? {}).find((value) => value !== undefined) ?? "";
      if (NO_PLACE.test(name)) continue;
      const place = { start: match.index, end: match.index + match[0].length, name };
      if (found.every((other) => place.end <= other.start || place.start >= other.end)) found.push(place);
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
};

const IN_ZONE =
  /^(?:本|我|全)?(?:园区?|高新区|经开区|开发区|示范区|新区|自贸区|综合保税区|保税区|合作区|科学城|区)内?$/;
const kindOfZone = (name: string): string => name.replace(/^[本我全]/, "").replace(/内$/, "");

/** 本市 and the like in a document that is for `jurisdiction`: the place's own name, or the words as they are. */
export const resolvePlace = (name: string, jurisdiction: string | null, zone: string | null): string => {
  if (/^(?:我?国内|(?:中国|中华人民共和国)?境内|中国大陆)/.test(name)) return "中国";
  // 在高新区注册 in the document of a zone means that one.
  const isDistrict = /^(?:[本我全]区|区内)$/.test(name) && jurisdiction?.endsWith("区") === true;
  if (
    zone !== null &&
    !isDistrict &&
    IN_ZONE.test(name) &&
    (zone.endsWith(kindOfZone(name)) || /园区|^区内$/.test(name))
  )
    return zone;
  const level = /^(?:(?:本|我|全)(.+)|(市|区|省|县)内)$/.exec(name);
  if (jurisdiction === null) return name;
  if (level === null) {
    // 朝阳区 in a document of 北京市朝阳区 is that one.
    const at = jurisdiction.indexOf(name);
    return at > 0 && /[省市区县州旗]$/.test(name) ? jurisdiction.slice(0, at + name.length) : name;
  }
  const wanted = level[1] ?? level[2] ?? "";
  const ending = { 市: "市", 区: "区", 省: "省", 县: "县", 州: "州", 旗: "旗", 自治区: "自治区" }[wanted];
  if (ending === undefined) return name;
  const parts = jurisdiction.match(/[一-龥]+?(?:自治区|自治州|新区|省|市|区|县|州|旗)/g) ?? [jurisdiction];
  const at = parts.findLastIndex((part) => part.endsWith(ending));
  return at < 0 ? jurisdiction : parts.slice(0, at + 1).join("");
};
