const PURPOSE = /研发|展位|展会|房租|租金|利息|贷款|工资|社保|税款|广告|保费|培训/;
/** 研发花了480万 is no sum that machines cost. */
const isForOther = (before: string, asked: string): boolean => {
  const purpose = PURPOSE.exec(before)?.[0];
  return purpose !== undefined && !asked.includes(purpose);
};

/** 请人做诊断，花了8万元: what it was spent on stands in the part before. */
const SERVICE = /诊断|咨询|认证|检测|检验|评估|评测|培训|展会|参展|广告|审计|代理/;
const GOODS = /设备|软件|机器|产线|系统|改造|装备/;
const isForService = (before: string, asked: string): boolean => {
  const service = SERVICE.exec(before)?.[0];
  return service !== undefined && !GOODS.test(before) && !asked.includes(service);
};

/**
 * Whether a sum was spent on something else than what is asked for.
 * @param part - the words of the part before that of the sum
 * @param before - the words before the sum
 */
export const isSpentOnOther = (part: string, before: string, asked: string): boolean =>
  isForOther(before, asked) || isForService(`${part}，${before}`, asked);
