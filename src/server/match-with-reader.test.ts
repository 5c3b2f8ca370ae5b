import { describe, expect, it } from "vitest";
import { readDocument } from "../ingest/read-document.ts";
import type { Measure } from "../measures/measure.ts";
import { readMeasures } from "../measures/read-measures.ts";
import type { ConditionPair, ConditionReader } from "../text-models/pair-reader.ts";
import type { Match } from "../matching/match-profile.ts";
import { matchWithReader } from "../matching/match-profile.ts";
import { READER_LIMITS } from "../matching/reader-pass.ts";
import { readProfile } from "../matching/read-profile.ts";

const ASKED = "2026-11-22";
const TEXT = `晋江市鞋服企业升级奖补办法
晋江市工业和信息化局
2025年3月1日

第一条 为推动鞋服产业升级，制定本办法。
第二条 申请奖补的企业应当同时符合下列条件：
（一）在晋江市注册，具有独立法人资格；
（二）单独核算研发支出；
（三）展厅面积不低于200平方米；
（四）未被列入严重失信主体名单。
第三条 主营业务为批发零售的企业，不予奖补。
第四条 对符合条件的企业，给予10万元一次性奖补。
第五条 本办法自2025年4月1日起施行，有效期3年。
`;
const document = await readDocument(
  { documentId: "d", name: "d.txt", sha256: "d", bytes: new TextEncoder().encode(TEXT) },
  undefined,
);
const MEASURES = readMeasures(document);

type Table = Readonly<Record<string, Readonly<Record<string, readonly [met: number, unmet: number]>>>>;

/** A reader that knows what its table says, by parts of a condition and of what is said, and notes what it is asked. */
const tableReader = (table: Table): ConditionReader & { readonly asked: ConditionPair[] } => {
  const asked: ConditionPair[] = [];
  return {
    asked,
    readConditions: async (pairs) => {
      asked.push(...pairs);
      return pairs.map(({ condition, said }) => {
        const row = Object.entries(table).find(([words]) => condition.includes(words))?.[1] ?? {};
        const [met, unmet] = Object.entries(row).find(([words]) => said === words)?.[1] ?? [0, 0];
        return { met, unmet };
      });
    },
  };
};

const match = async (
  says: string,
  table: Table,
  { measures = MEASURES, limits = READER_LIMITS, profile = {} } = {},
): Promise<Match & { readonly asked: readonly ConditionPair[] }> => {
  const reader = tableReader(table);
  const facts = readProfile({ description: says, region: "福建省泉州市晋江市", ...profile }, ASKED);
  const request = { facts, asOf: ASKED, limit: 10, statusOf: () => "in_force" as const };
  const found = await matchWithReader(measures, request, reader, async () => document.text, limits);
  return { ...found, asked: reader.asked };
};

const SAYS = "我们是一家有限公司，做童鞋的，研发的账一笔一笔另外记，展示用的地方有260平，没在坏名单上挂过号";
const BOOKS = { 研发的账一笔一笔另外记: [0.97, 0.01] } as const;
const ROOM = { 展示用的地方有260平: [0.95, 0.02] } as const;
const CREDIT = { 没在坏名单上挂过号: [0.96, 0.01] } as const;
const TRADE = { 做童鞋的: [0.95, 0.02] } as const;
const ALL: Table = { 核算: BOOKS, 展厅: ROOM, 失信: CREDIT, 批发: TRADE };

const verdictOf = ({ measures }: Match): string | undefined => measures[0]?.verdict;
const actualsOf = ({ measures }: Match): readonly unknown[] =>
  measures[0]?.conditions.map(({ actual }) => actual) ?? [];

describe("what a reader tells of conditions that no rule decides", () => {
  it("is taken where it is sure, with the words that decided it", async () => {
    const byRule = await match(SAYS, {});
    expect(verdictOf(byRule)).toBe("may_apply");
    const found = await match(SAYS, ALL);
    expect(verdictOf(found)).toBe("applies");
    expect(actualsOf(found)).toEqual(
      expect.arrayContaining(["研发的账一笔一笔另外记", "展示用的地方有260平", "做童鞋的"]),
    );
  });

  it("leaves open what it is not sure of, or reads in two ways", async () => {
    const unsure = await match(SAYS, { ...ALL, 核算: { 研发的账一笔一笔另外记: [0.6, 0.05] } });
    expect(verdictOf(unsure)).toBe("may_apply");
    const both = await match(SAYS, {
      ...ALL,
      核算: { ...BOOKS, "做童鞋的，研发的账一笔一笔另外记": [0.01, 0.95] },
    });
    expect(verdictOf(both)).toBe("may_apply");
  });

  it("rules a measure out where a condition is unmet, and asks for nothing more", async () => {
    const found = await match(SAYS, { ...ALL, 批发: { 做童鞋的: [0.01, 0.96] } });
    expect(verdictOf(found)).toBe("does_not_apply");
    expect(found.missing).toEqual([]);
  });

  it("is no denial where what it denies has nothing to do with what is asked", async () => {
    const denied = { 没在坏名单上挂过号: [0.01, 0.96] } as const;
    expect(verdictOf(await match(SAYS, { ...ALL, 核算: { ...denied, ...BOOKS } }))).toBe("applies");
    const own = SAYS.replace("研发的账一笔一笔另外记", "研发的账没有另外核算");
    const isOwn = await match(own, { ...ALL, 核算: { 研发的账没有另外核算: [0.01, 0.96] } });
    expect(verdictOf(isOwn)).toBe("does_not_apply");
  });

  it("compares numbers by rule, whatever the reader thinks of them", async () => {
    const found = await match(SAYS.replace("260", "160"), {
      ...ALL,
      展厅: { 展示用的地方有160平: [0.95, 0.01] },
    });
    expect(verdictOf(found)).toBe("does_not_apply");
    expect(found.asked.filter(({ condition }) => condition.includes("展厅"))).not.toEqual([]);
    for (const { condition, said } of found.asked)
      if (condition.includes("展厅")) expect(said).toContain("160平");
  });

  it.each([
    ["展示用的地方有260平", [0.95, 0.02], "applies"],
    ["展示用的地方有260平", [0.03, 0.97], "may_apply"],
    ["展示用的地方没有260平", [0.95, 0.02], "may_apply"],
    ["展示用的地方打算弄到260平", [0.95, 0.02], "may_apply"],
    ["展示用的地方超过260平", [0.95, 0.02], "applies"],
    ["展示用的地方超过160平", [0.95, 0.02], "may_apply"],
    ["展示用的地方不到200平", [0.95, 0.02], "does_not_apply"],
    ["展示用的地方将近200平", [0.95, 0.02], "may_apply"],
  ] as const)(
    "takes a number for one that is met only where it is said so: %s %j",
    async (words, told, is) => {
      const says = SAYS.replace("展示用的地方有260平", words);
      expect(verdictOf(await match(says, { ...ALL, 展厅: { [words]: told } }))).toBe(is);
    },
  );

  it("asks of what is ruled out as of something that is ruled out", async () => {
    const { asked } = await match(SAYS, {});
    expect(asked.some(({ condition }) => condition === "主营业务为批发零售的，不予支持")).toBe(true);
    expect(asked.some(({ condition }) => condition === "未被列入严重失信主体名单")).toBe(true);
  });

  it("is asked nothing of places, of fields that are filled in, or without a description", async () => {
    const { asked } = await match(SAYS, ALL, { profile: { industries: ["鞋类制造"] } });
    expect(asked.some(({ condition }) => /晋江|批发/.test(condition))).toBe(false);
    expect((await match("", ALL)).asked).toEqual([]);
  });

  it("is asked nothing of a measure that a rule has excluded", async () => {
    const { asked, measures } = await match(SAYS, ALL, { profile: { region: "福建省厦门市" } });
    expect(measures.map(({ verdict }) => verdict)).toEqual(["does_not_apply"]);
    expect(asked).toEqual([]);
  });

  it("is asked no more than the limits allow, the likeliest words of each condition first", async () => {
    const limits = { ...READER_LIMITS, pairs: 4 };
    const { asked } = await match(SAYS, {}, { limits });
    expect(asked).toHaveLength(4);
    expect(new Set(asked.map(({ condition }) => condition)).size).toBe(4);
    const many: Measure[] = Array.from({ length: 40 }, () => MEASURES).flat();
    const whole = await match(SAYS, {}, { measures: many });
    expect(whole.asked.length).toBeLessThanOrEqual(READER_LIMITS.pairs);
  });

  it("lets others be answered before it has read all measures", async () => {
    let isAnswered = false;
    setImmediate(() => {
      isAnswered = true;
    });
    const seen: boolean[] = [];
    const reader: ConditionReader = {
      readConditions: async (pairs) => {
        seen.push(isAnswered);
        return pairs.map(() => ({ met: 0, unmet: 0 }));
      },
    };
    const description = Array.from({ length: 400 }, (_, at) => `第${at}间展厅有${at}平`).join("，");
    const facts = readProfile({ description, region: "福建省泉州市晋江市" }, ASKED);
    const request = { facts, asOf: ASKED, limit: 10, statusOf: () => "in_force" as const };
    await matchWithReader(MEASURES, request, reader, async () => document.text, READER_LIMITS);
    expect(seen).toEqual([true]);
  });
});
