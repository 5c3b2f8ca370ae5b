import { parse } from "csv-parse/sync";
import { z } from "zod";
import { PolicyError } from "../policy/policy-error.ts";
import type { MatchReply } from "../contract/match.ts";
import type { Profile } from "../contract/profile.ts";
import { ProfileSchema } from "../contract/profile.ts";

/** One client of a table: what it is called there, and its profile. */
export interface Client {
  readonly name: string;
  readonly profile: Profile;
}

const CLIENTS = 200;
const RowsSchema = z.array(z.record(z.string(), z.string()));

/** What a column may be called. */
const COLUMNS: readonly { readonly field: keyof Profile | "name"; readonly names: readonly string[] }[] = [
  { field: "name", names: ["name", "名称", "企业名称", "公司名称", "客户", "企业"] },
  { field: "description", names: ["description", "简介", "描述", "说明"] },
  { field: "region", names: ["region", "地区", "注册地", "所在地"] },
  { field: "foundedOn", names: ["foundedon", "成立日期", "成立时间", "注册时间"] },
  { field: "industries", names: ["industries", "行业", "产业", "领域"] },
  { field: "employees", names: ["employees", "人数", "职工人数", "员工数"] },
  { field: "revenue", names: ["revenue", "营收", "营业收入", "营业收入（元）"] },
  { field: "assets", names: ["assets", "资产", "资产总额", "资产总额（元）"] },
  { field: "rdSpending", names: ["rdspending", "研发费用", "研发投入", "研发费用（元）"] },
  { field: "patents", names: ["patents", "专利", "专利数"] },
  { field: "qualifications", names: ["qualifications", "资质", "荣誉"] },
  { field: "organisation", names: ["organisation", "机构类型"] },
  { field: "needs", names: ["needs", "需求", "诉求"] },
];
const LISTS: ReadonlySet<string> = new Set(["industries", "qualifications", "needs"]);
const NUMBERS: ReadonlySet<string> = new Set(["employees", "revenue", "assets", "rdSpending", "patents"]);

const invalidTable = (zh: string, en: string, cause?: unknown): PolicyError =>
  new PolicyError({ code: "invalid_table", status: 422, message: { zh, en }, cause });

const fieldOf = (column: string): keyof Profile | "name" | null =>
  COLUMNS.find(({ names }) => names.includes(column.trim().toLowerCase()))?.field ?? null;

const valueOf = (field: string, text: string, line: number): unknown => {
  if (LISTS.has(field))
    return text
      .split(/[、;；|]/)
      .map((each) => each.trim())
      .filter((each) => each !== "");
  if (!NUMBERS.has(field)) return text;
  const value = Number(text.replaceAll(",", ""));
  if (Number.isFinite(value)) return value;
  throw invalidTable(
    `第 ${line} 行的 ${field} 不是数字：${text.slice(0, 40)}`,
    `Line ${line}: ${field} is not a number.`,
  );
};

/**
 * The clients of a CSV table. The first line names the fields, in English or Chinese; lists are separated by 、 or ;
 * @throws PolicyError `invalid_table` (422) naming the line
 */
export const readClients = (csv: string): Client[] => {
  let rows: z.infer<typeof RowsSchema>;
  try {
    rows = RowsSchema.parse(parse(csv, { columns: true, bom: true, skip_empty_lines: true, trim: true }));
  } catch (error) {
    throw invalidTable("不是合法的 CSV 表格。", "The table is not valid CSV.", error);
  }
  if (rows.length > CLIENTS) throw invalidTable(`最多 ${CLIENTS} 行。`, `At most ${CLIENTS} lines.`);
  return rows.map((row, place) => {
    const line = place + 2;
    const given: Record<string, unknown> = {};
    for (const [column, text] of Object.entries(row)) {
      const field = fieldOf(column);
      if (field !== null && text.trim() !== "") given[field] = valueOf(field, text.trim(), line);
    }
    const profile = ProfileSchema.safeParse(given);
    if (!profile.success) {
      const field = profile.error.issues[0]?.path.join(".") ?? "";
      throw invalidTable(`第 ${line} 行的 ${field} 不符合要求。`, `Line ${line}: ${field} is not valid.`);
    }
    return {
      name: typeof given["name"] === "string" ? given["name"] : String(place + 1),
      profile: profile.data,
    };
  });
};

const VERDICTS = { applies: "符合", may_apply: "可能符合", does_not_apply: "不符合" } as const;
const MARKS = { met: "✓", unmet: "✗", unknown: "？" } as const;

/** A cell that a spreadsheet takes for text, also where it begins like a formula. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The results as a CSV table: one line for each client and measure, with a byte-order mark for spreadsheets. */
export const writeMatches = (
  matches: readonly { readonly name: string; readonly reply: MatchReply }[],
): string => {
  const lines = [
    ["企业", "结论", "类别", "事项", "理由", "支持", "金额", "部门", "截止", "文件", "条款", "待补充"],
  ];
  for (const { name, reply } of matches) {
    const missing = reply.missing.map(({ question }) => question).join(" ");
    for (const measure of reply.measures) {
      const { citation } = measure;
      lines.push([
        name,
        VERDICTS[measure.verdict],
        measure.kind === "entitlement" ? "可申请" : "支持方向",
        measure.title,
        measure.conditions
          .map(
            ({ text, verdict, excludes }) =>
              `${MARKS[verdict]}${excludes === true ? "（排除情形）" : ""}${text}`,
          )
          .join("；"),
        measure.support,
        measure.amount ?? "",
        measure.department ?? "",
        measure.deadline ?? "",
        citation.documentTitle,
        citation.label,
        missing,
      ]);
    }
    if (reply.measures.length === 0)
      lines.push([name, "没有找到", "", "", "", "", "", "", "", "", "", missing]);
  }
  return `\uFEFF${lines.map((line) => line.map((text) => cell(text)).join(",")).join("\r\n")}\r\n`;
};
