/**
 * What a question wants to know of a matter, beyond the matter itself. These are the headings under which
 * offices describe their services (申请材料、办理地点、受理条件、收费、处罚 …); a sentence on the matter that
 * says nothing under the heading asked for does not answer.
 */
interface Facet {
  readonly name: string;
  readonly asks: RegExp;
  readonly answers: RegExp;
  /** How a line begins that has nothing else to say: 承诺办结时限：20(工作日). */
  readonly label?: RegExp;
}

const FACETS: readonly Facet[] = [
  {
    name: "materials",
    asks: /(?:哪些|什么|哪几样|哪种)(?:证明|申请|申报)?(?:材料|证件|手续|表格?|资料)|填哪?[一张份]?[张份]?什么?表|填哪张表|(?:提交|准备|带|交)(?:哪些|什么)/,
    answers: /材料|证明|证件|申请表|申请书|资料|凭|手续|提交/,
    label: /^(?:申请|申报|所需|提交|报送)?(?:材料|资料)(?:清单|目录)?[：:]/,
  },
  {
    name: "venue",
    asks: /(?:跑到?|[去上往])哪(?:里|儿|个地方)?去?(?:办|交|领|申请|[？?]?$)|到哪(?:里|儿|个地方)?去?(?:办|交|领|申请|报)|哪个?(?:窗口|大厅|网站|网址|地方|地点|楼|路|地址|入口|渠道|平台|柜台)|哪栋|在哪(?:里|儿)?(?:申请|办|报名|交|领)|去哪(?:里|儿)?(?:申请|办|报名|交|领|找)|入口在哪|目录在哪|办公地址|开门|几点/,
    answers:
      /窗口|大厅|网站|网址|地址|地点|登录|平台|系统|现场|线上|在线|向[^，。]{2,20}(?:申请|提出|申报)|报送?[^，。]{2,12}(?:审批|备案|部门)/,
    label: /^(?:办理|受理|办事|联系|咨询|办公|窗口)?(?:地点|地址|窗口)[：:]/,
  },
  {
    name: "applicant",
    asks: /(?:谁|哪些人|什么人|哪种人|哪些(?:人|单位|企业|机构)[^，。？]{0,8})(?:可以|能|才能|有资格)(?:去)?(?:申请|申报|办|享受|领|报)|服务对象/,
    answers: /对象|申请人|适用|范围|人员|个人|自然人|单位|企业|法人|机构|者|户|应当|条件/,
    label: /^(?:服务|适用|申请|申报|支持|扶持|奖补|补贴)?对象[：:]|^申[请报](?:人|主体)[：:]/,
  },
  {
    name: "scope",
    asks: /适用(?:到|于|范围)?(?:哪|什么|谁)|适用范围|只管|管不管得?到|覆盖(?:到)?(?:哪|什么)|实施范围/,
    answers: /适用|范围|全域|覆盖|包括|实施/,
    label: /(?:适用|实施)范围(?:为|是|包括|[：:])|适用于/,
  },
  {
    name: "processing-time",
    asks: /(?:几个?(?:工作日|天|星期|月)|多久|多长时间|多少天|什么时候)[^，。？]{0,8}(?:办|批|审|下来|拿到|出结果|给|完成|发|到账)/,
    answers: /日|天|月|小时|即时|当场|时限|期限|每/,
    label: /^(?:承诺|法定)?(?:办结|办理|审批|受理|办事)?(?:时限|期限|时间)[：:]/,
  },
  {
    name: "procedure",
    asks: /(?:怎么|咋|怎样|如何)(?:去|才能)?(?:申请|报名|申报|办理|办手续|补办|登记|注册|备案|领取?|选拔|评选|认定)|(?:申请|办理|申报|审批)(?:流程|程序|步骤)|要不要(?:先)?(?:考试|体检|面试|公证|报备|备案)|要(?:考试|体检|面试|公证)吗/,
    answers:
      /申请|申报|报名|办理|登记|注册|受理|提出|提交|流程|程序|评审|遴选|选拔|公示|审核|备案|体检|考试|面试/,
  },
  { name: "registration", asks: /(?:怎么|咋|怎样|如何)(?:去|才能)?注册/, answers: /注册|登记|开户|入驻/ },
  { name: "replacement", asks: /补办|补发|补领|挂失/, answers: /补办|补发|补领|换发|挂失/ },
  { name: "interest", asks: /利率|利息多少|年息/, answers: /利率|利息|贴息|LPR|基点/ },
  {
    name: "company",
    asks: /哪(?:一)?(?:个|家)(?:公司|企业|供应商|承包商)(?:承建|承担|中标|建设|开发|承办|运营)|由哪家(?:公司|企业)/,
    answers: /公司|集团|中标|承建/,
  },
  { name: "office", asks: /哪个?(?:科室|处室|股室|窗口|司局)/, answers: /科|处(?!罚|理|分|置)|股|窗口|司/ },
  { name: "rank", asks: /第[一二三]名|排名(?:第几|多少|如何)|冠军|前[三十]名/, answers: /名|冠军|排名|名次/ },
  {
    name: "criteria",
    asks: /(?:什么|哪些|哪种|啥)(?:财务|申请|认定|准入|资格|硬性)?(?:条件|标准|资质|资格|门槛|要求|指标)|(?:条件|标准|门槛|资格)是什么|按(?:什么|哪些)[^，。？]{0,8}(?:标准|指标)|(?:年龄|学历|户籍|国籍|注册地|职称)(?:有|上有|要|的)?(?:什么|哪些|啥)?(?:限制|要求|规定)|怎么(?:认定|评定|打分|评价)的?/,
    answers:
      /条件|标准|资格|指标|不低于|不少于|不超过|以上|以下|应当|符合|满足|下列|具备|具有|限于|年龄|学历|注册地|要求/,
  },
  {
    name: "person",
    asks: /(?:主任|董事长|总经理|所长|院长|校长|局长|部长|市长|区长|书记|会长|组长|负责人|联系人|牵头人|法人代表)(?:是谁|叫什么|的名字|姓什么|是哪位)|谁是[^，。？]{0,14}(?:主任|董事长|总经理|所长|院长|校长|局长|部长|市长|区长|书记|会长|组长|负责人)|叫什么名字|都有谁|(?<!黑)名单/,
    answers: /主任|董事长|总经理|所长|院长|校长|局长|部长|市长|区长|书记|会长|组长由|名单|同志/,
  },
  {
    name: "sanction",
    asks: /处罚|处分|追责|坐牢|判刑|罚款|罚多少|赔偿|赔多少|担责|什么后果|怎么处理|会被怎[么样]|受(?:到)?什么/,
    answers:
      /处罚|处分|罚款|责任|追究|惩戒|撤销|取消|追回|责令|吊销|赔偿|失信|约谈|通报|整改|禁止|依法处理|监督管理/,
  },
  {
    name: "fee",
    asks: /怎么收费|收费标准|多少[^，。？]{0,6}费|(?:学费|租金|费用)(?:是|要)?多少|要钱吗|免费吗|花多少钱|谁出钱|由谁承担.{0,4}费/,
    answers: /费(?!用扣除)|免收|减免|出资|价格|票价|租金/,
    label: /^(?:收费|费用|收费标准|收费依据|是否收费)[^：:]{0,6}[：:]/,
  },
  {
    name: "payer",
    asks: /谁(?:来)?(?:出钱|出资|掏钱|付钱|付费|买单|承担[^，。？]{0,4}费)|(?:费用?|经费|钱|款|资金)由?谁(?:来)?(?:出|承担|负担|付)/,
    answers: /承担|出资|负担|支付|列支|缴纳|安排|补助|资助|自筹/,
  },
  {
    name: "tax-rate",
    asks: /税率|(?:交|缴|抵扣?|扣除|减)[^，。？]{0,6}多少[^，。？]{0,4}税/,
    answers: /税率|税/,
  },
  { name: "deduction", asks: /抵扣|抵免|扣除(?:多少|比例|标准)/, answers: /抵扣|抵免|扣除/ },
  {
    name: "subsidy",
    asks: /(?:多少|几)[^，。？]{0,6}(?:补贴|补助|奖励|资助|奖金)|(?:补贴|补助|奖励|资助|奖金)[^，。？]{0,6}(?:多少|几[万千百]|标准)/,
    answers: /补贴|补助|奖励|资助|奖金|奖补|补偿/,
  },
  { name: "wage", asks: /工资|薪酬|薪水|月薪|年薪/, answers: /工资|薪|报酬|收入分配|待遇/ },
  { name: "term", asks: /有效期/, answers: /有效期|有效|期限|期满|届满|实施期|年限/ },
  {
    name: "outcome",
    asks: /实际(?:完成|达到|实现|支出|拨付|到位)|(?:达成|完成|实现|做到)了?(?:没有|没|吗)[？?，,]?|落实得怎么样/,
    answers: /(?:完成|实现|达成|取得|建成)了|已经?|实际|累计|截至|达到了/,
  },
];

/** The names of the facets that a question asks for. */
export const facetsAsked = (question: string): string[] =>
  FACETS.filter(({ asks }) => asks.test(question)).map(({ name }) => name);

/** Whether a text says something under every facet asked for. */
export const answersFacets = (text: string, names: readonly string[]): boolean =>
  names.every((name) => FACETS.find((facet) => facet.name === name)?.answers.test(text) ?? true);

/** Whether a line is the one that bears the label of a facet asked for. */
export const bearsLabel = (text: string, names: readonly string[]): boolean =>
  names.some((name) => FACETS.find((facet) => facet.name === name)?.label?.test(text) ?? false);
