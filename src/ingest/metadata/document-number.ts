import { shortOrganisation, splitOrganisations } from "./organisation.ts";

/** 〔2019〕, [2019], （2019）, 【2019】 … */
const YEAR = "[〔［\\[【（(〖{｛﹝]\\s?([0-9０-９]{4}|[〇○零一二三四五六七八九]{4})\\s?[〕］\\]】）)〗}｝﹞]";
const ORDINAL = "([0-9０-９]{1,6}|[〇○零一二三四五六七八九十百千]{1,8})";
const AGENCY = "[\\u4E00-\\u9FFFA-Za-z（）()·]{1,24}?";

/** 国发〔2019〕5号, 法（研）发〔1987〕32号, 京科文〔2020〕字第3号. */
const BRACKETED = new RegExp(`^(${AGENCY})\\s?${YEAR}\\s?(?:(字)?\\s?第?\\s?)${ORDINAL}\\s?号$`);
/** 〔1996〕武司字第82号 */
const YEAR_FIRST = new RegExp(`^${YEAR}\\s?(${AGENCY})字?\\s?第?\\s?${ORDINAL}\\s?号$`);
/** 国务院令第706号, 中华人民共和国主席令第十五号, 公安部令（第123号） */
const DECREE = new RegExp(
  `^(?:中华人民共和国)?([\\u4E00-\\u9FFF·]{1,140}?)(令|公告|通告)(?:[〔［\\[（(]([一二三四五六七八九十\\d]+届|[0-9０-９]{4})[〕］\\]）)]|[（(])?(?:([0-9０-９]{4})\\s?年?\\s?)?第\\s?${ORDINAL}\\s?号[）)]?$`,
);

/** 国务院第706号令 */
const ORDINAL_FIRST = new RegExp(`^(?:中华人民共和国)?([\\u4E00-\\u9FFF·]{2,40}?)第${ORDINAL}号令$`);

/** Only a decree of several agencies is longer. */
const LONGEST = 60;

const digits = (text: string): string => text.normalize("NFKC").replaceAll("○", "〇");

/** 二〇二三 → 2023 */
const yearDigits = (year: string): string =>
  digits(year).replaceAll(/[〇零一二三四五六七八九]/g, (digit) =>
    String("〇一二三四五六七八九".indexOf(digit === "零" ? "〇" : digit)),
  );

/** 国务院令 is written 国令 in the State Council's own index. */
const decreeAgency = (agency: string, kind: string): string =>
  agency === "国务院" && kind === "令" ? "国" : agency;

/**
 * A 文号 in one form, so that two ways of writing it compare equal: brackets 〔〕, ASCII digits, no blanks;
 * 中华人民共和国国务院令第706号 → 国令第706号. Null where the text as a whole is none.
 */
export const normaliseDocumentNumber = (text: string): string | null => {
  const plain = text.replaceAll(/[\s\u3000]+/g, "");
  if (plain.length > 160) return null;
  const turned = ORDINAL_FIRST.exec(plain);
  if (turned !== null && !/的|关于/.test(turned[1] ?? ""))
    return `${decreeAgency(turned[1] ?? "", "令")}令第${digits(turned[2] ?? "")}号`;
  const decree = DECREE.exec(plain);
  if (decree !== null) {
    const [, agency = "", kind = "", term, year, ordinal = ""] = decree;
    if (/的|关于/.test(agency)) return null;
    // 财政部 税务总局公告: the blank between joint issuers stays.
    const joint = splitOrganisations(text.slice(0, text.search(/公告|通告|令/)));
    if (joint.length < 2 && plain.length > LONGEST) return null;
    const issuers =
      joint.length > 1 ? joint.map((name) => shortOrganisation(name)).join(" ") : decreeAgency(agency, kind);
    const termPart = term === undefined ? "" : `〔${digits(term)}〕`;
    const yearPart = year === undefined ? "" : `${digits(year)}年`;
    return `${issuers}${kind}${termPart}${yearPart}第${digits(ordinal)}号`;
  }
  if (plain.length > LONGEST) return null;
  const bracketed = BRACKETED.exec(plain);
  if (bracketed !== null) {
    const [, agency = "", year = "", word = "", ordinal = ""] = bracketed;
    return `${agency}〔${yearDigits(year)}〕${word === "" ? "" : "字第"}${digits(ordinal)}号`;
  }
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst === null) return null;
  const [, year = "", agency = "", ordinal = ""] = yearFirst;
  // 〔2023〕第3号 below the name of who decrees is half a number.
  if (agency === "第") return null;
  return `〔${yearDigits(year)}〕${agency}${plain.includes("字") && !agency.endsWith("字") ? "字第" : "第"}${digits(ordinal)}号`;
};

/** The year that a 文号 names (国发〔2019〕5号 → 2019), or null. */
export const yearOfDocumentNumber = (number: string): string | null =>
  /〔(\d{4})〕|令(\d{4})年|公告(\d{4})年/.exec(number)?.slice(1).find(Boolean) ?? null;
