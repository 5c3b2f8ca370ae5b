import type { SupportForm } from "./measure.ts";

const FORMS: readonly { readonly form: SupportForm; readonly pattern: RegExp }[] = [
  { form: "interest", pattern: /贴息|利息补贴|利率优惠/ },
  { form: "guarantee", pattern: /担保|保费|风险补偿/ },
  { form: "loan", pattern: /贷款|融资|信贷|投资基金|引导基金|股权投资|债券|知识产权质押|资本市场/ },
  { form: "tax", pattern: /税收|增值税|所得税|免征|减按|加计扣除|退税|税费|减税/ },
  { form: "rent", pattern: /租金|房租|房屋补贴/ },
  { form: "site", pattern: /场地|办公用房|厂房|用地|入驻|孵化空间|载体/ },
  { form: "talent", pattern: /人才|招聘|引才|住房补贴|安家|博士后|培训|稳岗|就业/ },
  { form: "settlement", pattern: /落户|户口|居住证/ },
  { form: "listing", pattern: /上市|挂牌|科创板|北交所|新三板/ },
  { form: "pilot", pattern: /试点|示范应用|应用场景|先行先试|揭榜/ },
  { form: "procurement", pattern: /政府采购|首购|首台|首用|采购/ },
  { form: "recognition", pattern: /认定|评定|备案|评选|授予|称号/ },
  { form: "funding", pattern: /奖励|补贴|补助|资助|奖补|资金|经费|配套|给予[^，。；]{0,20}万元/ },
  { form: "service", pattern: /服务|辅导|绿色通道|咨询|对接|平台/ },
];

/** The forms of support that a text names. */
export const supportForms = (text: string): SupportForm[] =>
  FORMS.filter(({ pattern }) => pattern.test(text)).map(({ form }) => form);
