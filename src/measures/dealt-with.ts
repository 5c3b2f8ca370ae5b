import type { TextSpan } from "./requirement.ts";

/** 银行业金融机构, 高校、科研院所: a body as it is named, no 的 in it. */
const BODY =
  "[^，。；：的了并须应与向从获\\d]{0,16}?(?:机构|银行|公司|企业|单位|院所|高校|院校|大学|部门|研究院|研究所|基金|协会|服务商|供应商|客户)(?:、[^，。；：的\\d]{2,10}?(?:机构|银行|公司|企业|单位|院所|高校|院校|大学|部门|研究院|研究所|基金|协会|服务商|供应商|客户))*等?";
const DEALS =
  "(?:获得|取得|获|借|贷|融资|购买|购置|采购|租|承租|合作|签订|签约|担保|投保|出具|评估|鉴定|检测|共建|合资|受让|引进|办理|发放|质押|申请|授信|投资|联合|认定|评定|批准|备案)";
/** 从银行业金融机构取得贷款, 经主管部门认定. */
const BESIDES = new RegExp(
  `(?:从(?!事|业|未|来|严|优)|(?<!意|方|定|导|走|取|投)向|(?<!参)与|(?<!理)由|(?<!已|曾|未|业|神)经(?!营|济|常|费|过|贸|纪)|委托|跟|在(?![孵建园库册职岗营校研线]))(?<who>${BODY})(?=(?:处|共同|正式|新|首次|依法|成功)?${DEALS})`,
  "dgu",
);
/** 获得商业银行贷款, 取得担保机构提供的担保. */
const GIVERS = new RegExp(
  `(?:获得?|取得|享受|接受|得到|申请|归还|偿还|使用|通过)(?<who>[^，。；：的了并须应与向从获\\d]{0,12}?(?:机构|银行|公司|基金))(?=(?:发放|提供|给予|批准|出具)?的?[一-龥]{0,4}?(?:贷款|授信|信贷|融资|担保|保函|投资))`,
  "dgu",
);

/** The bodies that a part names as those one deals with (lender, partner, authority), not as who asks; offsets into it. */
export const dealtWith = (part: string): readonly TextSpan[] =>
  [BESIDES, GIVERS].flatMap((pattern) =>
    [...part.matchAll(pattern)].flatMap(({ indices }) => {
      const who = indices?.groups?.["who"];
      return who === undefined ? [] : [{ start: who[0], end: who[1] }];
    }),
  );
