const PROVINCES =
  "北京市|天津市|上海市|重庆市|河北省|山西省|辽宁省|吉林省|黑龙江省|江苏省|浙江省|安徽省|福建省|江西省|山东省|河南省|湖北省|湖南省|广东省|海南省|四川省|贵州省|云南省|陕西省|甘肃省|青海省|台湾省|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|香港特别行政区|澳门特别行政区|新疆生产建设兵团";
const PLACE = new RegExp(
  `^(?:中共)?((?:${PROVINCES})(?:[\\u4E00-\\u9FFF]{1,6}?(?:市|州|盟|地区))?|[\\u4E00-\\u9FFF]{2,6}?(?:市|自治州|自治县|县|区))(?=人民政府|政府|人民代表大会|委员会|[\\u4E00-\\u9FFF]{1,18}(?:局|委|厅|办公室|委员会|院)|人大|$)`,
);
const NATIONAL =
  /^(?:国务院|中共中央|中央|全国人民代表大会|全国人大|最高人民|国家|财政部|教育部|科学技术部|科技部|工业和信息化部|公安部|民政部|司法部|人力资源(?:和)?社会保障部|自然资源部|生态环境部|住房(?:和)?城乡建设部|交通运输部|水利部|农业农村部|商务部|文化和旅游部|退役军人事务部|应急管理部|外交部|审计署|海关总署|税务总局|中国人民银行|中国证券|中国银行|金融监管总局|市场监管总局)/;

/**
 * The place that a document is for, as its issuers' names say: 北京市人民政府 → 北京市, 国务院 → 全国; null where they do not.
 * Of national and local issuers together, the local one says for where.
 */
export const jurisdictionOf = (issuers: readonly string[]): string | null => {
  for (const issuer of issuers) {
    // 中国（上海）自由贸易试验区临港新片区管理委员会
    const zone = /^中国[（(]([\u4E00-\u9FFF]{2,3})[）)]/.exec(issuer)?.[1];
    const province =
      zone === undefined ? undefined : PROVINCES.split("|").find((name) => name.startsWith(zone));
    if (province !== undefined) return province;
    const place = PLACE.exec(issuer)?.[1];
    if (place !== undefined && !/^(?:国家|中国|全国)/.test(place) && !NATIONAL.test(issuer)) return place;
  }
  return issuers.length > 0 && issuers.every((issuer) => NATIONAL.test(issuer)) ? "全国" : null;
};

/**
 * The place that a title begins with (深圳市工业发展办法 → 深圳市, 中华人民共和国… → 全国), for a document that names no issuer;
 * null where it begins otherwise.
 */
export const jurisdictionOfTitle = (title: string): string | null => {
  if (title.startsWith("中华人民共和国")) return "全国";
  return (
    new RegExp(`^(?!关于)((?:${PROVINCES})|[\\u4E00-\\u9FFF]{2,3}市)(?!场|级|区|县|政|容|民|值|面)`).exec(
      title,
    )?.[1] ?? null
  );
};
