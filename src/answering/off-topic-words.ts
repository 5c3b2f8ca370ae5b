/** What has nothing to do with policy, by subject; each with the words for it. */
const SUBJECTS: Readonly<Record<string, RegExp>> = {
  weather: /天气|下雨|下雪|气温|几度|weather/i,
  cooking: /怎么做才(?:不|好吃|香|嫩|脆|软|入味)|菜谱|食谱|做菜|红烧|炒菜|recipe/i,
  writing:
    /写(?:一)?(?:首|篇|段|个)(?:诗|歌|小说|故事|作文|情书|代码|程序|脚本|函数|排序)|写(?:一)?封[^，。？?]{0,12}(?:信|邮件)|poem/i,
  programming: /python|javascript|java\b|c\+\+|快速排序|冒泡/i,
  amusement: /笑话|星座|算命|歌词|唱歌|聊天吧|joke|movie/i,
  stocks:
    /(?:买入?|推荐|哪[只支])[^，。？?]{0,12}股票|股票[^，。？?]{0,8}(?:推荐|能买|会涨|赚钱|能赚)|基金推荐|涨停|stock price/i,
  scores: /比分/,
  whatToWatchOrEat: /(?:推荐|好看)[^，。]{0,10}(?:电影|电视剧|科幻片|动画片|综艺|小说|游戏|餐厅|馆子)/,
  love: /(?:男|女)朋友[^，。？?]{0,12}(?:不回|分手|吵架|生气|冷战)|要不要分手|谈恋爱|失恋/,
  health: /打喷嚏|拉肚子|头疼|吃什么药/,
  chat: /你好吗|翻译(?:一下|成)|几点了/,
};

/** Whether a question is about something that no policy speaks of. */
export const isOffTopic = (question: string): boolean =>
  Object.values(SUBJECTS).some((words) => words.test(question));
