import { readQuantities } from "../measures/read-quantities.ts";
import type { NumberRange } from "../measures/requirement.ts";
import type { DescribedVerdict, Said, TakenClaim } from "./described-verdict.ts";
import { UNKNOWN } from "./described-verdict.ts";
import type { PeopleKind } from "./people-kinds.ts";
import { peopleKindsIn } from "./people-kinds.ts";
import { isIn } from "./ranges.ts";

/** So many people, or percent of `base`, of a kind, as a description counts them. */
interface CountedKind extends PeopleKind {
  readonly value: number;
  readonly unit: "person" | "percent";
  /** Whom they are counted among: 研发人员16人，其中…; null for the whole staff. */
  readonly among: number | null;
  readonly said: string;
}

const OF_RESEARCH = /研发|科研|技术人员|科技人员|专职/;
/** 60人都是本科以上: as many as there are. */
const EVERYONE = /(?:全部|全员|都|均|全)(?:是|为|具有|有)?[^，。；\d]{0,6}$/;

/** The kinds that a description counts, each with its number: the one before it, or else the one behind it. */
const countedKinds = ({ parts, staff, research }: Said): readonly CountedKind[] => {
  const found: CountedKind[] = [];
  let last: number | null = null;
  for (const { plain, text, intendedFrom } of parts) {
    if (intendedFrom !== null) continue;
    let among: number | null = /其中|里面?|当中/.test(plain) ? last : null;
    // 大专以上的50个: counted of people.
    const named = plain.replace(/(?<=\d)\s?个(?![一-龥])/g, "名");
    for (const piece of named.split(/、|和|；/)) {
      const kinds = peopleKindsIn(piece);
      const counts = readQuantities(piece).filter(({ unit }) => unit === "person" || unit === "percent");
      const [kind] = kinds;
      if (kind === undefined) {
        const count = counts.findLast(({ unit }) => unit === "person");
        if (count !== undefined) last = count.value;
        continue;
      }
      const before = counts.findLast(({ end }) => end <= kind.start);
      const behind = counts.find(({ start }) => start >= kind.end);
      // 研发人员16人中本科以上13人: the first counts those among whom the others are.
      const own = behind ?? before;
      if (before !== undefined && own !== before && before.unit === "person") among = before.value;
      const isEveryone = own === before && EVERYONE.test(piece.slice(before?.end ?? 0, kind.start));
      if (own === undefined) {
        // 专职人员9个，全是本科以上: of those that were counted before.
        if (/全部|全员|都是|均为|^[、，]?全是/.test(piece))
          found.push({
            ...kind,
            value: 100,
            unit: "percent",
            among: /^[、，]?全是/.test(piece) ? last : among,
            said: text,
          });
        continue;
      }
      const unit = own.unit === "person" ? "person" : "percent";
      if (isEveryone && unit === "person") last = own.value;
      const ofResearch = unit === "percent" && OF_RESEARCH.test(piece) ? research : null;
      found.push({ ...kind, value: own.value, unit, among: ofResearch ?? among, said: text });
    }
  }
  return found.map((each) => (each.among === staff ? { ...each, among: null } : each));
};

interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly said: string | null;
}

const NOTHING: Bounds = { low: 0, high: Number.POSITIVE_INFINITY, said: null };

/** How many people there are of a kind, as far as the counts of this and other kinds tell. */
const boundsOf = (
  asked: PeopleKind,
  counted: readonly CountedKind[],
  value: (each: CountedKind) => number | null,
): Bounds => {
  const told = counted.flatMap((each) => {
    const number = each.order === asked.order ? value(each) : null;
    return number === null ? [] : [{ ...each, number }];
  });
  let bounds = NOTHING;
  const own = told.filter(({ rank, up }) => !up && rank >= asked.rank);
  const sum = own.reduce((total, { number }) => total + number, 0);
  if (own.length > 0) bounds = { ...bounds, low: sum, said: own.map(({ said }) => said).join("，") };
  for (const { rank, up, number, said } of told) {
    const isSame = rank === asked.rank;
    if (rank >= asked.rank && number > bounds.low) bounds = { ...bounds, low: number, said };
    // Of the kind itself, or of all from a lower one on, there are no more.
    const closes = up ? rank <= asked.rank : isSame && (asked.rank === 5 || own.length === 1);
    if (closes && number < bounds.high) bounds = { ...bounds, high: number, said: bounds.said ?? said };
  }
  return bounds.high < bounds.low ? { ...bounds, high: bounds.low } : bounds;
};

const decide = ({ low, high, said }: Bounds, range: NumberRange): DescribedVerdict => {
  if (said === null) return UNKNOWN;
  const ends = [isIn(low, range), isIn(high === Number.POSITIVE_INFINITY ? 1e12 : high, range)];
  if (ends[0] !== ends[1]) return UNKNOWN;
  // Between two ends outside there may be a value inside, where the range has both.
  if (ends[0] === false && range.min !== null && range.max !== null && low < range.min && high > range.max)
    return UNKNOWN;
  return { verdict: ends[0] === true ? "met" : "unmet", said };
};

/** 博士以上学历: said of one person. */
const judgePerson =
  (asked: PeopleKind) =>
  ({ parts }: Said): DescribedVerdict => {
    const own = parts.flatMap(({ plain, text, intendedFrom }) =>
      intendedFrom === null && !/\d(?:名|人)/.test(plain)
        ? peopleKindsIn(plain).flatMap((each) =>
            each.order === asked.order ? [{ ...each, said: text }] : [],
          )
        : [],
    );
    const best = own.toSorted((a, b) => b.rank - a.rank)[0];
    if (best === undefined) return UNKNOWN;
    if (best.rank < asked.rank) return { verdict: "unmet", said: best.said };
    return asked.up || best.rank === asked.rank ? { verdict: "met", said: best.said } : UNKNOWN;
  };

const STAFF = /占[^，。]{0,12}(?:员工|从业人员|总人数|人员总数)/;

/**
 * 大专以上学历人员占比不低于30%, 博士不少于2人, 具有硕士以上学位: takes the claim about people of a degree, a title or a skill out
 * of plain words; null where there is none.
 */
export const takePeople = (plain: string): TakenClaim | null => {
  const kinds = peopleKindsIn(plain);
  const [first] = kinds;
  if (first === undefined) return null;
  const counts = readQuantities(plain).filter(
    ({ unit, range }) => range !== null && (unit === "person" || unit === "percent"),
  );
  const [count] = counts;
  if (count === undefined) {
    const isPerson =
      /具有|具备|拥有|取得|获得|学历|学位|职称|为|是/.test(plain) &&
      kinds.length === 1 &&
      !/人员|员工|团队|人才(?!.*的)/.test(plain);
    if (!isPerson) return null;
    const rest = `${plain.slice(0, first.start)}${plain.slice(first.end)}`.replace(
      /申[报请]人|负责人|本人|创业者|创始人|带头人/g,
      "",
    );
    return { judge: judgePerson(first), rest };
  }
  if (counts.length > 1 || count.range === null) return null;
  const { range, unit } = count;
  const ofStaff = STAFF.test(plain);
  const before = plain.slice(0, first.start);
  const ofResearch =
    !ofStaff &&
    (/(?:研发|科技|科研|技术)人员[^，。]{0,6}$/.test(before) ||
      /占[^，。]{0,6}(?:研发|科技|科研|技术)人员/.test(plain));
  const isAmong = !ofStaff && (ofResearch || plain.includes("其中"));
  const judge = (said: Said): DescribedVerdict => {
    const all = countedKinds(said);
    const bases =
      ofStaff || !isAmong ? [said.staff] : ofResearch ? [said.research] : [said.research, said.staff];
    const outcomes = bases.map((base): DescribedVerdict => {
      const value = (each: CountedKind): number | null => {
        if (unit === "person") {
          if (each.unit === "person") return each.value;
          const of = each.among ?? said.staff;
          return of === null ? null : (each.value * of) / 100;
        }
        if (each.unit === "percent")
          return each.among === null || each.among === base || isAmong ? each.value : null;
        // 专职研发人员16人，其中本科以上13人: of those that they stand among.
        const of = isAmong && each.among !== null ? each.among : base;
        return of === null || of === 0 ? null : Number(((each.value / of) * 100).toPrecision(12));
      };
      const each = kinds.map((kind) => boundsOf(kind, all, value));
      // 本科以上学历或中级以上职称: at least those of the larger kind.
      const low = Math.max(...each.map((bounds) => bounds.low));
      const high = each.reduce((sum, bounds) => sum + bounds.high, 0);
      return decide({ low, high, said: each.find((bounds) => bounds.said !== null)?.said ?? null }, range);
    });
    const told = outcomes.filter(({ verdict }) => verdict !== "unknown");
    const [one] = told;
    return one !== undefined && told.every(({ verdict }) => verdict === one.verdict) ? one : UNKNOWN;
  };
  return { judge, rest: "" };
};
