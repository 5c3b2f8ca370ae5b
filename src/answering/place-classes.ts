/** What rules call places of a kind, where a question names one of them: the 4, 27 and 5 of today. */
const CLASSES: readonly (readonly [string, readonly string[]])[] = [
  ["直辖市", "北京 天津 上海 重庆".split(" ")],
  [
    "省会",
    "石家庄 太原 呼和浩特 沈阳 长春 哈尔滨 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 南宁 海口 成都 贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐".split(
      " ",
    ),
  ],
  ["计划单列市", "深圳 大连 青岛 宁波 厦门".split(" ")],
];

/** The kinds of city that a place is one of: 上海 is a 直辖市. */
export const classesOfPlace = (place: string): string[] =>
  CLASSES.filter(([, places]) => places.includes(place)).map(([name]) => name);
