/** What a condition rules out by a word of its own, each with the ways in which it is said to be so. */
const FAULTS: readonly (readonly [RegExp, RegExp])[] = [
  [/纠纷|争议|诉讼|仲裁/, /纠纷|争议|诉讼|仲裁|官司|起诉|告|打着|争|闹|扯皮|不清|异议/],
  [/事故|事件/, /事|起火|火灾|爆炸|泄漏|伤|死|召回|中毒|超标|曝光|抽检/],
  [/查封|冻结|扣押/, /封|冻结|扣|保全/],
  [/转租|分租|转借/, /租给|转租|分租|二房东|出租|转借|分给|借给/],
  [/虚假|伪造|骗取|套取|虚构|弄虚作假/, /假|伪|骗|套|虚|编|凑|改/],
  [/强制/, /强制|必须|责令|名单|要求/],
  [/逾期/, /逾期|拖|晚|迟|展期|没还|未还|还不上|没按|欠|延/],
];

/** Whether a condition rules out a fault (权属纠纷) that words which deny nothing do not name: 用专利质押贷款. */
export const namesNoFault = (ruledOut: string, said: string): boolean =>
  FAULTS.some(([fault, inWords]) => fault.test(ruledOut) && !inWords.test(said));
