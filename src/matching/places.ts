import { PLACE_TABLE, ZONES } from "./place-table.ts";

/** A place by its path from the province down: `["北京市", "海淀区"]`. */
type PlacePath = readonly string[];

const shortName = (name: string): string => {
  const short = name.replace(
    /(?:特别行政区|(?:朝鲜族|土家族|苗族|侗族|布依族|彝族|白族|傣族|景颇族|傈僳族|藏族|羌族|壮族|回族|蒙古族?|哈萨克|柯尔克孜|哈尼族)+自治州|壮族自治区|回族自治区|维吾尔自治区|自治区|新区|地区|[省市区县])$/,
    "",
  );
  return short.length >= 2 ? short : name;
};

const readTable = (): PlacePath[] => {
  const paths: PlacePath[] = [];
  for (const line of PLACE_TABLE.trim().split("\n")) {
    const [province = "", rest = ""] = line.split(":");
    paths.push([province]);
    for (const match of rest.matchAll(/([^\s()]+)(?:\(([^)]*)\))?/g)) {
      const [, city = "", districts = ""] = match;
      paths.push([province, city]);
      for (const district of districts.split(" ").filter((each) => each !== ""))
        paths.push([province, city, district]);
    }
  }
  return paths;
};

const PATHS = readTable();
const BY_NAME = new Map<string, PlacePath[]>();
for (const path of PATHS) {
  const name = path.at(-1) ?? "";
  for (const key of new Set([name, shortName(name)])) BY_NAME.set(key, [...(BY_NAME.get(key) ?? []), path]);
}
const NAMES = [...BY_NAME.keys()].toSorted((a, b) => b.length - a.length);

/** Whether a name is that of a place, or of several, that is known. */
export const isInTable = (name: string): boolean => BY_NAME.has(name) || BY_NAME.has(shortName(name));

/** The known places that a text names, each at its place, longer names first. */
const namesIn = (text: string): { readonly name: string; readonly at: number }[] => {
  const found: { name: string; at: number }[] = [];
  for (const name of NAMES) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const free = found.every((other) => at + name.length <= other.at || at >= other.at + other.name.length);
      // 滨江市 is not 滨江区.
      const isOther = /^[省市区县州]/.test(text.slice(at + name.length)) && !/[省市区县州]$/.test(name);
      if (free && !isOther) found.push({ name, at });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
};

const isWithin = (inner: PlacePath, outer: PlacePath): boolean =>
  outer.every((part, at) => inner[at] === part);

/** Documents name few places, each of them often. */
const KNOWN_KEPT = 5_000;
const known = new Map<string, readonly PlacePath[]>();

/** The most particular places that a text can mean: names beside each other tell which 朝阳区 it is. */
const knownPlaces = (text: string): readonly PlacePath[] => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = findPlaces(text);
  if (known.size >= KNOWN_KEPT) known.clear();
  known.set(text, found);
  return found;
};

const findPlaces = (text: string): readonly PlacePath[] => {
  let candidates: readonly PlacePath[] = [];
  for (const { name } of namesIn(text)) {
    const own = BY_NAME.get(name) ?? [];
    if (candidates.length === 0) candidates = own;
    else {
      const narrowed = own.filter((path) => candidates.some((other) => isWithin(path, other)));
      if (narrowed.length > 0) candidates = narrowed;
    }
  }
  return candidates;
};

const zoneIn = (
  text: string,
): { readonly name: string; readonly within: string; readonly said: string } | null => {
  for (const { names, within } of ZONES) {
    const name = names.find((each) => text.includes(each));
    if (name !== undefined) return { name: names[0] ?? name, within, said: name };
  }
  return null;
};

/** 不在中关村范围内: where the company says that it is not. */
const DENIED =
  /(?:不|没有?|并不|并未|未)(?:在|位于|属于|处于|注册在|落户在?|设在|是)[^，。；、,;（）()]{1,24}?(?=[，。；、,;（）()]|$)/g;

const deniedIn = (text: string): string => (text.match(DENIED) ?? []).join(" ");

/** Whether `inner` lies in `outer`, as far as known. */
export type PlaceRelation = "inside" | "outside" | "unknown";

const ZONE_WORDS =
  /示范区|开发区|高新区|经开区|自贸区|自由贸易|保税区|园区|科学城|科技城|产业园|软件园|科技园|片区|孵化|合作区/;

const relationOfPaths = (seats: readonly PlacePath[], wanted: readonly PlacePath[]): PlaceRelation => {
  const relations = new Set<PlaceRelation>();
  for (const seat of seats) {
    for (const outer of wanted) {
      if (isWithin(seat, outer)) relations.add("inside");
      else relations.add(isWithin(outer, seat) ? "unknown" : "outside");
    }
  }
  const [only] = relations;
  return relations.size === 1 && only !== undefined ? only : "unknown";
};

const lastLevel = (name: string): string => /([一-龥]+?(?:省|市|区|县|州|旗))$/.exec(name)?.[1] ?? name;
const levelOf = (name: string): string => name.slice(-1);

/** Places that no table names: told apart by their own words alone. */
const relationOfWords = (seat: string, wanted: string): PlaceRelation => {
  if (seat.includes(wanted)) return "inside";
  if (wanted.includes(seat)) return "unknown";
  const seatParts = seat.match(/[一-龥]{2,}?(?:自治区|自治州|新区|省|市|区|县|州|旗)/g) ?? [seat];
  const wantedParts = wanted.match(/[一-龥]{2,}?(?:自治区|自治州|新区|省|市|区|县|州|旗)/g) ?? [wanted];
  if (wantedParts.every((part) => seatParts.includes(part))) return "inside";
  for (const part of wantedParts) {
    const other = seatParts.find((each) => levelOf(each) === levelOf(part));
    if (other !== undefined && other !== part) return "outside";
  }
  return "unknown";
};

/**
 * Whether a company with its seat at `seat` lies in `wanted`. A district lies in its city; a city may or may not
 * lie in one of its districts, and nobody's seat proves that it is inside a zone of that place.
 */
export const placeRelation = (stated: string, wanted: string): PlaceRelation => {
  const denied = deniedIn(stated);
  const seat = stated.replaceAll(DENIED, " ");
  if (wanted === "中国") return /香港|澳门|台湾|境外|海外|美国|新加坡/.test(seat) ? "unknown" : "inside";
  const zone = zoneIn(wanted);
  const seats = knownPlaces(seat);
  if (zone !== null || ZONE_WORDS.test(wanted)) {
    if (denied.includes(wanted) || (zone !== null && zoneIn(denied)?.name === zone.name)) return "outside";
    if (seat.includes(wanted) || (zone !== null && zoneIn(seat)?.name === zone.name)) return "inside";
    const key = zoneKey(wanted);
    if (key.length >= 4 && zoneKey(seat).includes(key)) return "inside";
    const around = zone === null ? knownPlaces(wanted) : knownPlaces(zone.within);
    const own = seats.length > 0 ? seats : knownPlaces(zoneIn(seat)?.within ?? "");
    return around.length > 0 && own.length > 0 && relationOfPaths(own, around) === "outside"
      ? "outside"
      : "unknown";
  }
  const places = knownPlaces(wanted);
  const own = seats.length > 0 ? seats : knownPlaces(zoneIn(seat)?.within ?? "");
  if (places.length === 0 || own.length === 0) {
    const words = relationOfWords(seat, wanted);
    if (words !== "unknown" || own.length === 0) return words;
    // A known district lies in no city or district that only has another name.
    const level = levelOf(lastLevel(wanted));
    return own.every((path) => path.length === 3) && (level === "市" || level === "区" || level === "县")
      ? "outside"
      : "unknown";
  }
  return relationOfPaths(own, places);
};

/** 厦门火炬高新区, 北京经开区: a zone that no table names, with what stands before it. */
const NAMED_ZONE =
  /[一-龥]{2,8}?(?:经济技术开发区|高新技术产业开发区|经开区|高新区|开发区|自贸区|综合保税区|保税区|科学城|科技城|产业园区?|软件园|科技园)/u;

/** Long and short names of the same zone, one way. */
const zoneKey = (name: string): string =>
  name
    .replace(/国家级?|市(?=[一-龥]{2})/g, "")
    .replace(/经济技术开发区/g, "经开区")
    .replace(/高新技术产业(?:开发区|园区)|高技术产业开发区|新技术(?:产业)?开发区/g, "高新区")
    .replace(/自由贸易试验区|自贸试验区/g, "自贸区");

const statedPlace = (text: string): string | null => {
  const own = zoneIn(text);
  const stated =
    own === null
      ? NAMED_ZONE.exec(text)?.[0].replace(
          /^.*(?:在|于|是|位于|到|至|入驻|落户|属于|我们|[省市区县州](?=[一-龥]{4}))/u,
          "",
        )
      : undefined;
  const zone = own ?? (stated === undefined || stated.length < 4 ? null : { name: stated, within: "" });
  // 东湖高新区 is in no 东湖区.
  const besides = zone === null ? text : text.replaceAll(own === null ? zone.name : own.said, "，");
  const beside = knownPlaces(besides);
  const named = beside.length > 0 || own !== null || zone === null ? beside : knownPlaces(zone.name);
  // 长沙 is the city, and 长沙县 lies in it.
  const widest = named.find((each) => named.every((other) => isWithin(other, each)));
  // 中山 is the city rather than the district of another.
  const cities = named.filter((path) => path.length === 2);
  const places = widest !== undefined ? [widest] : cities.length === 1 && !/朝阳/.test(text) ? cities : named;
  const [only] = places;
  if (places.length === 1 && only !== undefined) return `${only.join("")}${zone === null ? "" : zone.name}`;
  return zone === null ? null : `${zone.within}${zone.name}`;
};

/**
 * The full name of the one place that a text names (北京市海淀区), with the zone that it says it is not in, or null
 * where it names none or several.
 */
export const placeName = (text: string): string | null => {
  const outside = zoneIn(deniedIn(text));
  const name = statedPlace(text.replaceAll(DENIED, " "));
  return outside === null ? name : `${name ?? ""}（不在${outside.name}）`;
};
