import { questionWords } from "../retrieval/question-terms.ts";
import { numbersIn } from "../verification/number-lock.ts";

/** Provinces and large cities: a question that names one is not answered by a document that does not. */
const PLACES =
  "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 " +
  "石家庄 唐山 太原 大同 呼和浩特 包头 沈阳 大连 长春 哈尔滨 大庆 南京 苏州 无锡 常州 南通 徐州 扬州 杭州 宁波 温州 嘉兴 绍兴 金华 义乌 合肥 芜湖 福州 厦门 泉州 南昌 赣州 济南 青岛 烟台 潍坊 郑州 洛阳 武汉 宜昌 襄阳 长沙 株洲 广州 深圳 珠海 佛山 东莞 中山 惠州 南宁 桂林 海口 三亚 成都 绵阳 贵阳 遵义 昆明 大理 拉萨 西安 咸阳 兰州 西宁 银川 乌鲁木齐 雄安 张江 浦东 前海";
const PLACE_NAMES: readonly string[] = PLACES.split(" ");

/** What a question states beside its words: these must stand in the evidence, or it proves something else. */
export interface QuestionValues {
  /** Four-digit years, without those that only name a document. */
  readonly years: readonly string[];
  readonly places: readonly string[];
  /** Amounts, shares and large counts, as written. */
  readonly amounts: readonly string[];
}

const AMOUNT =
  /\d[\d.]{0,15}\s?(?:余|多)?(?:(?:万亿|亿|万)\s?(?:元|美元|人民币|名|人|家|个|平方米)?|元|美元|[%％])|百分之[零一二三四五六七八九十百点]{1,8}|[一二三四五六七八九十百千]{1,8}(?:万亿|亿|万)元?/g;
/** 2000万元 and 2000家 are no years. */
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d|\s?(?:[万亿元家名个人项件余多户套台]|美元|平方))/g;
const PLACE_ENDING = /^(?:省|市|区|县|新区|自治区|特别行政区|地区|高新区)?$/;

/** Reads years, places and amounts from a question. `mentions` are the parts of it that name documents. */
export const readQuestionValues = (question: string, mentions: readonly string[]): QuestionValues => {
  let rest = question.normalize("NFKC");
  for (const mention of mentions) rest = rest.replaceAll(mention.normalize("NFKC"), " ");
  const words = questionWords(rest);
  return {
    years: [...new Set([...rest.matchAll(YEAR)].map((match) => match[1] ?? ""))],
    // A place is a word of its own: no 大理 in 大理石, no 中山 in 孙中山.
    places: PLACE_NAMES.filter(
      (place) =>
        rest.includes(place) &&
        words.some((word) => word.startsWith(place) && PLACE_ENDING.test(word.slice(place.length))),
    ),
    amounts: [...new Set(rest.match(AMOUNT) ?? [])].filter((amount) => numbersIn(amount).length > 0),
  };
};
