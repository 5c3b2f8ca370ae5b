import type { RefusalReason } from "../policy/answer.ts";
import { givesOrder } from "./instruction-words.ts";
import { isOffTopic } from "./off-topic-words.ts";

/** Who asks what is done against it, or how it is done properly, does not ask to have it done: 非法删除数据库怎么处罚. */
const ASKS_RULES = /处罚|处分|罚款|法律责任|违法|犯罪|怎么罚|(?:什么|哪些|怎样的?)(?:程序|手续|部门)/;
const COMMANDS = /忽略|无视|提示词|扮演|假装|越狱|[替给帮]我|你/;
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
  if (givesOrder(question) && (COMMANDS.test(question) || !ASKS_RULES.test(question))) return "instruction";
  const topic = ABOUT_RULES.test(question) ? question.replaceAll(MATTERS, " ") : question;
  return isOffTopic(topic) ? "off_topic" : null;
};
