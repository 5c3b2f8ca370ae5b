import type { ParagraphRole } from "./classify-paragraphs.ts";
import type { ReadMarker } from "./marker.ts";

const DOCUMENT =
  "(?:通知|公告|通告|意见|措施|方案|办法|决定|政策|规定|细则|计划|文件|规划|批复|函|指南|标准|条例|令|导则|规程|公报|通报)";
/** 特此通知。 and the like say nothing but that the document ends. */
const FAREWELL = /^(?:现予以?公[告布]|(?:特|专|谨)此[^，。；]{0,8}|此[复令告])[。！]?$/;
/** When the document itself comes into force, how long it lasts, who explains it. */
const OWN_FORCE = new RegExp(
  `^(?:本|此|该|上述|以上|前述)[^，。；：]{0,10}${DOCUMENT}[^。；]{0,60}(?:施行|实施|执行|生效|有效期|失效|解释|为准)`,
);
/** What those addressed are to do with it. */
const REQUEST =
  /^(?:请|望)?各(?:省|市|区|县|地|部门|有关|单位|街道|乡镇|级)[^。；]{0,60}(?:认真|结合实际|贯彻|抓好|遵照|参照)[^。；]{0,40}(?:落实|执行|实施|工作|反馈|报送)|^(?:以上|上述)[^。；]{0,30}请/;
const CONTACT = /^[（(]?(?:联系人|联系电话|联系方式|联系单位|咨询电话|业务咨询|监督电话)[^：:]{0,8}[：:]/;
/** More paragraphs than these after a request or a telephone number are a text of their own. */
const MOST_REQUESTS = 5;
/** Headings below which it stands when the document comes into force, or whom to ask. */
const ANNOUNCING =
  /附\s*则|其\s*他|施行|实施(?:日期|时间|期限)|生效|有效期|期限|执行时间|解释|联系|咨询|电话|机关|单位|部门/;
/** 《甲办法》（甲政发〔2009〕33号） */
const NAMED_DOCUMENT = /^《.+》(?:[（(][^（）()]*[）)])?$/;
const LONGEST_NAME = 40;
/** A body, a product or a document, as lists of names hold them: no heading of a text ends so. */
const ENTITY =
  /(?:公司|集团|厂|中心|大学|学院|学校|医院|银行|研究[院所]|实验室|协会|商会|学会|联盟|合作社|园区?|基地|平台|局|委员会|办公室|政府|》)(?:[（(][^（）()]*[）)])?$/;
const SENTENCE_MARK = /[，。；：！？]/;

interface ClosingSearch {
  readonly texts: readonly string[];
  readonly readings: readonly (ReadMarker | null)[];
  readonly roles: readonly (ParagraphRole | null)[];
}

/** The indices at which the body of a document or part has ended: its signature, its attachments, the next part. */
const endsOf = ({ texts, roles }: ClosingSearch): number[] => {
  const ends: number[] = [];
  let isBody = true;
  for (let index = 0; index <= texts.length; index += 1) {
    const kind = roles[index]?.kind;
    const isOutside =
      index === texts.length ||
      kind === "signature" ||
      kind === "listed-attachment" ||
      kind === "attachment" ||
      kind === "enclosed-title";
    if (isOutside && isBody) ends.push(index);
    isBody = !isOutside;
  }
  return ends;
};

/** Whether a list of bare names, the only numbering since `begin`, ends before `from`: what follows is about them all. */
const isAfterNames = ({ texts, readings }: ClosingSearch, from: number, begin: number): boolean => {
  const last = readings[from - 1] ?? null;
  if (last === null || last.family.rank !== null || (last.match.number ?? 0) < 3) return false;
  const isName = (index: number): boolean => {
    const read = readings[index] ?? null;
    const name = (texts[index] ?? "").slice(read?.match.length ?? 0);
    return (
      read?.family.name === last.family.name &&
      name.length <= LONGEST_NAME &&
      !SENTENCE_MARK.test(name) &&
      ENTITY.test(name)
    );
  };
  let names = 0;
  for (let index = begin; index < from; index += 1) {
    if (isName(index)) names += 1;
    else if (names > 0 || (readings[index] ?? null) !== null) return false;
  }
  return names === last.match.number;
};

/** Whether an item names something in a list (《甲办法》, or what stands directly below the item before it): no heading. */
const isListed = (item: ReadMarker, before: ReadMarker | null, body: string): boolean =>
  NAMED_DOCUMENT.test(body) ||
  (before?.family.name === item.family.name &&
    (before.match.number ?? 0) + 1 === item.match.number &&
    !ANNOUNCING.test(body));

/**
 * The paragraphs after the numbered body that close the whole document (本通知自印发之日起施行。特此通知。) and are no
 * part of its last item. Articles are another matter: what follows the last one is its 款, save a mere farewell. A
 * sentence that is all that stands below a heading (六、施行日期) is what that heading announces.
 *
 * @param search.roles what is known of the paragraphs; null for those that are still open.
 */
export const findClosings = (search: ClosingSearch): number[] => {
  const { texts, readings, roles } = search;
  const closings: number[] = [];
  const isPlain = (index: number): boolean => roles[index] === null && readings[index] === null;
  let begin = 0;
  for (const end of endsOf(search)) {
    const begun = begin;
    const hasArticles = readings.slice(begin, end).some((read) => read?.family.name === "article");
    begin = end;
    let from = end;
    while (from > 0 && isPlain(from - 1)) from -= 1;
    const above = readings[from - 1] ?? null;
    if (from === end || (above === null && roles[from - 1]?.kind !== "quoted")) continue;
    const body = (texts[from - 1] ?? "").slice(above?.match.length ?? 0);
    const isUnderHeading =
      above !== null &&
      !SENTENCE_MARK.test(body.replace(/[：:]$/, "")) &&
      !isListed(above, readings[from - 2] ?? null, body);
    const isAnnounced =
      isUnderHeading && (ANNOUNCING.test(body) || OWN_FORCE.test((texts[from] ?? "").slice(0, 200)));
    let first = isAfterNames(search, from, begun) ? end : from;
    if (first === end) for (let index = from; index < end; index += 1) closings.push(index);
    for (; first < end; first += 1) {
      const text = (texts[first] ?? "").slice(0, 200);
      if (FAREWELL.test(text)) break;
      if (hasArticles || isAnnounced || (isUnderHeading && first === from)) continue;
      if (OWN_FORCE.test(text)) break;
      if (end - first <= MOST_REQUESTS && (CONTACT.test(text) || REQUEST.test(text))) break;
    }
    for (; first < end; first += 1) closings.push(first);
  }
  return closings;
};
