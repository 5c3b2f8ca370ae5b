/** An industry with the words that name it and the wider ones that hold it. */
interface Industry {
  readonly name: string;
  readonly words: readonly string[];
  readonly within: readonly string[];
}

const entry = (name: string, words: string, within = ""): Industry => ({
  name,
  words: [name, ...words.split(" ").filter((word) => word !== "")],
  within: within.split(" ").filter((word) => word !== ""),
});

/** Longer names stand before names that they contain. */
const INDUSTRIES: readonly Industry[] = [
  entry("新一代信息技术", "新一代信息技术产业 电子信息 信息技术产业 信息技术", "战略性新兴产业 高精尖产业"),
  entry(
    "人工智能",
    "AI 大模型 机器学习 智能机器人算法 计算机视觉 具身智能",
    "新一代信息技术 软件和信息服务 数字经济",
  ),
  entry("集成电路", "半导体 芯片", "新一代信息技术"),
  entry(
    "软件和信息服务",
    "软件和信息技术服务 软件与信息服务 软件和信息技术服务业 软件开发 软件业 软件产业 软件 信息服务业 互联网 云计算 大数据 SaaS",
    "新一代信息技术 数字经济",
  ),
  entry("数字经济", "数字产业 数字化服务", ""),
  entry("区块链", "", "新一代信息技术 数字经济"),
  entry("物联网", "", "新一代信息技术 数字经济"),
  entry("量子信息", "量子科技 量子计算", "新一代信息技术"),
  entry("网络安全", "信息安全", "新一代信息技术 软件和信息服务"),
  entry(
    "生物医药",
    "生物医药与健康 生物技术 生物医药产业 医药健康 创新药 制药 医药制造 生物与健康",
    "战略性新兴产业 高精尖产业",
  ),
  entry("医疗器械", "医疗设备", "生物医药"),
  entry("高端装备制造", "高端装备 智能装备 装备制造 智能制造 数控机床", "战略性新兴产业 制造业"),
  entry("机器人", "工业机器人", "高端装备制造 制造业"),
  entry("新能源汽车", "智能网联汽车 汽车制造", "战略性新兴产业 制造业"),
  entry("新能源", "光伏 风电 储能 氢能 锂电池", "战略性新兴产业"),
  entry("新材料", "先进材料 前沿材料", "战略性新兴产业"),
  entry("节能环保", "环保 绿色低碳 环境保护", "战略性新兴产业"),
  entry("航空航天", "商业航天 低空经济 无人机 卫星", "战略性新兴产业 高端装备制造"),
  entry("先进制造业", "先进制造", "制造业"),
  entry("制造业", "制造企业 工业企业 工业", ""),
  entry("文化创意", "文化产业 文创 动漫 游戏 数字内容 影视", "现代服务业"),
  entry("科技服务", "科技服务业 技术服务 检验检测 技术转移", "现代服务业"),
  entry("现代服务业", "生产性服务业", ""),
  entry("金融", "类金融 银行业 证券业 保险业 金融业 金融科技", "现代服务业"),
  entry("现代物流", "物流 仓储 供应链", "现代服务业"),
  entry("批发零售", "批发业 零售业 批发 零售 电子商务 跨境电商", "商贸"),
  entry("住宿餐饮", "餐饮 住宿业 餐饮业", "商贸"),
  entry("商贸", "商贸流通 商贸服务 商贸流通业 商贸业", ""),
  entry("旅游", "文化旅游 文旅", ""),
  entry("建筑业", "建筑企业 建筑施工", ""),
  entry("房地产", "房地产开发 房地产业", ""),
  entry(
    "农业",
    "现代农业 种业 农业科技 农产品加工 农产品 养殖 种植 粮食 大米 粮油 水产 果蔬 蔬菜 水果 茶叶 畜禽 畜牧 生猪 食用菌 花卉 苗木",
    "",
  ),
  entry("教育", "教育培训 职业教育 培训", ""),
  entry("养老", "养老服务 家政服务", ""),
  entry("娱乐业", "娱乐", ""),
  entry("烟草", "烟草制品", ""),
  entry("租赁和商务服务", "租赁 商务服务业", ""),
  entry("战略性新兴产业", "", ""),
  entry("未来产业", "", ""),
  entry("高精尖产业", "高精尖", ""),
];

/** What stands behind a word of the table that names no trade: 租赁园区载体 is done, 工业园 is a place. */
const NO_TRADE_BEFORE: Readonly<Record<string, RegExp>> = {
  租赁: /^(?!业|和商务|与商务|服务|企业|公司|机构|单位|行业|经营|业务|贸易|等|的|和|及|与|或)[一-龥]/,
  工业: /^(?:园|区|大道|设计|软件|互联网|和信息化|用地|厂房|旅游|遗产)/,
};

/** The industries that a text names, each at its place; a name inside a longer one is not read again. */
export const industriesIn = (
  text: string,
): { readonly name: string; readonly start: number; readonly end: number }[] => {
  const found: { name: string; start: number; end: number }[] = [];
  const words = INDUSTRIES.flatMap(({ name, words: all }) => all.map((word) => ({ name, word }))).toSorted(
    (a, b) => b.word.length - a.word.length,
  );
  for (const { name, word } of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      // AI inside a longer Latin word is no industry.
      if (/^[A-Za-z]/.test(word) && /[A-Za-z]/.test(`${text[at - 1] ?? ""}${text[end] ?? ""}`)) continue;
      if (NO_TRADE_BEFORE[word]?.test(text.slice(end)) === true) continue;
      if (found.every((other) => end <= other.start || at >= other.end)) found.push({ name, start: at, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
};

const PRODUCE = /^(?:农产品|粮食|大米|粮油|水产|果蔬|蔬菜|水果|茶叶|畜禽|畜牧|生猪|食用菌|花卉|苗木)$/;
const GROWN_BEFORE = /(?:种植?|养殖?|加工|生产)[^，。；！？\n]{0,8}$/;
const GROWN_BEHIND =
  /^[、和及与一-龥]{0,6}?(?:种植|养殖|加工|生产|基地)(?![一-龥]{0,2}(?:机|设备|装备|线|软件|系统|技术|废|用|包装))/;
/** 茶叶包装机械, 种植牙: made for a farm, or none of its business. */
const NOT_GROWN = /^[一-龥]{0,2}(?:机|设备|装备|包装|软件|系统|平台|店|超市|批发|零售|贸易|配送|牙|体|肥|药)/;

/** 安全、质量、环保都没出过事, 养老、医疗、失业都交了: no trade. */
const LISTED_BEFORE =
  /(?:安全|质量|税务|应急|消防|医疗|失业|工伤|生育)(?:生产|管理)?[、和跟]?$|(?:参加|缴纳?|交)(?:了|过)?$/;
const LISTED_BEHIND =
  /^[、和跟]?(?:安全|质量|应急|消防|医疗|失业|工伤|生育|保险|金)|^[、和一-龥]{0,4}(?:事故|处罚|违法|违规|罚款|手续|验收|部门)/;

/** The same in what a company says of itself: whoever sells fruit, or makes machines to pack tea, is no farm. */
export const ownIndustriesIn = (text: string): ReturnType<typeof industriesIn> =>
  industriesIn(text)
    .filter(({ start, end }) => {
      const word = text.slice(start, end);
      const behind = text.slice(end);
      if (
        /^(?:环保|养老|环境保护)$/.test(word) &&
        (LISTED_BEFORE.test(text.slice(0, start)) || LISTED_BEHIND.test(behind))
      )
        return false;
      if (word === "种植" || word === "养殖") return !NOT_GROWN.test(behind);
      // Alone, as the field of business that was filled in.
      if (!PRODUCE.test(word) || word === text.trim()) return true;
      return (
        GROWN_BEHIND.test(behind) || (GROWN_BEFORE.test(text.slice(0, start)) && !NOT_GROWN.test(behind))
      );
    })
    // Who calls itself 商贸 buys and sells.
    .map((each) => (each.name === "商贸" ? { ...each, name: "批发零售" } : each));

/** Whether this is the name of an industry that is known. */
export const isIndustry = (name: string): boolean => INDUSTRIES.some((each) => each.name === name);

/** An industry with all that hold it: 人工智能 is 新一代信息技术 and 战略性新兴产业 too. */
export const industryWithin = (name: string): ReadonlySet<string> => {
  const reached = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(INDUSTRIES.find((each) => each.name === next)?.within ?? []));
  }
  return reached;
};
