import type { RefusalReason } from "../policy/answer.ts";

const INSTRUCTION =
  /(?:删掉?|删除|清空|清除|覆盖|篡改|修改)[^，。？?]{0,12}(?:知识库|索引|数据库|语料|全部文件|所有文件|规则|设定)|(?:知识库|索引|数据库)[^，。？?]{0,12}(?:删掉|删除|清空|清除)|忽略(?:以上|之前|前面|上面|所有|一切|你的)|(?:忘掉(?:你|以上|之前|前面|上面|先前|所有)|(?:^|[，。！!；;]|请|你)(?:忘记|忘了|抛开|丢开)(?:掉)?(?:你)?(?:的)?(?:以上|之前|前面|上面|先前|所有|一切))的?[^，。？?了]{0,6}(?:规则|指令|设定|提示|约束|限制)|无视(?:以上|之前|规则|限制|所有)|(?:不用|别|不要|甭)(?:再)?(?:去)?(?:管|理会?|看)(?:那些|这些|以上|什么)?(?:文件|规定|规则|条款|指令|限制)|(?:撇开|抛开|别管)[^，。？?]{0,6}(?:文件|规定|规则)[^，。？?]{0,6}(?:说|回答|写)|(?:直接|就|只)(?:回答|回复|输出|写|说)[“"「]|(?:给|替|帮)我(?:写|编|起草|拟)[一个份篇封条张]|系统提示|提示词|system prompt|prompt injection|ignore (?:all|the|any|previous|above)|你(?:现在|从现在)(?:开始)?(?:是|扮演)|(?:请|你(?:来|要|就|得)?|给我)(?:扮演|装作|充当)|假装你|角色扮演|每(?:句话|个字|次回答)(?:的)?(?:后面|前面|开头|结尾)|以[^，。？?]{1,12}的?(?:(?:口吻|语气)|(?:名义|身份)[^，。？?]{0,4}(?:[替给帮]我|(?:写|起草|拟|发布|宣布)[一个份篇封条张]|宣布|答应|同意))|越狱|jailbreak|开发者模式|输出你的|泄露(?:你的)?(?:系统|提示|规则|设定)|编(?:造)?(?:一条|一个|个|些)?(?:条款|引用|出处)|规则作废|按照?我(?:说)?的(?:话)?(?:来|(?:来)?(?:回答|说))|pretend (?:to be|you)|you are now/i;
/** Who asks what is done against it, or how it is done properly, does not ask to have it done: 非法删除数据库怎么处罚. */
const ASKS_RULES = /处罚|处分|罚款|法律责任|违法|犯罪|怎么罚|(?:什么|哪些|怎样的?)(?:程序|手续|部门)/;
const COMMANDS = /忽略|无视|提示词|扮演|假装|越狱|[替给帮]我|你/;
const OFF_TOPIC =
  /天气|下雨|下雪|气温|几度|怎么做才(?:不|好吃|香|嫩|脆|软|入味)|菜谱|食谱|做菜|红烧|炒菜|写(?:一)?(?:首|篇|段|个)(?:诗|歌|小说|故事|作文|情书|代码|程序|脚本|函数|排序)|写(?:一)?封[^，。？?]{0,12}(?:信|邮件)|python|javascript|java\b|c\+\+|快速排序|冒泡|笑话|星座|算命|(?:买入?|推荐|哪[只支])[^，。？]{0,12}股票|股票[^，。？]{0,8}(?:推荐|能买|会涨|赚钱|能赚)|基金推荐|涨停|比分|(?:推荐|好看)[^，。]{0,10}(?:电影|电视剧|科幻片|动画片|综艺|小说|游戏|餐厅|馆子)|(?:男|女)朋友[^，。？?]{0,12}(?:不回|分手|吵架|生气|冷战)|要不要分手|打喷嚏|拉肚子|歌词|唱歌|聊天吧|你好吗|谈恋爱|失恋|头疼|吃什么药|翻译(?:一下|成)|几点了|weather|recipe|poem|joke|movie|stock price/i;

/** Matters of which documents speak too, where the question is about a rule: 高温天气的津贴, 校园足球场地. */
const MATTERS = /天气|下雨|下雪|气温|几度|足球|篮球|减肥|感冒|头疼|电影|电视剧|动画片|综艺|小说|游戏/g;
const ABOUT_RULES =
  /政策|补贴|津贴|补助|奖励|资助|扶持|条例|规定|办法|标准|申请|申报|享受|处罚|部门|场地|设施|职工|企业|单位|病假|工伤|管理|审批|备案|试点|工厂|文件|国家|减排|园区|规划|方案/;

/** Subjects that are chat, unless the documents speak of them: 彩票 in a tax rule, 足球 in a plan for sports. */
const PERHAPS_OFF_TOPIC = /彩票|足球|篮球|感冒|减肥/;

/** The subject that is off topic where no document names it, or null. */
export const doubtfulSubject = (question: string): string | null =>
  PERHAPS_OFF_TOPIC.exec(question)?.[0] ?? null;

/** Questions that are declined by what they ask for, before anything is searched; null for all others. */
export const declineByKind = (question: string): RefusalReason | null => {
  if (INSTRUCTION.test(question) && (COMMANDS.test(question) || !ASKS_RULES.test(question)))
    return "instruction";
  const topic = ABOUT_RULES.test(question) ? question.replaceAll(MATTERS, " ") : question;
  return OFF_TOPIC.test(topic) ? "off_topic" : null;
};
