import type { Clause } from "../policy/clause.ts";
import { ownLabel, ownSpan } from "./clause-text.ts";

export const LISTED =
  /(?:符合|具备|满足|达到|具有|属于)(?:以下|下列|如下|下述)[^。：]{0,24}(?:条件|要求|标准|之一|情形)|(?:应|须|需|必须)当?(?:同时)?(?:具备|满足|符合|达到)(?:[：:]|$)|同时(?:具备|满足|符合)[：:]|(?:具备|满足|符合)的?(?:条件|要求)(?:[：:]|$)|(?:以下|下列|如下)(?:基本|必备|全部|各项|相关)?(?:条件|要求)/;
const HEADING =
  /^条件(?=[：:])|(?:申报|申请|认定|支持|扶持|返还|奖补|准入|入驻|资助|补贴|补助|奖励|评定|备案|享受|遴选|评选|参评|申领|基本|必备|受理|办理|入库|评价|授予|兑现|入选|专项)(?:的)?(?:基本|必备|一般|主体)?(?:条件|资格)|(?:认定|评价|申报|申请)(?:标准|要求)(?=[：\s。]|$)|适用范围|(?:支持|扶持|奖励|奖补|资助|申报|补贴|补助|申请|申领|认定|适用|享受|发放|返还|贴息|补偿|资金支持|支持和申报)(?:的)?(?:对象|主体|范围)/;
export const APPLIES_TO =
  /(?:本|该)(?:办法|措施|政策|细则|意见|规定|通知|指南|方案|条例|实施细则|若干措施)[^。，]{0,12}适用于|^适用于/;
export const DEFINED = /(?:所称|所指)[^。]{2,36}(?:是指|系指|，指|指(?=在|的|符合|注册|依))/;
export const APPLICANT_MUST =
  /(?:申报|申请(?:[^，。；]{2,10}的)?|参评|受支持|享受[^，。]{0,8}|扶持|获得[^，。]{0,10})(?:的)?[一-龥]{0,6}?(?:企业|单位|主体|机构|人|者|项目)(?:的)?，?[^，。：]{0,10}(?:应|须|需|必须)(?:当|同时)?(?:为|是|具备|具有|符合|满足|在|依法|未|无|没有|不存在)/;
/** 申报企业近三年无处罚, 申报单位研发人员不少于10人: said of the applicant without 应. */
const APPLICANT_IS =
  /^(?:申报|申请|参评|参选|受补助|享受[^，。]{0,8}政策)(?:的)?(?:企业|单位|主体|机构|人|者)(?:近[一二两三四五\d]|上一?年|最近|具有|具备|无|未|没有|不存在|注册|在[一-龥]{1,8}[市区县省]|信用|从事|为[一-龥]|属于|依法|已|持续|成立)|^(?:申报|申请|参评)(?:企业|单位|主体|机构)(?!可|按|通过|登录|填|提交|报送|提供|自行|自愿|于|将|对|的|承诺|材料|程序|是指|指|向|到|登陆|注册登录|应?提交)[^。]*(?:不低于|不少于|不超过|不高于|\d[^，。]{0,6}以[上内下])/;
/** 客房数量不少于5间: an article that only says how much there must be of something. */
export const BARE_NUMBER =
  /^(?![^，。]*(?:奖|补|资助|支持|额度|资金|经费|评审|专家|受理|公示|工作日|有效期|期限|扶持|给予|贴息|力争|目标|返还|减免|优惠|贷款|总量|年均|增长到|达产|抽取|名额))[^，。：；]{2,20}(?:(?:应当?|须|需|必须)?(?:不少于|不低于|不超过|不高于|不小于|≥|≤)|(?:应当?|须|需|必须)(?:在|达到?|为))\s*\d/;
/** 支持在本区注册的轨道交通企业: whom the document is for, as an article of its own. */
const SUPPORTS =
  /^(?:重点)?(?:支持|扶持)(?:在|注册|登记|工商)[^。；]{2,40}(?:注册|登记|纳税)(?!.*(?:给予|奖励|补贴|补助|资助|开展|建设))[^。]*(?:企业|单位|机构)[^。]*$/;
/** 面向注册在本区的中小微企业发放服务券: whom, without saying how much. */
export const FACES = /^面向[^。；]{4,80}(?:企业|单位|机构|人员|个人)(?:发放|提供|开展|组织|实施)[^。\d]*$/;
/** 设站单位应有…, 贷款须用于…: what must hold of whom or what is supported, not what is owed for it afterwards. */
const MUST_BE =
  /^(?!获|受|已)(?:符合[^，。]{2,16}的)?[一-龥]{0,6}(?:企业|单位|机构|主体|贷款|项目|产品|申请人|平台|中心|工厂|基地|团队)，?(?:还|均|同时|也)?(?:应当?|须|必须|需)(?:同时)?(?:为(?!其)|是|具备|注册|登记|属于|成立|从事|位于|通过|完成|达到|未|无|没有|不存在|已|具有|有|拥有|配备|符合|满足|用于|依法(?:登记|注册|设立|取得)|取得|在[一-龥]{1,8}(?:注册|登记|纳税|设立))/;
export const EXCLUDING =
  /^(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]）)?(?:不予|不得|不可|不能|不)(?:支持|奖励|补助|补贴|资助|扶持|受理|认定|申报|享受|贴息|兑现|推荐)(?:的)?(?:情形|情况|项目|对象|企业|单位|范围|主体)|^负面清单|(?:有|存在|发生|属于|出现)(?:以下|下列|如下)[^。]{0,16}(?:不予|不得|不能|不享受|不支持|不纳入|不适用|不再|取消|排除)|(?:不予|不得|不能|不享受|不支持|不纳入|不适用|取消)[^。]{0,16}(?:以下|下列|如下)|(?:以下|下列|如下)(?:情形|情况|主体|企业|单位|项目|对象|人员|行为|机构|贷款|融资|产品|合同|交易|订单)[^。]{0,8}(?:不予|不得|不能|不支持|不纳入|除外|不享受|不适用|排除|取消)/;

/** 该企业上一年度研发费用应在500万元以上: one sentence of a clause, said of the applicant that the others name. */
const SAID_OF =
  /^\s*(?:该|其|上述|受支持|申[报请])?(?:企业|单位|机构|主体|项目|公司|产品|平台|基地|申请人|法人)?[^，。]{0,26}?(?:应当?|须|需|必须)(?:同时)?(?:均|都)?(?:在|为|达到?|不低于|不少于|不超过|不高于|不得低于|不得少于|不得超过|≥|≤|位于|大于|超过)/;
/** What is to be done by applying, or owed afterwards. */
const PROCEDURE =
  /提交|提供|填报|填写|登录|承诺|退[回还]|评审|公示|审核|审查|拨付|协议|之日起|迁出|配合|报送|备查|接受|公布|监督|核查|验收|绩效|专家|受理|办理|结果|原则/;

/** Whether a sentence that gives nothing says what must hold of the applicant or of what is supported. */
export const statesCondition = (sentence: string): boolean =>
  !PROCEDURE.test(sentence) &&
  (APPLICANT_MUST.test(sentence) ||
    APPLICANT_IS.test(sentence) ||
    MUST_BE.test(sentence) ||
    SAID_OF.test(sentence) ||
    BARE_NUMBER.test(sentence.trim()));

/** What a clause is to its measure. */
export type EligibilityKind = "conditions" | "exclusions" | "definition" | "relaxation";

/** The words that begin a clause, where it says what it is about. */
const headOf = (text: string, clause: Clause): string => {
  const { start, end } = ownSpan(text, clause);
  const words = text.slice(start, Math.min(end, start + 160)).split(/[。\n]/)[0] ?? "";
  const label = ownLabel(text, clause);
  return label === null ? words : `${label}：${words}`;
};

/** 瞪羚企业标准: a heading above what such a company is; not what is paid. */
const STANDARDS =
  /^(?!.*(?:补贴|奖励|补助|资助|支持|扶持|资金|收费|贴息|返还|减免))[一-龥“”、]{2,14}(?:企业|机构|单位|平台|中心|基地|产品|人才)(?:认定|评定|评价|入库|申报)?(?:标准|条件)$/;

/** Rules out whom it describes, in the same sentence: 劳务派遣单位除外。 */
export const EXCEPTS =
  /(?:除外(?:，不适用[^。]*)?|(?:，|的(?:申报|申请)?(?:企业|单位|机构|主体|个人|项目|申请人)?，?|(?<=贷款|项目|产品|合同|交易|费用|企业|单位|公司|组织|团队|人员|个体工商户|个人|机构))(?:均|一律|原则上)?(?:不予(?:支持|认定|受理|奖励|补贴|补助|资助|申报|享受|兑现|返还|贴息|奖补|扶持|发放|评定|入库)|不得(?:再次|重复|再)?(?:申报|申请|申领|享受|参评|参与)[^。，]{0,12}|不适用本(?:办法|细则|政策|措施|规定)|不享受本[^。，]{2,10}|取消(?:其)?[^。，]{0,8}资格|暂停[^。，]{0,8}资格|不适用(?:本|该|上述)[^。]*|不属于(?:本[^，。]{0,6})?(?:补助|补贴|支持|奖励|扶持|资助|申报|享受)(?:的)?(?:对象|范围)|不(?:再|予)?受理[^。，]{0,14}|不(?:纳入|列入)[^。]*|不享受[^。]*|不(?:再)?(?:给予)?(?:支持|奖励|补贴)))$/;
export const ADDRESSES =
  /(?:支持|扶持|奖励|奖补|资助|申报|补贴|补助|申请|认定|适用|享受|发放|返还|贴息|补偿)(?:的)?(?:对象|主体|范围)(?:为|是|包括|：|应当?|须|需|必须)/;

/** 优秀的，奖励20万元；不合格的，取消资格: gives something too. */
const GIVES =
  /(?:给予|奖励|补助|补贴|资助)[^，。；]{0,8}\d|\d[^，。；]{0,6}(?:给予|奖励|补助|补贴|资助)|(?:最高|不超过)\d[^，。；]{0,8}元/;
/** 适用于在本市注册的企业，房地产企业除外: whom it addresses stands before whom it leaves out. */
const ADDRESSED_FIRST =
  /^(?<addressed>.*(?:适用于|(?:对象|主体|范围)(?:为|是|包括)|在[^，。]{1,10}(?:注册|登记)|法人)[^。]*)，(?<leftOut>[^，。]*除外)$/du;

/** Where the part begins of a sentence that leaves out some of those that it addresses before; null where it does not. */
export const exceptionStart = (sentence: string): number | null =>
  ADDRESSED_FIRST.exec(sentence)?.indices?.groups?.["leftOut"]?.[0] ?? null;

const onlyExcepts = (sentence: string): boolean =>
  EXCEPTS.test(sentence) && !GIVES.test(sentence) && exceptionStart(sentence) === null;

const sentencesOf = (text: string, clause: Clause): string[] => {
  const { start, end } = ownSpan(text, clause);
  return text
    .slice(start, end)
    .split(/[。\n]/)
    .filter((sentence) => sentence.trim() !== "");
};

/** 申报条件： and the like at the beginning, as a heading or with what it announces; not in the course of a sentence. */
const isHeaded = (head: string): boolean => {
  const match = HEADING.exec(head.slice(0, 24));
  // 扩大补贴范围 is a task, not a heading.
  const isTask =
    /^(?:扩大|放宽|明确|完善|提高|优化|规范|健全|调整|统一|细化|严格|简化|降低|合理|强化|加强)/.test(head);
  if (match === null || match.index > 12 || isTask) return false;
  const behind = head.slice(match.index + match[0].length);
  return behind.length <= 6 || /^[：:为是包（(、和与及]/.test(behind);
};

/** Whether a clause states who may apply, or who may not; null for neither. */
export const eligibilityKind = (text: string, clause: Clause): EligibilityKind | null => {
  const head = headOf(text, clause);
  const first = head.slice(0, 40);
  const sentences = sentencesOf(text, clause);
  if (/(?:放宽|降低|调整)(?:至|到|为)/.test(head)) return "relaxation";
  if (EXCLUDING.test(head) || (sentences.length > 0 && sentences.every((sentence) => onlyExcepts(sentence))))
    return "exclusions";
  if (isHeaded(head) && !/材料|程序|流程|时间/.test(head.slice(0, 10))) return "conditions";
  if (/(?:材料|资料|程序|流程)/.test(first) && !/条件/.test(head)) return null;
  if (
    LISTED.test(head) ||
    APPLIES_TO.test(head) ||
    APPLICANT_MUST.test(head) ||
    APPLICANT_IS.test(head) ||
    MUST_BE.test(head)
  )
    return "conditions";
  if (sentences.some((sentence) => ADDRESSES.test(sentence) || APPLIES_TO.test(sentence)))
    return "conditions";
  if (FACES.test(head) || SUPPORTS.test(head) || (clause.children.length > 0 && STANDARDS.test(head.trim())))
    return "conditions";
  return DEFINED.test(head) ? "definition" : null;
};
