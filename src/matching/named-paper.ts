import { isRuledOut } from "./rules-out.ts";

/** What tells a paper, a list, an insurance or a change from others of its sort, each with the words that say it. */
const DISTINCT: readonly (readonly [asked: RegExp, said: RegExp])[] = [
  [/环境影响|环评/, /环境影响|环评|环保/],
  [/节能(?:评估|审查)|能评/, /节能|能评/],
  [/安全生产责任(?:保)?险|安责险/, /安全生产责任|安责|安全责任/],
  [/产学研/, /产学研|研发|研究|攻关|技术|科研|开发/],
  [/股份制改造|股改/, /股份|股改/],
  [/强制性产品|强制性认证|[3三]C|CCC/i, /强制|[3三]C/i],
  [/规模以上|规上/, /规模以上|规上|[上入升在]规|四上|直报/],
  [/限额以上|限上/, /限额以上|限上|四上|直报/],
  [/首台/, /首台|首套/],
  [/首批次/, /首批/],
  [/首版次/, /首版/],
  [/生产线/, /产线|流水线|车间|工厂|线体/],
];

const LIST = /(?<name>[一-龥]{2,16})(?:目录|名录)/u;
/** Words of a list's name that many lists have in common. */
const COMMON =
  /列入|纳入|进入|入选|[一-龥]{2}[省市区县]|国家|省级|市级|全国|[省市]|企业|产品|工业|推荐|公布|发布|最新|年度|的|和|及|与/g;

/** Whether what is said has a word of the name of the list that is asked for. */
const namesList = (condition: string, said: string): boolean => {
  const names = (LIST.exec(condition)?.groups?.["name"] ?? "")
    .replace(COMMON, "|")
    .split("|")
    .filter((run) => run.length > 1);
  const pairs = names.flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return pairs.length === 0 || pairs.some((pair) => said.includes(pair));
};

/**
 * Whether what is said names the very paper, list or insurance that is asked for: 能评批复 is no 环境影响评价批复. A condition
 * that rules one out asks for none.
 */
export const namesPaperAsked = (condition: string, said: string): boolean => {
  if (isRuledOut(condition)) return true;
  const asked = DISTINCT.filter(([words]) => words.test(condition));
  const isNamed = ([, name]: (typeof DISTINCT)[number]): boolean => name.test(said);
  const isAny = /或|之一|[、/（]/.test(condition);
  return (
    (asked.length === 0 || (isAny ? asked.some(isNamed) : asked.every(isNamed))) && namesList(condition, said)
  );
};
