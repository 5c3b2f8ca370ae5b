import { measuredField } from "../measures/numeric-fields.ts";
import { readQuantities } from "../measures/read-quantities.ts";
import type { NumericField } from "../measures/requirement.ts";
import type { FactSource } from "./facts.ts";

/** Numbers by what they measure, each with the words that say it. */
export type SaidNumbers = ReadonlyMap<NumericField, { readonly value: number; readonly source: FactSource }>;

const said = (value: number, text: string): { readonly value: number; readonly source: FactSource } => ({
  value,
  source: { from: "description", text: text.trim() },
});

const partsOf = (text: string): string[] =>
  text.split(/[，。；、！？\n]|,(?!\d)/).filter((part) => part.trim() !== "");

/** 去年卖了1.2亿: all that was sold in one whole year, in yuan. 3000万只口罩, 3000万日元 and 2000万定金 are no revenue. */
const SOLD =
  /(?:去年|上一?年度?|(?<![\d一二三四五六七八九十近前这那])一年)(?:全年|一共|总共|大概|差不多|公司|我们)*(?:卖了|卖出了?|销了|销售了?|进账)(?:差不多|大概|约|近)?(?<sum>[\d.,]+\s?[万亿])(?:元)?(?:左右)?(?:的?货)?(?=[，。；！？\n]|$)/u;

const NO_PATENTS = /(?:没有|无|暂无|还没|尚无)(?:任何|自己的|授权|有效)?(?:发明)?专利/;

/** The numbers of a company that a description states, money in yuan, shares in percent. */
export const readSaidNumbers = (text: string): SaidNumbers => {
  const found = new Map<NumericField, { value: number; source: FactSource }>();
  // 12个人 counts people.
  const plain = text
    .replace(/(?<=[\d一二三四五六七八九十百千两])多?个(?=人)/g, "")
    .replace(/(?<=[\d一二三四五六七八九十百千两])多?个(?=(?:在职|全职|正式|在册)?(?:员工|职工))/g, "名")
    .replace(/(?<=[\d一二三四五六七八九十百千两])个(?=[一-龥]{1,5}人员)/g, "名")
    .replace(/块钱?/g, "元");
  let last: NumericField | null = null;
  for (const part of partsOf(plain)) {
    // 今年新招了20个人: not the whole staff.
    if (/新招|新增|招了|招用|录用/.test(part)) continue;
    let from = 0;
    for (const quantity of readQuantities(part)) {
      const before = part.slice(from, quantity.start);
      const after = part.slice(quantity.end);
      let field = measuredField(before, after, quantity.unit)?.field ?? null;
      // 50人里有20个研发人员: the first number counts all.
      if (quantity.unit === "person" && before === "" && /^(?:里|中|当中|，?其中)/.test(after))
        field = "employees";
      from = quantity.end;
      if (
        field === null &&
        quantity.unit === "person" &&
        /^\s*(?:的)?(?:团队|规模|公司|企业|左右|多|里|中|都|全|$)|^$/.test(after)
      ) {
        field = "employees";
      }
      if (
        field === null &&
        quantity.unit === "percent" &&
        last === "rdSpending" &&
        /占|比/.test(before + after)
      )
        field = "rdRatio";
      if (
        field === "other" &&
        quantity.unit === "percent" &&
        last === "rdSpending" &&
        /^[^长]*占[^员工人]*$/.test(before)
      )
        field = "rdRatio";
      if (field === null || field === "other" || field === "age") continue;
      last = field;
      // 超过20亿元 is more than that.
      const value = quantity.range?.minOpen === true ? quantity.value + 1 : quantity.value;
      if (!found.has(field)) found.set(field, said(value, part));
    }
  }
  const spent =
    /研发(?:上|方面|一共|共|总共)?(?:就)?(?:归集了?|花了?|用了?|投了?|投入了?|支出了?|占了?)(?<a>[^，。；]{2,10})|(?<b>[\d.]+[万亿]?元?)(?:都)?(?:投到|投入|花在|用在|用于|投在)(?:了)?研发/u.exec(
      plain,
    );
  const money = readQuantities(spent?.groups?.["a"] ?? spent?.groups?.["b"] ?? "").find(
    ({ unit }) => unit === "yuan" || unit === "bare",
  );
  if (spent !== null && money !== undefined && !found.has("rdSpending"))
    found.set("rdSpending", said(money.value, spent[0]));
  const sold = SOLD.exec(plain)?.groups?.["sum"];
  const [income] = readQuantities(sold ?? "");
  if (sold !== undefined && income !== undefined && !found.has("revenue"))
    found.set("revenue", said(income.value, sold));
  const none = NO_PATENTS.exec(plain);
  if (none !== null && !found.has("patents")) found.set("patents", said(0, none[0]));
  return found;
};
