import { expect, it } from "vitest";
import { readDocument } from "../ingest/read-document.ts";
import { matchProfile } from "../matching/match-profile.ts";
import { readProfile } from "../matching/read-profile.ts";
import { readMeasures } from "../measures/read-measures.ts";

const ASKED = "2026-11-22";

const verdictOf = async (condition: string, description: string): Promise<string | undefined> => {
  const text = [
    "赣州市产业扶持办法",
    "赣州市人民政府办公室",
    "2025年3月1日",
    "",
    "第一条 为推动产业发展，制定本办法。",
    `第二条 申请奖补的企业应当同时符合下列条件：\n（一）在赣州市注册；\n（二）${condition}。`,
    "第三条 对符合条件的企业，给予10万元一次性奖补。",
    "第四条 本办法自2025年4月1日起施行，有效期3年。",
  ].join("\n");
  const bytes = new TextEncoder().encode(text);
  const document = await readDocument({ documentId: "d", name: "d.txt", sha256: "d", bytes }, undefined);
  const profile = { region: "江西省赣州市", organisation: "enterprise", description } as const;
  const { measures } = matchProfile(readMeasures(document), {
    facts: readProfile(profile, ASKED),
    asOf: ASKED,
    limit: 10,
    statusOf: () => "in_force",
  });
  return measures.find(({ measure }) => measure.kind === "entitlement")?.verdict;
};

it.each([
  ["贷款本息已结清", "贷了300万，货款都已结清"],
  ["贷款本息已还清", "有一笔300万的贷款，每月付息，房贷已经还清"],
  ["为新招用职工缴纳社会保险费满12个月", "公司社保交了五年，今年8月招了3个人"],
  ["不属于批发零售业、房地产业企业", "主要卖服装，货从广州的工厂拿"],
  ["公共服务场地面积占比不低于15%", "场地3000平，企业和公共服务用掉了八成五"],
])("promises nothing: %s, %s", async (condition, description) => {
  expect(await verdictOf(condition, description)).not.toBe("applies");
});

it.each([
  ["贷款本息已结清", "贷了300万，本息都已结清"],
  ["贷款本息已还清", "有一笔300万的贷款，已经全部还清"],
])("still takes what is said for %s: %s", async (condition, description) => {
  expect(await verdictOf(condition, description)).toBe("applies");
});
