import { expect, it } from "vitest";
import type { Profile } from "../contract/profile.ts";
import { GIVES, policyOf, verdictOn } from "./verdict-on-policy-fixture.ts";

/** The verdict on a policy for legal persons that asks for this; nothing is known but what is said. */
const verdictOf = (item: string, profile: Profile): Promise<string | undefined> =>
  verdictOn(
    policyOf(`申请补贴的，应当同时符合下列条件：\n（一）具有独立法人资格的企业；\n（二）${item}`, GIVES),
    profile,
    {},
  );

it.each([
  ["预计明年升规", "may_apply"],
  ["有望今年入规", "may_apply"],
  ["目标是成为规上企业", "may_apply"],
  ["没几年就上规了", "may_apply"],
  ["未满三年就入规了", "may_apply"],
  ["去年入规", "applies"],
  ["2024年5月升规", "applies"],
  ["今年首次纳入规模以上工业统计", "applies"],
  ["还没上规", "does_not_apply"],
  ["争取明年升规", "does_not_apply"],
])("takes no hope for being among the larger ones: %s", async (said, verdict) => {
  expect(await verdictOf("规模以上企业。", { description: `赣州市的有限公司，${said}` })).toBe(verdict);
});

it.each<readonly [Profile, string]>([
  [{ region: "上海市", description: "有限公司，在章贡区设立了分公司" }, "may_apply"],
  [{ region: "上海市", description: "章贡区的有限公司" }, "may_apply"],
  [{ description: "总部在南昌的有限公司，在章贡区设立了分公司" }, "may_apply"],
  [{ description: "有限公司，我们在章贡区开了3家门店" }, "may_apply"],
  [{ description: "有限公司，在章贡区做项目" }, "may_apply"],
  [{ description: "有限公司，在章贡区做工程" }, "may_apply"],
  [{ description: "有限公司，在章贡区的学校食堂供货" }, "may_apply"],
  [{ description: "章贡区的有限公司，做脐橙" }, "applies"],
])("takes no branch and no trade in a place for the seat: %j", async (profile, verdict) => {
  expect(await verdictOf("在章贡区登记注册的企业。", profile)).toBe(verdict);
});

it.each([
  ["给日资企业做模具", "may_apply"],
  ["给几家苏州的日资企业做模具", "may_apply"],
  ["客户是韩资企业", "may_apply"],
  ["日资企业配套模具", "may_apply"],
  ["给外商投资企业做模具", "may_apply"],
  ["昆山的韩资企业，做连接器", "applies"],
  ["给外资企业做配套，我们也是日资企业", "applies"],
])("takes the foreign capital of others for none of its own: %s", async (said, verdict) => {
  expect(await verdictOf("外商投资企业。", { description: `赣州市的有限公司，${said}` })).toBe(verdict);
});

it.each([
  ["2021年营业收入1400万，之后2100万，去年4300万", "may_apply"],
  ["2022年营业收入1400万，之后2100万、3000万、3500万，去年4300万", "may_apply"],
  ["2022年营业收入1400万，之后2100万、2024年3000万，去年4300万", "may_apply"],
  ["2022年营业收入1400万，之后2100万、3000万，去年4300万", "applies"],
  ["2022年营业收入1400万，之后2100万、4000万，去年4300万", "does_not_apply"],
  ["2023年营业收入1400万，之后2100万，去年4300万", "applies"],
])(
  "reads sums that follow each other as years only where there is one for each: %s",
  async (said, verdict) => {
    expect(await verdictOf("上年度营业收入增长20%以上。", { description: `赣州市的有限公司，${said}` })).toBe(
      verdict,
    );
  },
);

it.each([
  ["江西省赣州市南康区", "may_apply"],
  ["江西省赣州市", "may_apply"],
  ["江西省赣州市章贡区", "applies"],
])("takes no other district of the city for one that no table holds: %s", async (region, verdict) => {
  const description = "有限公司，我们在章贡区开了3家门店";
  expect(await verdictOf("在赣州市章贡区登记注册的企业。", { region, description })).toBe(verdict);
});
