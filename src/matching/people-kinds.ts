/** A kind of people in an order of kinds: 硕士 is above 本科. Offsets into the text. */
export interface PeopleKind {
  readonly order: "degree" | "title" | "skill";
  readonly rank: number;
  /** 本科以上: those above too. */
  readonly up: boolean;
  readonly start: number;
  readonly end: number;
}

const UP = "(?<up>(?:（含[^）]*）)?(?:学历|学位|职称|水平)?(?:（含[^）]*）)?[及或]?以上)?";
const BEHIND = "(?:学历|学位|文凭|专业技术职称|技术职称|职称)?";

const ORDERS: readonly {
  readonly order: PeopleKind["order"];
  readonly ranks: Readonly<Record<string, number>>;
  readonly pattern: RegExp;
}[] = [
  {
    order: "degree",
    ranks: { 中专: 1, 高中: 1, 大专: 2, 专科: 2, 本科: 3, 学士: 3, 硕士: 4, 研究生: 4, 博士: 5 },
    pattern: new RegExp(
      `(?:全日制|大学)?(?<kind>中专|高中|大专|专科|本科|学士|硕士(?=研究生)|硕士|博士(?=研究生)|博士|(?<![硕博]士)研究生)(?:研究生)?(?!后|[^，。；]{0,4}(?:工作站|流动站|授权点)|院校)${UP}${BEHIND}`,
      "gu",
    ),
  },
  {
    order: "title",
    ranks: { 初级: 1, 中级: 2, 副高级: 3, 副高: 3, 高级: 3, 正高级: 4, 正高: 4 },
    pattern: new RegExp(
      `(?<kind>初级|中级|副高级?|正高级?|高级)(?=（含|[及或]?以上(?:专业)?(?:技术)?职称|(?:专业)?(?:技术)?职称)(?:（含[^）]*）)?(?:(?:专业)?(?:技术)?职称)?${UP}${BEHIND}`,
      "gu",
    ),
  },
  {
    order: "skill",
    ranks: { 初级工: 1, 中级工: 2, 高级工: 3, 技师: 4, 高级技师: 5 },
    pattern: new RegExp(`(?<kind>初级工|中级工|高级工(?!程师)|高级技师|(?<!高级)技师)${UP}`, "gu"),
  },
];

/** The kinds of people that a text names, in text order. */
export const peopleKindsIn = (text: string): readonly PeopleKind[] =>
  ORDERS.flatMap(({ order, ranks, pattern }) =>
    [...text.matchAll(pattern)].map(({ index, 0: words, groups }) => ({
      order,
      rank: ranks[groups?.["kind"] ?? ""] ?? 0,
      up: groups?.["up"] !== undefined,
      start: index,
      end: index + words.length,
    })),
  ).toSorted((a, b) => a.start - b.start);
