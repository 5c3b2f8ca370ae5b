import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

const TOPICS = [
  "概念验证平台建设",
  "首台（套）重大技术装备",
  "高层次人才住房保障",
  "中小企业贷款贴息",
  "知识产权质押融资",
  "科研仪器开放共享",
  "数据要素市场培育",
  "孵化器运营奖励",
  "绿色工厂认定",
  "首次公开发行上市辅导",
] as const;
const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"] as const;

/** How many states the corpus has; state 0 follows the last one. */
export const CORPUS_STATES = 6;

/** Questions whose hits differ between any two states. */
export const PROBES = [
  "概念验证平台给予多少奖励",
  "人才住房保障",
  "贷款贴息的比例",
  "第三条 数据要素",
] as const;

const measures = (title: string, amounts: readonly number[]): string =>
  [
    title,
    ...amounts.map(
      (amount, index) =>
        `第${NUMERALS[index] ?? ""}条 对开展${TOPICS[index] ?? ""}的企业，给予最高${amount}万元奖励。`,
    ),
    "",
  ].join("\n\n");

const amountsFor = (count: number, base: number): number[] =>
  Array.from({ length: count }, (_, index) => base + 10 * index);

/**
 * Writes the corpus as it is in a state: about 40 clauses, of which some stay, some change, and whole files come
 * and go; one name occurs in two folders.
 */
export const writeCorpus = async (folder: string, state: number): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, "district"), { recursive: true });
  const files: [name: string, text: string][] = [
    ["steady.txt", measures("稳定措施", amountsFor(8, 100))],
    ["measures.txt", measures(`支持办法第${state + 1}版`, amountsFor(10, 200 + 7 * state))],
    ["district/measures.txt", measures("区支持办法", amountsFor(6, 300 + (state % 2)))],
    [
      "articles.jsonl",
      ["甲法", "乙法"]
        .flatMap((document, which) =>
          Array.from({ length: 5 + ((state + which) % 2) }, (_, index) =>
            JSON.stringify({
              id: `${document}-${index + 1}`,
              title: `第${NUMERALS[index] ?? ""}条`,
              text: `${TOPICS[index] ?? ""}由主管部门在${30 + state}日内办结。`,
              document: which === 1 && state % 3 === 0 ? "丙法" : document,
            }),
          ),
        )
        .join("\n"),
    ],
  ];
  if (state % 2 === 1) files.push(["passing.txt", measures("暂行措施", amountsFor(7, 500 + state))]);
  for (const [name, text] of files) await writeFile(path.join(folder, name), text);
};
