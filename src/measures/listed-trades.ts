import { industriesIn } from "./industries.ts";
import type { TextSpan } from "./requirement.ts";

const ITEM = "[一-龥A-Za-z0-9]{2,16}";
/** 稀土功能材料制造、风电装备制造、金属结构制造三个细分行业 */
const LIST = new RegExp(
  `(?<list>${ITEM}(?:、${ITEM}?)+)(?:(?<open>等)(?:[一二两三四五六七八九十\\d]+(?:大|个|类|项)?)?|[一二两三四五六七八九十\\d]+(?:大|个|类|项))(?:重点|细分|主导|支柱|特色|优势|传统|战略性|新兴|制造业?|支持|试点)*(?:行业|领域|产业|赛道)(?!链|园|基金|集群)`,
  "du",
);
const LEAD =
  /^.*(?:支持|面向|聚焦|围绕|限于|仅限|适用于|属于|从事|主营业务(?:为|是)?|主要经营|业务为|范围[为是]|行业为|(?:^|本次|应当?|须|重点)(?:对|为|在|是))/u;
/** With such words before it a list is read with the industries that are known. */
const FRAMED = /从事|主营|主要经营|业务为|属于/;

/** A list of trades in words of the text, one of which suffices; offsets into the part. */
export interface ListedTrades extends TextSpan {
  readonly others: readonly string[];
  /** The text ends its list with 等. */
  readonly open: boolean;
}

/** The trades that a part lists and counts, where not all of them are known by name; null where it does not. */
export const listedTrades = (part: string): ListedTrades | null => {
  const match = LIST.exec(part);
  const list = match?.indices?.groups?.["list"];
  if (match === null || list === undefined) return null;
  const words = part.slice(...list);
  const lead = LEAD.exec(words.split("、")[0] ?? "")?.[0] ?? "";
  const own = words.slice(lead.length).replace(/[一二两三四五六七八九十\d]+$/, "");
  const others = own.split(/、|以及/).filter((each) => each !== "");
  const known = industriesIn(own);
  const areKnown = others.every((each) => known.some(({ start, end }) => own.slice(start, end) === each));
  const isFramed = known.length > 0 && FRAMED.test(part.slice(0, list[0] + lead.length));
  if (others.length < 2 || areKnown || isFramed) return null;
  return {
    start: list[0] + lead.length,
    end: match.index + match[0].length,
    others,
    open: match.groups?.["open"] !== undefined,
  };
};
