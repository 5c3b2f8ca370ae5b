/** Words for kinds and ranks of companies and people that nobody is who is not called so. */
const KINDS =
  /\d+强|百强|独角兽|瞪羚|小巨人|专精特新|单项冠军|老字号|隐形冠军|上市公司|跨国公司|央企|中央企业|国有企业|国企|院士|博士后|总部|分公司|子公司|孵化器|众创空间|加速器/g;

/** Whether what is said may meet a condition for kinds of companies: one of them must be named. */
export const namesKindAsked = (condition: string, said: string): boolean => {
  const asked = condition.match(KINDS) ?? [];
  return asked.length === 0 || asked.some((kind) => said.includes(kind));
};
