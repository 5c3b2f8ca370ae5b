import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readClauseValidity } from "./clause-validity.ts";

const FixtureSchema = z.array(
  z.object({
    id: z.string(),
    article: z.string(),
    text: z.string(),
    effectiveFrom: z.string().nullable(),
    onPublication: z.boolean(),
    effectiveTo: z.string().nullable(),
    repeals: z.array(z.string()),
  }),
);

describe("readClauseValidity on national laws", () => {
  // 200 articles drawn at random from those that speak of 施行, 废止, 失效, 试行 or 有效期; read by a person.
  const articles = FixtureSchema.parse(
    JSON.parse(readFileSync(new URL("fixtures/law-dates.json", import.meta.url), "utf8")),
  );
  it.each(articles.map((article) => [`${article.id} ${article.article}`, article] as const))(
    "%s",
    (_id, article) => {
      const read = readClauseValidity(article.text);
      expect({
        effectiveFrom: read.effectiveFrom ?? null,
        onPublication: read.onPublication === true,
        effectiveTo: read.effectiveTo ?? null,
        repeals: read.repeals,
      }).toEqual({
        effectiveFrom: article.effectiveFrom,
        onPublication: article.onPublication,
        effectiveTo: article.effectiveTo,
        repeals: article.repeals,
      });
    },
  );
});

describe("readClauseValidity on policy documents", () => {
  it.each([
    ["本办法自2020年5月1日起施行，有效期5年。", "2020-05-01", "2025-04-30"],
    ["本办法自二〇二〇年五月一日起施行。有效期为五年。", "2020-05-01", "2025-04-30"],
    ["本措施自2023年1月1日起施行，至2025年12月31日止。", "2023-01-01", "2025-12-31"],
    ["本办法自2020年1月1日起试行，试行期2年。", "2020-01-01", "2021-12-31"],
    ["本规定自2020年1月1日起试行两年。", "2020-01-01", "2021-12-31"],
    ["本办法有效期自2022年1月1日起至2024年12月31日止。", "2022-01-01", "2024-12-31"],
    ["本细则自2021年10月1日起至2024年9月30日止执行。", "2021-10-01", "2024-09-30"],
    ["上述政策适用于所有文化企业，执行期限为2019年1月1日至12月31日。", "2019-01-01", "2019-12-31"],
    ["本规划实施期限为2021—2025年。", "2021", "2025"],
    ["本意见自2021年2月1日起施行，有效期至2026年1月31日，由市科委负责解释。", "2021-02-01", "2026-01-31"],
    ["第三十二条　本办法由市财政局负责解释，自2020年3月起施行，有效期3年", "2020-03", "2023-02"],
    ["本公告自2023年1月1日起施行，2027年12月31日废止。", "2023-01-01", "2027-12-31"],
    ["以上政策自2022年1月1日起执行，执行至2022年12月31日。", "2022-01-01", "2022-12-31"],
    ["现将《办法》印发给你们，自2023年1月1日起施行，请遵照执行。", "2023-01-01", undefined],
    ["本办法自2020年2月29日起施行，有效期一年。", "2020-02-29", "2021-02-27"],
    ["本办法自2022年1月1日起施行，有效期自施行之日起三年。", "2022-01-01", "2024-12-31"],
    ["本办法从2022年1月1日起正式实施，暂定执行三年。", "2022-01-01", "2024-12-31"],
    ["本办法自2022年1月1日至2024年12月31日实施。", "2022-01-01", "2024-12-31"],
    ["本办法施行日期为2022年1月1日，有效期3年。", "2022-01-01", "2024-12-31"],
    ["本办法自2022年1月1日起施行，自2025年1月1日起自行废止。", "2022-01-01", "2024-12-31"],
    ["本办法自2022年1月1日起施行，有效期五年（2022年1月1日至2026年12月31日）。", "2022-01-01", "2026-12-31"],
  ])("%s", (text, effectiveFrom, effectiveTo) => {
    const read = readClauseValidity(text);
    expect([read.effectiveFrom, read.effectiveTo]).toEqual([effectiveFrom, effectiveTo]);
  });

  it.each([
    "医疗器械经营许可证有效期为5年。",
    "登记证书自颁发之日起生效，有效期至2025年12月31日。",
    "本办法第五条自2023年1月1日起施行。",
    "依照《出境入境管理法》新设定的制度自2013年7月1日起施行。",
    "当事人在2020年1月1日起施行的规定生效前提出的请求。",
    "将第七条修改为：“本条例自2021年1月1日起施行。原条例同时废止。”",
    "法律、行政法规修改或者废止的，应当及时公布。",
  ])("reads nothing of the document's own validity in: %s", (text) => {
    const { effectiveFrom, effectiveTo, onPublication, repeals } = readClauseValidity(text);
    expect({ effectiveFrom, effectiveTo, onPublication, repeals }).toEqual({ repeals: [] });
  });

  it.each([
    [
      "原《科技计划管理办法》（X科发〔2010〕12号）、《经费管理暂行办法》同时废止。",
      ["科技计划管理办法", "经费管理暂行办法"],
    ],
    [
      "自本通知印发之日起，《国务院办公厅关于加大激励支持力度的通知》（国办发〔2016〕82号）停止执行。",
      ["国务院办公厅关于加大激励支持力度的通知"],
    ],
    ["《甲办法》《乙办法》等三个文件自2021年1月1日起废止。", ["甲办法", "乙办法"]],
    ["国务院决定废止《收容遣送办法》、《甲乙条例》。", ["收容遣送办法", "甲乙条例"]],
    ["根据《立法法》的规定，《甲条例》同时废止。", ["甲条例"]],
    ["《会计人员职权条例》中有关总会计师的规定同时废止。", []],
    ["《收容遣送办法》第五条同时废止。", []],
    ["《经营许可证》自行失效。", []],
    ["原科技计划项目管理办法同时废止。", ["科技计划项目管理办法"]],
  ])("%s", (text, repeals) => {
    expect(readClauseValidity(text).repeals).toEqual(repeals);
  });

  it("keeps the places of what it reads", () => {
    const text = "第九条　本办法自2019年3月1日起施行。《甲办法》（京发〔2010〕1号）同时废止。";
    const { beginnings, repealed } = readClauseValidity(text);
    expect(beginnings.map(({ start, end }) => text.slice(start, end))).toEqual(["自2019年3月1日起施行"]);
    expect(repealed.map(({ start, end }) => text.slice(start, end))).toEqual([
      "《甲办法》（京发〔2010〕1号）",
    ]);
  });

  it("stays fast on long and hostile text", () => {
    const hostile = [
      `${"《".repeat(5000)}同时废止`,
      `${"《甲》、".repeat(3000)}同时废止`,
      `自${"2020年".repeat(5000)}起施行`,
      `${"（".repeat(20_000)}有效期`,
      `《甲》${"（a".repeat(5000)}废止`,
      `《甲》${"同时".repeat(10_000)}废止x`,
      `原${"办法".repeat(10_000)}`,
      `${"“".repeat(10_000)}。`,
      `《甲》等${"发布的".repeat(5000)}`,
      `废止《甲》${"、原，发布的".repeat(5000)}《乙》`,
    ];
    for (const text of hostile) expect(readClauseValidity(text).beginnings).toEqual([]);
  }, 5000);
});
