/** 补贴标准：… names what is given. */
const GIFT_LABEL =
  /^\s*标准[：:]\s*|^\s*(?:补贴|补助|奖励|支持|扶持|资助|奖补|贴息|资金|返还|具体)(?:的)?(?:标准|金额|方式|内容|额度|措施|比例|政策)[：:]\s*|^\s*[一-龥]{2,6}(?:奖励|补贴|补助|支持|资助|扶持|贴息|奖补|拓展)[：:]\s*/;
/** 贷款额度最高不超过400万元，由…给予贴息: of what is given, not of who is given it. */
const OF_THE_GIFT =
  /^\s*(?:(?:贷款|担保|补贴|奖励|资助|支持|贴息|补助|借款)(?:的)?(?:额度|期限|标准|金额|比例|利率|总额|年限|时限)|贷款额)[^，。；]{0,6}(?:不超过|不高于|不低于|最高|最长|最低|为|按)/;

/** How many characters at the beginning only name what is given. */
export const giftLabel = (words: string): number => GIFT_LABEL.exec(words)?.[0].length ?? 0;

/** Where the words begin that say who is given something. */
export const behindGift = (text: string, start: number, end: number): number => {
  let from = start;
  while (OF_THE_GIFT.test(text.slice(from, end))) {
    const comma = text.slice(from, end).search(/[，；]/);
    if (comma < 0) return end;
    from += comma + 1;
  }
  return from;
};
