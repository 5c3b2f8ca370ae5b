import { isRuledOut } from "./rules-out.ts";

/** Kinds of companies and people that nobody is who is not called so, each with what else they are called. */
const KINDS: readonly (readonly [asked: RegExp, said: RegExp])[] = [
  [/专精特新(?![^，、或]{0,4}小巨人)/, /专精特新|小巨人/],
  [/小巨人/, /小巨人/],
  [/上市公司/, /上市|交易所|股票代码/],
  [/中央企业|央企/, /中央企业|央企/],
  [/国有企业|国企/, /国有|国企|国资|央企|中央企业/],
  [/孵化器/, /孵化|入孵|在孵/],
  [/众创空间/, /众创/],
  ...["百强(?!\\d)", "独角兽", "瞪羚", "单项冠军", "老字号", "隐形冠军", "跨国公司", "院士", "博士后"].map(
    (name) => [new RegExp(name), new RegExp(name)] as const,
  ),
  ...["总部", "分公司", "子公司", "加速器"].map((name) => [new RegExp(name), new RegExp(name)] as const),
];

const RANKS = /(?<of>[一-龥]{0,10})(?<count>\d+)强/g;

/** What a rank is among, as 世界, 中国 or a province: 浙江省500强 is not 世界500强. */
const ranksIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(RANKS)].map(({ groups: { of = "", count = "" } = {} }) => {
      const among = [
        /世界|全球|财富/.test(of) && "world",
        /民营|民企/.test(of) && "private",
        /制造业/.test(of) && "makers",
        /服务业/.test(of) && "services",
        /中国|全国|国内/.test(of) && "china",
        /[一-龥]{2}(?=[省市区县])/.exec(of)?.[0],
      ].find((each) => typeof each === "string");
      return `${among ?? ""}${count}`;
    }),
  );

/** Whether what is said may meet a condition for kinds of companies: one of them must be named. */
export const namesKindAsked = (condition: string, said: string): boolean => {
  if (isRuledOut(condition)) return true;
  const ranks = [...ranksIn(condition)];
  const asked = KINDS.filter(([words]) => words.test(condition));
  if (asked.length === 0 && ranks.length === 0) return true;
  const given = ranksIn(said);
  return ranks.some((rank) => given.has(rank)) || asked.some(([, words]) => words.test(said));
};
