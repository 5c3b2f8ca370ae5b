import type { Quantity } from "../measures/read-quantities.ts";
import { readQuantities } from "../measures/read-quantities.ts";
import type { NumberRange } from "../measures/requirement.ts";
import type { DescribedPart } from "./described-parts.ts";
import type { DescribedVerdict } from "./described-verdict.ts";
import { UNKNOWN } from "./described-verdict.ts";
import { namesRoom } from "./named-room.ts";
import { isIn } from "./ranges.ts";
import { denies, givenPairs, pairsFound, wantedPairs } from "./plain-words.ts";
import { isSpentOnOther } from "./spent-on-other.ts";

/** A number with the noun that it counts, before it or behind it. */
export interface CountedThing {
  readonly unit: Quantity["unit"];
  readonly value: number;
  readonly range: NumberRange | null;
  /** All words between the number before and this one. */
  readonly before: string;
  /** All words up to the next number. */
  readonly after: string;
  /** Where the number stands. */
  readonly at: number;
}

/** The numbers of a text in plain words, each with what stands around it. */
export const countedThings = (plain: string): readonly CountedThing[] => {
  // 一家公司 counts nothing.
  const quantities = readQuantities(plain).filter(
    ({ range, numberStart, unit, start, end }) =>
      (range !== null || !/^一[家个名位项款]/.test(plain.slice(numberStart))) &&
      // 3月起连续缴纳 says since when, not for how long.
      !(unit === "month" && range === null && /^\d{1,2}月$/.test(plain.slice(start, end))),
  );
  return quantities.map(({ unit: own, value, range, start, end }, at) => ({
    // 800万 is money where nothing else is counted in it.
    unit: own === "bare" && /[万亿]$/.test(plain.slice(start, end).replace(/[多余]$/, "")) ? "yuan" : own,
    value,
    range,
    before: plain.slice(quantities[at - 1]?.end ?? 0, start),
    after: plain.slice(end, quantities[at + 1]?.start ?? plain.length),
    at: start,
  }));
};

const LEAD =
  /^(?:(?:在岗|全体|本单位|在职)?(?:员工|职工)中|其中|且|并|[，、（）\s]|上一?年度?|近[一二两三四五\d]+年内?|最近[一二两三四五\d]+年内?|当年|每年|年度|申请前[\d一二三四五六七八九十]+个月内|累计|现有|拥有|具有|具备|配备|参加(?=社保)|应当?|[有须需已为是]|与其|与|单[笔个台户项套家只](?:（[^）]*）)?|每[笔个台户项套家]|项目|申报单位|申请人|申请企业|用人单位|申请单位|企业|公司|单位|机构)+/;
const TAIL =
  /(?:拥有|具有|具备|配备|金额|总额|时间|年限|期限|数额|数量|总数|人数|面积|规模|(?<=软件|设备)投入|[的为是占共约有数额均达在]|首次|累计|达到|应当?|不得?|合计|总计|[，、：\s])+$/;
/** 在本市纳税总额: where is a condition of its own. */
const HERE =
  /^(?:在(?:本|我|全)?[一-龥]{0,6}?(?:市区|[市区省县])(?:范围)?内?|[一-龥]{2,6}?[市区县省](?:行政区域|辖区|范围|境)内)(?=[一-龥]{2})/;
const BODIES = /^的?(?:企业|单位|机构|公司|主体|个人|项目|人员)?(?:，.*)?$/;

interface Noun {
  /** What is counted. */
  readonly head: string;
  /** What the text says of it: 可自主支配 of 可自主支配的孵化场地. */
  readonly modifier: string;
}

const nounBefore = (before: string): Noun => {
  const run = /[一-龥A-Za-z（）%]*$/.exec(before.trim())?.[0] ?? "";
  // 投入（不含税）不低于200万元: a remark behind what is counted.
  const noun = run
    .replace(/（[^（）]*）$/, "")
    .replace(LEAD, "")
    .replace(TAIL, "");
  const at = noun.lastIndexOf("的");
  // 沙龙、路演、培训等活动: what all of them are.
  const head = (at < 0 ? noun : noun.slice(at + 1))
    .replace(LEAD, "")
    .replace(HERE, "")
    // 海洋装备企业年度纳税: of whom it is said is a condition of its own.
    .replace(/^[一-龥]{2,10}(?:企业|单位|机构)(?=[一-龥]{2})/, "")
    .replace(LEAD, "")
    .replace(/^[一-龥]{2,8}等(?=活动$|服务$)/, "")
    .replace(/^(?:曾)?(?:获得?|取得|享受|完成|实现|签订|提供|设有|设置|建有|配有)[过了]?$/, "");
  return { head: head.length < 2 ? "" : head, modifier: at < 0 ? "" : noun.slice(0, at) };
};

const nounBehind = (after: string): string => {
  if (BODIES.test(after)) return "";
  const run = /^的?(?<noun>[一-龥A-Za-z]{2,24})/u.exec(after)?.groups?.["noun"] ?? "";
  const said = run.replace(/(?:作为|担任|并|且|参加|用于|进行).*$/, "");
  // 1件与该产品相关的授权发明专利: what is counted stands last.
  const head = said.slice(said.lastIndexOf("的") + 1) || said;
  return head.replace(/(?:经历|经验|时间|期限)$/, "");
};

const names = (noun: string, text: string): boolean => {
  if (noun === "" || text.includes(noun)) return true;
  // 在孵32家: of what kind of body it is the unit says enough.
  const stem = noun.replace(/(?:企业|单位|机构|公司)$/, "");
  if (stem !== noun && stem.length >= 2 && text.includes(stem)) return true;
  // 投过4个项目: so many 投资案例; 带着1200户蒜农: so many 农户.
  if (/(?:投资|资金使用)案例$/.test(noun)) return /投[了过资出]/.test(text) && /项目|企业|公司/.test(text);
  if (noun.endsWith("农户")) return /[一-龥]农(?!民工|业|产)|农户|农民(?!工)|种植户|养殖户/.test(text);
  const wanted = wantedPairs(noun);
  // 社会投资机构股权投资: the end of a long noun names it.
  if (noun.length >= 8 && text.includes(noun.slice(-4))) return true;
  return wanted.size > 1 && pairsFound(wanted, givenPairs(text)) / wanted.size >= 0.6;
};

/** 每年能省1300吨标准煤: 节能量, in coal alone. */
const savesEnergy = (head: string, plain: string, before: string): boolean =>
  head.endsWith("节能量") && plain.includes("标准煤") && /省|节约|节能|节[下了]|少用/.test(before);

const AMONG = /其中|里头|里面|当中/;

/** Of people who were taken on a contract is one of labour. */
const TAKES_ON = /招|录用|聘|入职/;
const RENTS = /租|购|销|贷|技术/;

/** 9间客房 for 民宿客房: what stands before the shared end of the noun is said elsewhere. */
const namesEnd = (head: string, around: string, parts: readonly DescribedPart[]): boolean => {
  for (let cut = 1; cut <= head.length - 2; cut += 1) {
    const shared = head.slice(cut);
    if (!around.includes(shared) || /^(?:企业|单位|公司|机构|人员|项目)$/.test(shared)) continue;
    const rest = head.slice(0, cut).replace(/的$/, "");
    // 导师 of who runs an incubator are such of founders.
    if (rest === "创业" && shared === "导师") return true;
    if (rest === "劳动" && TAKES_ON.test(parts.map(({ plain }) => plain).join("，")))
      return !RENTS.test(around);
    return rest.length < 2 || parts.some(({ plain, denies: isDenied }) => !isDenied && plain.includes(rest));
  }
  return false;
};

/** 大专以上48人 of 60: the share that is asked for, where the description counts the people. */
const shareOf = (
  head: string,
  parts: readonly DescribedPart[],
  staff: number | null,
): CountedThing | null => {
  const part = /^(.{2,20}?)占(?:企业|公司|单位|本企业|本单位|现有|全部|在职|当年)*(?:员工|从业人员)/.exec(
    head,
  )?.[1];
  if (part === undefined || staff === null || staff === 0) return null;
  const people = part.replace(/学历|人员|员工|的|人数$|数$|就业|安置|聘用|招用/g, "");
  if (people.length < 2) return null;
  const counted = parts.flatMap(({ counted: all, intendedFrom }) => (intendedFrom === null ? all : []));
  const found = counted.filter(({ unit, before }) => unit === "person" && before.includes(people));
  const [only] = found;
  return only === undefined || found.length > 1
    ? null
    : { ...only, unit: "percent", value: Number(((only.value / staff) * 100).toPrecision(12)) };
};

/** 采购投资额, 合同金额: a sum without a name of its own. */
const ANY_SUM =
  /(?<!固定资产)(?:投资|采购|购置|合同|支出|投入|支付|改造|实际|发票)[一-龥]{0,4}(?:额|费用|支出|投入|金)[^，。]{0,6}$/;
const SPENT = /(?:合计|加起来|总共|一共|共计|花了|花费|投了|付了|总价|加一块|不含税|掏了)[^，。\d]{0,6}$/;

/** 加起来86万元: the one sum that a description says was spent. */
const spentVerdict = (
  asked: string,
  parts: readonly DescribedPart[],
  range: NumberRange,
): DescribedVerdict => {
  const spent = parts.flatMap(({ counted, text, intendedFrom }, at) =>
    intendedFrom === null
      ? counted.flatMap(({ unit, value, before }) =>
          unit === "yuan" && SPENT.test(before) && !isSpentOnOther(parts[at - 1]?.plain ?? "", before, asked)
            ? [{ value, text }]
            : [],
        )
      : [],
  );
  const [only] = spent;
  if (only === undefined || spent.length > 1) return UNKNOWN;
  return { verdict: isIn(only.value, range) ? "met" : "unmet", said: only.text };
};

/**
 * What the parts of a description say of a number that is asked for: the one number of the same unit beside the same
 * noun decides, and a noun that is denied counts none.
 */
export const countVerdict = (
  asked: CountedThing,
  parts: readonly DescribedPart[],
  staff: number | null,
): DescribedVerdict => {
  const { range } = asked;
  if (range === null) return UNKNOWN;
  const noun = nounBehind(asked.after);
  // 3年以上的执业经历: what is counted stands behind alone.
  const follows = asked.after.startsWith("的");
  const stated = nounBefore(asked.before);
  // 从银行取得期限不少于6个月的贷款: how one came by it is no noun.
  const before =
    follows && /(?:取得|获得|签订|借入|获批|得到)$/.test(stated.head) ? { ...stated, head: "" } : stated;
  const isBehind =
    follows && noun !== "" && (before.head === "" || /经历|经验|从业|执业/.test(asked.after.slice(0, 10)));
  // 6个月以上的博士研究生: who it is said of stands behind.
  const behind = follows && !isBehind ? "" : noun;
  const { head, modifier } = isBehind ? { head: "", modifier: "" } : before;
  if (head.length < 2 && behind.length < 2) return UNKNOWN;
  const isQualified =
    modifier.replace(HERE, "") === "" ||
    parts.some(({ plain, denies: isDenied }) => !isDenied && names(modifier.replace(HERE, ""), plain));
  const found: DescribedVerdict[] = [];
  for (const { counted, plain, text, intendedFrom } of parts) {
    for (const given of counted) {
      // 其中14家: of what is counted before.
      if (AMONG.test(given.before) && !AMONG.test(asked.before)) continue;
      if (given.unit !== asked.unit || (intendedFrom !== null && intendedFrom < given.at)) continue;
      const around = `${given.before} ${given.after}`;
      const room = asked.unit === "area" ? namesRoom(head, around) : null;
      const isAge = asked.unit === "lifeyear";
      const isNamed =
        names(head, around) || namesEnd(head, around, parts) || savesEnergy(head, plain, given.before);
      const isSame =
        isAge || (isNamed && (behind === "" || names(behind, around) || namesEnd(behind, around, parts)));
      if (!isSame && room === null) continue;
      // 突破1000万元 is more than that.
      const value = given.range?.minOpen === true ? given.value * 1.000_001 : given.value;
      const holds = isIn(value, range);
      // A wider or unqualified number below what is asked for is below it all the same; above it says nothing.
      const isExact = (isSame || room === "same") && isQualified;
      if (isExact) found.push({ verdict: holds ? "met" : "unmet", said: text });
      else if (!holds && range.max === null) found.push({ verdict: "unmet", said: text });
    }
    const stem = (head === "" ? behind : head).replace(/率$/, "");
    const none = counted.length === 0 && denies(plain) && stem.length >= 2 && plain.includes(stem);
    if (none && new RegExp(`(?:没有?|无|未|从不|不)[^，]{0,4}${stem}`, "u").test(plain))
      found.push({ verdict: isIn(0, range) ? "met" : "unmet", said: text });
  }
  const [first] = found;
  if (first === undefined && asked.unit === "yuan" && ANY_SUM.test(asked.before))
    return spentVerdict(asked.before, parts, range);
  if (first === undefined) {
    const share = asked.unit === "percent" ? shareOf(head, parts, staff) : null;
    if (share === null) return UNKNOWN;
    return { verdict: isIn(share.value, range) ? "met" : "unmet", said: `${share.value}%` };
  }
  return found.every(({ verdict }) => verdict === first.verdict) ? first : UNKNOWN;
};
