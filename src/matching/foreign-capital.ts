const FOREIGN =
  /(?:外|[港澳台]+|韩|日|美|德|法|英|新加坡|中外合|侨|外商投)资(?=(?:独资|控股|背景)?的?(?:有限|股份|责任)*(?:公司|企业))/g;

/** 给日资企业, 客户是韩资企业: somebody else's capital. */
const OTHERS_BEFORE =
  /(?:[给向帮替跟和与同]|(?<![作成改转变])为)[^，。；！？\n]{0,6}$|(?:客户|供应商|配套|服务|合作|供货|买家|股东|同行)[^，。；！？\n]*$/;
/** 日资企业配套的, 韩资企业是我们的大客户 */
const OTHERS_BEHIND =
  /^(?:独资|控股|背景)?的?(?:有限|股份|责任)*(?:公司|企业)(?:[做供的]|配套|代工|[^，。；！？\n]{0,8}(?:客户|供应商|买家))/;

/** A description in which its own foreign capital (韩资企业) is called 外商投资, and that of others is not. */
export const foreignSpelledOut = (description: string): string =>
  description.replace(FOREIGN, (words: string, at: number) =>
    OTHERS_BEFORE.test(description.slice(0, at)) || OTHERS_BEHIND.test(description.slice(at + words.length))
      ? "他人资本"
      : "外商投资",
  );
