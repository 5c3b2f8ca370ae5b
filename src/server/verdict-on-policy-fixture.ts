import type { Profile } from "../contract/profile.ts";
import { readDocument } from "../ingest/read-document.ts";
import { matchProfile } from "../matching/match-profile.ts";
import { readProfile } from "../matching/read-profile.ts";
import { readMeasures } from "../measures/read-measures.ts";

/** The day on which the verdicts are asked for; the policies of this file are in force on it. */
const ASKED = "2026-11-22";

const NUMERALS = "一二三四五六七八九";

/** A city's policy of these articles, between one for its purpose and one for its validity. */
export const policyOf = (...articles: readonly string[]): string =>
  [
    "赣州市产业扶持办法",
    "赣州市人民政府办公室",
    "2025年3月1日",
    "",
    ...["为推动产业发展，制定本办法。", ...articles, "本办法自2025年4月1日起施行，有效期3年。"].map(
      (article, at) => `第${NUMERALS[at] ?? ""}条 ${article}`,
    ),
  ].join("\n");

/** The article that asks for a seat in the city, and for what else is given as further items. */
export const conditionsInTown = (...items: readonly string[]): string =>
  ["在赣州市注册；", ...items]
    .map((item, at) => `（${NUMERALS[at] ?? ""}）${item}`)
    .reduce((text, item) => `${text}\n${item}`, "申请奖补的企业应当同时符合下列条件：");

export const GIVES = "对符合条件的企业，给予10万元一次性奖补。";

const IN_TOWN: Profile = { region: "江西省赣州市", organisation: "enterprise" };

/**
 * The verdict on what a policy gives.
 * @param usual - what is known of the company where the profile says nothing else
 */
export const verdictOn = async (
  text: string,
  profile: Profile,
  usual: Profile = IN_TOWN,
): Promise<string | undefined> => {
  const bytes = new TextEncoder().encode(text);
  const document = await readDocument({ documentId: "d", name: "d.txt", sha256: "d", bytes }, undefined);
  const facts = readProfile({ ...usual, ...profile }, ASKED);
  const { measures } = matchProfile(readMeasures(document), {
    facts,
    asOf: ASKED,
    limit: 10,
    statusOf: () => "in_force",
  });
  return measures.find(({ measure }) => measure.kind === "entitlement")?.verdict;
};
