import type { Facts } from "./facts.ts";

/** Ends what is said before a report of something bad where that is denied. */
const DENIED = /(?:不(?!锈|小心|久|慎|幸)|没|(?<!有|具)无(?!锡|线|人机)|未(?!来)|零)[^，。；]*$/;

/** 没受过处罚, but not 没有处罚 where another part of the sentence tells of one. */
const clausesOf = (text: string): string[] => text.split(/[，。；！？\n]|但是?|不过|(?<!冷)却|可是|只是/);

/** False where anything bad is reported that is not denied, true where only a denial of it stands; else null. */
const clean = (text: string, good: RegExp, bad: RegExp): boolean | null => {
  const clauses = clausesOf(text);
  const isBad = clauses.some((clause) =>
    [...clause.matchAll(new RegExp(bad, "g"))].some(({ index }) => !DENIED.test(clause.slice(0, index))),
  );
  return isBad ? false : clauses.some((clause) => good.test(clause)) ? true : null;
};

/** Begins what a company says did not happen. */
const NONE =
  "(?:(?<!有|具)无(?!人|线|锡)|没有(?!按|及时|依法|做好|缴|交|整改|完成|备案|取得|办)|从未|没受过|没被|没因|没进|不在|未(?:发生|出现|受到|受过|有)?(?!按|及时|依法|缴|交)|没(?:有)?(?:发生|出)过?|不存在)";

const OFF = "(?:移出|移除|移走|解除|撤销|消除|修复|摘)";
const LISTS = "(?:失信|异常名录|异常经营|黑名单|老赖)";
/** 在异常名录还没被移出, 还没从黑名单移出. */
const STILL_LISTED = `${LISTS}[^，。；]{0,12}(?:没|未|不)[^，。；]{0,8}${OFF}|(?:没|未|不)[^，。；]{0,8}${OFF}[^，。；]{0,8}${LISTS}|(?:没|未|不)[^，。；]{0,4}从[^，。；]{0,8}${LISTS}[^，。；]{0,6}${OFF}`;

const LISTED =
  /(?:被|已)(?:列入|纳入)[^，。]{0,10}(?:失信|异常|黑名单)|(?<!无|没有|没|未|不是)失信被执行人(?!名单)|信用(?:不良|较差)|在[^，。]{0,4}(?:黑名单|异常名录)(?:(?:里|上)(?![^，。；]{0,3}(?:没|无|未|查))|$)/;

/** What a description says of the conduct of a company: true where nothing bad happened, null where it does not say. */
export const readConduct = (text: string): Facts["conduct"] => ({
  credit: clean(
    text,
    /(?:无|没有?|未|不是|不在|从未|没被|从来没有?)[^，。；]{0,12}(?:失信|异常名录|黑名单)|信用(?:状况|记录)?(?:没问题|没有问题)|信用(?:状况|记录)?(?:一直|都|也)?(?:很|较)?(?:良好|正常|好)|无(?:任何)?(?:不良|失信)|没有(?:任何)?(?:不良|失信)|未(?:被)?列入[^，。]{0,14}(?:失信|异常|黑名单)|不在[^，。]{0,8}(?:失信|黑名单|异常)|诚信经营|没有失信|信用A|(?:失信|异常名录|黑名单|老赖)[^，。；有]{0,6}(?:没|未|不)[^，。；]{0,4}(?:上过?|进过?|列|被|我|咱)|信用[^，。；不差]{0,3}(?:没有?|无)(?:任何)?(?:污点|瑕疵|不良)/,
    new RegExp(`${STILL_LISTED}|${LISTED.source}`),
  ),
  violation: clean(
    text,
    new RegExp(`${NONE}[^，。；]{0,30}(?:违法|违规|处罚)|合法合规`),
    /(?:有|存在|曾)(?:过)?(?:欠税|欠薪|欠缴|拖欠)|(?:受到?过?|被|有过|曾|发生过?|发生了)[^，。无没未]{0,12}(?:处罚|违法|违规)/,
  ),
  accident: clean(
    text,
    new RegExp(
      `${NONE}(?:(?!伤亡|人命|死)[^，。；]){0,40}事故|${NONE}[^，。；]{0,8}(?:安全|环保|质量)(?:事件|问题)|事故[^，。；]{0,4}(?:没有?(?:[，。；过]|发生(?!伤|人)|出(?!人|大|什么)|$)|零|为零)`,
    ),
    /(?:发生过?|发生了|出过|出了|有过)[^，。无没未]{0,16}事故/,
  ),
  layoff: clean(
    text,
    /(?:不|未|没有|没|无|从未)[^，。]{0,3}裁(?:员|人|过人|掉人)/,
    /裁(?:员|了)(?:了|过)?[^，。率]{0,6}(?:人|%|名)|大幅裁员|大规模裁员/,
  ),
});
