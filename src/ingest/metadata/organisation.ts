const SUFFIX =
  /(?:国务院|党中央|中共中央|军委|人民政府|政府|办公厅|办公室|法院|检察院|研究院|科学院|工程院|委员会|常委会|管委会|党委|省委|市委|区委|县委|国资委|[\u4E00-\u9FFF]{2}委|部|总局|局|厅|署|银行|总行|分行|支行|联合会|总工会|工会|协会|学会|商会|总社|总会|妇联|科协|残联|工商联|团中央|中央|集团|公司|指挥部|领导小组|工作组|专家组|调查组|中心|大学|学院|学校|总队|支队|监狱|海关|兵团|司令部|台|所|站|馆|会|院|司|社)$/;
const NOT_A_NAME = /[，。；：！？《》〈〉“”、\d]|关于|的|通知|为了|^(?:各|该|本|全|有关|其他)/;

/** Whether a text is, as a whole, the name of an organisation that can issue a document. */
export const isOrganisation = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 36 &&
  /^[\u4E00-\u9FFF（）()·]+$/.test(text) &&
  SUFFIX.test(text) &&
  !NOT_A_NAME.test(text);

/** Characters that part the names of joint issuers. */
const BETWEEN = /[\s\u3000、，,；;]+/;

/**
 * The organisations that a text names and nothing else (国务院、中央军委; 科技部 财政部), in order; empty where
 * anything else stands there too. Letters that were spaced out (国 务 院) count as one name.
 */
export const splitOrganisations = (text: string): string[] => {
  const plain = text.replaceAll(/&[a-z]+;?/g, "").trim();
  if (plain === "") return [];
  const parts = plain.split(BETWEEN).filter((part) => part !== "");
  const names = parts.every((part) => part.length === 1) ? [parts.join("")] : parts;
  return names.every((name) => isOrganisation(name)) ? names : [];
};

/**
 * 中华人民共和国财政部 → 财政部, the way in which titles and indexes name the State's organs; a congress without its term
 * (甲省第十四届人民代表大会 → 甲省人民代表大会).
 */
export const shortOrganisation = (name: string): string =>
  name
    .replace(/^中华人民共和国(?=国务院|.{2,}(?:部|委员会|总局|局|署|银行|海关总署)$)/, "")
    .replace(/第[一二三四五六七八九十\d]+届(?=(?:全国)?人民代表大会)/, "");

/** Whether `short` leaves out letters of `full` (甲市政府, 甲市人民政府); 甲市人民政府 of its own 办公室 does not. */
export const isAbbreviation = (short: string, full: string): boolean => {
  if (short.length >= full.length || full.startsWith(short)) return false;
  if (short.slice(0, 2) !== full.slice(0, 2) || short.at(-1) !== full.at(-1)) return false;
  let at = 0;
  for (const letter of short) {
    at = full.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
};
