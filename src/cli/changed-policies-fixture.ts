import { writeFile } from "node:fs/promises";
import path from "node:path";

/** Writes what an ingest finds changed: a new document of 60 clauses, and another amount in `plan.txt`. */
export const writeChangedPolicies = async (folder: string): Promise<void> => {
  const clauses = Array.from({ length: 60 }, (_, index) => ({
    id: `housing-${index}`,
    document: "人才公寓办法",
    text: `第${index}类人才申请人才公寓，由住房保障部门在${index + 3}个工作日内办结。`,
  }));
  await writeFile(path.join(folder, "housing.jsonl"), clauses.map((line) => JSON.stringify(line)).join("\n"));
  await writeFile(path.join(folder, "plan.txt"), "支持办法\n\n第一条 对认定的企业给予80万元奖励。\n");
};
