/** A value with its place in the canonical text. */
export interface LabelledValue {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export type HeadLabel =
  | "title"
  | "issuers"
  | "documentNumber"
  | "signedOn"
  | "publishedOn"
  | "effectiveFrom"
  | "effectiveTo";

const LABELS: readonly { readonly label: HeadLabel | null; readonly words: readonly string[] }[] = [
  { label: "title", words: ["标题", "名称", "文件名称", "信息名称", "公文名称"] },
  {
    label: "issuers",
    words: [
      "发文机关",
      "发文机构",
      "发文单位",
      "发布机构",
      "发布机关",
      "发布单位",
      "制定机关",
      "制发机关",
      "颁布单位",
    ],
  },
  { label: null, words: ["联合发文单位", "联合发文机构"] },
  {
    label: "documentNumber",
    words: ["发文字号", "发文文号", "文号", "文件编号", "文件号", "公文文号", "统一编号"],
  },
  {
    label: "signedOn",
    words: ["成文日期", "成文时间", "发文日期", "发文时间", "生成日期", "签发日期", "印发日期"],
  },
  { label: "publishedOn", words: ["发布日期", "发布时间", "公布日期", "公开日期", "颁布日期", "颁布时间"] },
  { label: "effectiveFrom", words: ["实施日期", "生效日期", "施行日期", "执行日期"] },
  { label: "effectiveTo", words: ["废止日期", "失效日期", "失效时间", "截止日期"] },
  {
    label: null,
    words: [
      "索引号",
      "主题分类",
      "主题词",
      "公文种类",
      "有效性",
      "效力状态",
      "时效性",
      "效力级别",
      "公开形式",
      "公开方式",
      "公开属性",
      "体裁分类",
      "服务对象",
      "信息分类",
      "组配分类",
      "类别",
      "来源",
      "浏览次数",
      "字号",
      "语种",
      "关键词",
    ],
  },
];

const spaced = (word: string): string => Array.from(word).join("[\\s\\u3000]*");
const BY_WORD = new Map(LABELS.flatMap(({ label, words }) => words.map((word) => [word, label] as const)));
const ANY = [...BY_WORD.keys()]
  .toSorted((one, other) => other.length - one.length)
  .map((word) => spaced(word))
  .join("|");
/** 发文字号：… | [发文字号] … | 【发文字号】… */
const LABEL = new RegExp(
  `(?:[\\[【]\\s*(${ANY})\\s*[\\]】]\\s*[:：]?|(?<![\\u4E00-\\u9FFF])(${ANY})\\s*[:：])[\\s\\u3000；;]*`,
  "g",
);

/** Far more than a line of labels has. */
const LONGEST_LABEL_LINE = 400;

/** Whether a line is a row of labels with their values (发布机构：… 发布日期：…), which no sentence goes on from. */
export const isLabelRow = (line: string): boolean => {
  if (line.length > LONGEST_LABEL_LINE) return false;
  const matches = [...line.matchAll(LABEL)];
  return matches.length > 1 && matches[0]?.index === 0;
};

interface Line {
  readonly content: string;
  readonly start: number;
}

/**
 * Reads the block of labels that government sites put above a document (发文机关：…, 成文日期：…), the value behind its
 * label or alone on the next line. `used` are the indices of the lines that belong to the block.
 */
export const readHeadLabels = (
  lines: readonly Line[],
): { readonly labels: ReadonlyMap<HeadLabel, LabelledValue>; readonly used: ReadonlySet<number> } => {
  const labels = new Map<HeadLabel, LabelledValue>();
  const used = new Set<number>();
  const keep = (label: HeadLabel | null, value: string, start: number): void => {
    const trimmed = value.replace(/[\s\u3000；;|]+$/, "");
    if (label === null || trimmed === "" || labels.has(label)) return;
    labels.set(label, { value: trimmed, start, end: start + trimmed.length });
  };
  for (const [index, line] of lines.entries()) {
    if (used.has(index)) continue;
    const matches = [...line.content.matchAll(LABEL)];
    const first = matches[0];
    if (first === undefined || first.index !== 0) continue;
    used.add(index);
    for (const [order, match] of matches.entries()) {
      const word = (match[1] ?? match[2] ?? "").replaceAll(/[\s\u3000]/g, "");
      const from = match.index + match[0].length;
      const value = line.content.slice(from, matches[order + 1]?.index ?? line.content.length);
      const label = BY_WORD.get(word) ?? null;
      if (value.trim() !== "") {
        keep(label, value, line.start + from);
        continue;
      }
      const next = lines[index + 1];
      if (order !== matches.length - 1 || next === undefined || /[。；]/.test(next.content)) continue;
      if (next.content.search(LABEL) === 0 || word === "主题词") continue;
      used.add(index + 1);
      keep(label, next.content, next.start);
    }
  }
  return { labels, used };
};
