/** Pieces of the patterns that `number-lock.ts` reads numbers with. The text is folded to half width first. */

/** Units as policy texts write them, longest first where one begins another. A unit is part of the value. */
const UNITS = [
  ["个百分点", "百分点", "个工作日", "工作日", "个自然日", "个季度", "个月", "季度", "年代", "世纪", "周年"],
  ["周岁", "学年", "平方公里", "平方千米", "平方米", "立方米", "公里", "千米", "公顷", "吨标准煤", "千瓦时"],
  ["千瓦", "兆瓦", "吉瓦", "摄氏度", "小时", "分钟", "美元", "欧元", "英镑", "日元", "港元", "港币", "人次"],
  ["人年", "户次", "课时", "学时", "学分", "方面", "字节", "比特", "批次", "层次"],
  Array.from("%‰倍成番元年月日天周家个项名人位件种类批条次所座户台套只支部篇门场处款届期级岁米吨亩册份"),
  Array.from("幅栋幢间层片块颗枚艘辆架头株粒卷章节版轮组队双课代张宗笔例步大点时秒号半里瓦斤克升度折㎡℃"),
].flat();

export const UNIT = `(?:${UNITS.join("|")})`;

/** Blanks inside one number. Bounded: two that stand side by side would else be tried in every division of a run. */
export const BLANKS = String.raw`\s{0,20}`;

const CHINESE_CHARACTER = "[〇零一二两三四五六七八九十百千万亿]";

/** One numeral in Chinese characters, multipliers included. */
export const CHINESE = `${CHINESE_CHARACTER}+(?:点[〇零一二三四五六七八九]+)?`;

/** More characters than a numeral in Chinese has: the largest, with every place up to 万亿, has about thirty. */
export const LONGEST_NUMERAL = 40;

/** A run of such characters that is too long to be a numeral, with the unit behind it. */
export const OVERLONG_NUMERAL = `(${CHINESE_CHARACTER}{${LONGEST_NUMERAL + 1},})${BLANKS}(${UNIT})?`;

/** One numeral in digits: 1579.5, 1,500. */
export const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;

/** What stands between the ends of a range: 3-5家, 三至五年, 2024—2027年. */
export const RANGE = `${BLANKS}(?:[-–—−~]{1,2}|至|到)${BLANKS}`;

/** A year in digits, or in four Chinese ones. */
export const YEAR = "(?:(?:1[89]|20|21)\\d{2}(?!\\d)|[一二][〇零○0一二三四五六七八九]{3})";

const FULL_WIDTH = /[！-～　○]/g;

/**
 * Full-width letters, digits and signs in half width, one code unit for one, so that offsets stay. The
 * full-width comma stays as it is: between numbers it separates, where the half-width one groups thousands.
 */
export const foldWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (character) => {
    if (character === "，") return character;
    if (character === "　") return " ";
    return character === "○" ? "〇" : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  });
