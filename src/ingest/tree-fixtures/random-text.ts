import fc from "fast-check";

const BEGINNINGS = [
  "支持企业",
  "鼓励高校院所",
  "县级以上人民政府应当",
  "对符合条件的项目",
  "申请人",
  "主管部门应当",
  "完善政策体系，",
  "加快建设",
  "推动",
  "引导社会资本",
];
const MIDDLES = [
  "建设公共服务平台",
  "开展关键核心技术攻关",
  "提交书面材料",
  "加大资金投入",
  "落实“放管服”改革要求",
  "在20个工作日内作出决定",
  "给予最高500万元资金支持",
  "形成3.5亿元以上的规模",
  "促进一、二、三产业融合发展",
  "优化营商环境",
];
/** Words that look like markers but refer: wherever a line happens to begin, none of them is a heading. */
const REFERENCES = [
  "依照本办法第三条第二款的规定",
  "按照前款第（一）项",
  "属于（二）项所列情形",
  "参照第四章规定的程序",
  "根据《企业登记管理条例》第十二条、第十三条",
  "按照附件1所列标准",
  "对照第五条第（三）项和第六条",
  "结合“十四五”规划",
  "较上年增长1.5倍",
  "在2025年12月31日前",
];
const HEADINGS = [
  "总则",
  "总体要求",
  "主要任务",
  "保障措施",
  "监督管理",
  "法律责任",
  "附则",
  "加强组织领导",
  "强化资金保障",
  "完善服务体系",
  "申报条件",
  "办理程序",
  "支持方式",
  "培育壮大创新主体",
  "打造一流营商环境",
];

const sentence = fc
  .tuple(
    fc.constantFrom(...BEGINNINGS),
    fc.array(
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...MIDDLES) }, fc.constantFrom(...REFERENCES)),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([beginning, parts]) => beginning + parts.join("，"));

/** One to four sentences that end with a full stop. */
export const bodyText = fc
  .array(sentence, { minLength: 1, maxLength: 4 })
  .map((parts) => `${parts.join("。")}。`);

/** An item of a list, which ends with a semicolon. */
export const itemText = sentence.map((text) => `${text}；`);

/** A sentence that introduces a list. */
export const introduction = sentence.map((text) => `${text}，包括下列情形：`);

/** A heading without any mark. */
export const headingText = fc
  .tuple(fc.constantFrom(...HEADINGS), fc.constantFrom("", "", "和", "与"))
  .chain(([first, link]) =>
    link === ""
      ? fc.constant(first)
      : fc.constantFrom(...HEADINGS).map((second) => `${first}${link}${second}`),
  );

/** A short title that runs into its body: 建设平台。支持企业…。 */
export const runInText = fc.tuple(headingText, bodyText).map(([heading, body]) => `${heading}。${body}`);

export const documentTitle = headingText.map((heading) => `关于${heading}的若干规定`);
