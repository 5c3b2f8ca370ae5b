import { industriesIn } from "./industries.ts";
import type { TextSpan } from "./requirement.ts";

/** 带动能力, 负债与信用, 质量安全: what an item calls itself by, in nouns alone. */
const NAMES_A_MATTER =
  /^[一-龥、]{0,8}(?:能力|形式|规模|效益|产品|信用|信誉|安全|质量|水平|基础|实力|状况|情况|条件|资格|资质|主体|对象|团队|人员|设施|场地|制度|管理|机制|保障|成果|业绩|贡献|作用|带动|效果|成效|结构|市场|品牌|竞争力|创新|研发|投入|产出|方向|领域|内容|范围|地域|区域|年限|时间|时限|期限|要求|指标|标准|方面|环保|财务|纳税|税收|就业|技术|装备|工艺|设备|服务|运营|经营|性质|属性|类型|类别|方式|信息化|数字化|绿色化|专业化|精细化|特色化|新颖化|依托单位|合规|诚信|负债|权属|知识产权)$/;
/** 具有研发能力, 信用良好, 依法纳税: asked for in a few words. */
const ASKS =
  /^(?:具有?|具备|拥有|有(?!效)|无(?!形|人)|未|没|不|依法|合法|规范|正常|按[时期规]|如实|诚信|守|建[有立]|设[有立]|注册|登记|从事|属于?|符合|满足|达到|通过|取得|获得|持有?|在|为|是|能|可|应|须|需|已|自主|独立|实行|实施|开展|完成|加强|提高|注重|重视|遵守|遵纪)|健全|完善|良好|优良|达标|合格|齐全|完备|稳定$|较[强高好大]|突出|显著|明显|领先|合理|清晰|真实/;
const LABEL_LENGTH = 10;

/** Whether the first sentence of an item only names what the sentences behind it are about; 新材料领域 asks for a trade. */
export const isItemHeading = (sentence: string): boolean => {
  const words = sentence.trim();
  return (
    words.length <= LABEL_LENGTH &&
    NAMES_A_MATTER.test(words) &&
    !ASKS.test(words) &&
    industriesIn(words).length === 0
  );
};

/** The sentences of an item without the one that only names it: 带动能力。通过订单…带动农户300户以上。 */
export const withoutHeading = (text: string, segments: readonly TextSpan[]): readonly TextSpan[] => {
  const [head, ...others] = segments;
  if (head === undefined || others.length === 0 || text[head.end] !== "。") return segments;
  return isItemHeading(text.slice(head.start, head.end)) ? others : segments;
};

/** 已通过平台填报, 经主管部门推荐的企业: done before one applies, which is asked for. */
const DONE = /已|完成|通过(?:审核|评审|验收|初审)|(?:的|者|名单|目录|企业|单位)$/;
/** 每家企业限报1个项目: how much one may apply for. */
const HOW_MANY =
  /^(?:原则上)?(?:每[家个户]?|同一|单[个家]|一[家个]|各)(?:申[报请])?(?:企业|单位|主体|机构|申请人|法人|集团)?[^，。；]{0,12}?(?:限|只能|仅能|仅可|只可|最多|至多|不超过|不得超过)(?:申?报|申请|推荐|选择)[^，。；]{0,8}[\d一二两三][个项次类](?:项目|产品|方向|课题|领域|类别|类型|专题|奖项|政策|支持|申报|申请|、)*$/u;
/** 企业于…登录…平台填报: how one applies; what is filled in there, 填报上年度研发费用, is asked for. */
const FILLS_IN =
  /(?:登[录陆]|通过|在|进入|访问)[^，。；]{2,40}(?:平台|系统|网站|官网|网|小程序|APP|专栏|模块)[^，。；]{0,8}(?:在线|网上)?(?:自主|自愿|如实|进行|注册并|注册、)?(?:填报|申报|提交|上传|填写|报名|注册)(?:申报|申请|相关|项目|材料|资料|信息|书|表|、)*$/iu;
/** 各区县工信局审核后汇总上报: what offices do with it. */
const BY_OFFICES =
  /^(?:请)?(?:由|经)?(?:各|所在|属地)[一-龥、（）()]{0,24}?(?:局|委|办|部门|单位|管委会|街道|镇|乡|机构)(?:会同|联合|、|和|及|商|与)?[^，。；]{0,30}(?:审核|初审|审查|核查|汇总|上报|报送|推荐|组织|受理|把关)[^，。；]{0,24}$/u;

/** 在统计联网直报平台填报, 部门审核的研发费用不低于100万元: what is reported, or how much. */
const REPORTED =
  /统计|直报|出口|额|费用|收入|\d[\d.]*\s?(?:[万亿元%人家件名]|个(?!工作日)|平方米)|以上|不低于|不少于|不超过/u;
/** …填报，项目总投资不低于500万元: asked for besides. */
const ASKED_BESIDES =
  /\d(?![\d月日]|年\d|年底|年末)|[一二三四五六七八九十百千万两]\s?[个年家件项人名]|且|并|应|须|不得|未/u;
/** 审核后联合行文上报: what comes of it; 信用良好 is asked for. */
const GOES_ON = /审核|审查|初审|复核|上报|汇总|报送|申报|提交|上传|推荐|受理|打印|盖章|逾期/u;

/** Whether a sentence among conditions only says how, where and how often one applies, and what offices do then. */
export const isProcedure = (sentence: string): boolean => {
  const words = sentence.trim();
  const [first = "", ...others] = words.split("，");
  if (others.length === 0 && HOW_MANY.test(words)) return true;
  if (REPORTED.test(first) || others.some((part) => ASKED_BESIDES.test(part) || !GOES_ON.test(part)))
    return false;
  return !DONE.test(first) && (FILLS_IN.test(first) || BY_OFFICES.test(first));
};

/** 符合条件的项目按设备投入分档给予奖补: announces the steps behind it. */
const IN_STEPS =
  /^(?:对|凡|将)?(?:符合(?:上述|以上|前款|本[^，。]{0,6})?(?:条件|要求|规定)的?(?:项目|企业|单位|机构|主体)?，?)?(?:按照?|根据|依据|视)[^，。\d]{2,20}(?:分档|分级|分类|分段|分层|分梯度|分等级|差额累进)[^，。\d]{0,8}(?:奖补|奖励|补助|补贴|资助|支持|贴息|扶持)$/;
/** 1000平方米以下部分: of how much a share is given; 逾期不予受理: how one applies. */
const EXPLAINS =
  /(?:以上|以下|以内|超出|超过)[^，。]{0,6}的?部分$|^逾期(?:不予(?:受理|办理)|不再(?:受理|办理)|申报|提交|未(?:申报|提交))/;

/** Whether a part of a sentence only says how what is given is reckoned. */
export const onlyExplains = (part: string): boolean => EXPLAINS.test(part) || IN_STEPS.test(part);
