import { describe, expect, it } from "vitest";
import { normalise } from "../normalise.ts";
import { readMetadata } from "./read-metadata.ts";

const extensionsOf = (text: string): string[] =>
  readMetadata(normalise(text), "文件.txt").relations.flatMap(({ kind, title, extensions }) =>
    (extensions ?? []).map(
      ({ clause, to, months }) => `${kind} ${title} ${clause ?? "全文"} ${to ?? `+${months}`}`,
    ),
  );

describe("documents that are kept in force for longer", () => {
  it.each<[string, readonly string[]]>([
    [
      "经市政府同意，继续执行《甲办法》（穗科规字〔2019〕1号），有效期延长至2027年12月31日。",
      ["amends 甲办法 全文 2027-12-31"],
    ],
    ["《甲办法》（沪府规〔2019〕5号）需继续实施，有效期延长5年。", ["amends 甲办法 全文 +60"]],
    ["1.《甲办法》（某政发〔2013〕6号）有效期延至2020年12月31日；", ["amends 甲办法 全文 2020-12-31"]],
    ["《甲办法》继续有效，有效期自2023年1月1日起延长五年。", ["amends 甲办法 全文 2027-12-31"]],
    ["《甲办法》有效期延续三年，自2023年1月1日至2025年12月31日。", ["amends 甲办法 全文 2025-12-31"]],
    [
      "《甲办法》于2023年12月31日到期。现将其有效期延续至2025年6月30日，其中第二条、第五条执行至2024年12月31日。",
      ["amends 甲办法 全文 2025-06-30", "amends 甲办法 第二条 2024-12-31", "amends 甲办法 第五条 2024-12-31"],
    ],
    [
      "《甲办法》有效期延长至2027年12月31日。其中第二条执行至2024年12月31日。",
      ["amends 甲办法 全文 2027-12-31", "amends 甲办法 第二条 2024-12-31"],
    ],
    [
      "《甲通知》（财税〔2016〕5号）第三条规定的政策，执行期限延长至2024年12月31日。",
      ["amends 甲通知 第三条 2024-12-31"],
    ],
    [
      "现决定将《甲办法》（某规〔2019〕1号）、《乙办法》的有效期分别延长至2025年12月31日、2026年12月31日。",
      ["amends 甲办法 全文 2025-12-31", "amends 乙办法 全文 2026-12-31"],
    ],
    [
      "《甲办法》有效期延长至2025年12月31日，第五条自2023年1月1日起停止执行。",
      ["amends 甲办法 全文 2025-12-31", "amends 甲办法 第五条 2022-12-31"],
    ],
    ["《甲办法》同时停止执行。已按《乙办法》申报的，继续按原办法执行至2023年6月30日。", []],
    ["《甲办法》有效期延长至新办法出台之日。", []],
    [
      "《甲办法》（某财〔2020〕1号）第三条执行至2022年12月31日，第四条延长执行至2023年12月31日。",
      ["amends 甲办法 第三条 2022-12-31", "amends 甲办法 第四条 2023-12-31"],
    ],
    [
      "《甲办法》自2016年5月1日起施行，有效期至2021年4月30日。经评估，决定继续执行，有效期延长至2026年4月30日。",
      ["amends 甲办法 全文 2026-04-30"],
    ],
    ["根据《甲条例》，已认定的企业，其资格有效期延长至2025年12月31日。", []],
    ["按《甲办法》认定的企业，继续执行原政策至2025年12月31日。", []],
    ["本办法自2020年1月1日起施行，有效期5年，期满后经评估可延长2年。", []],
    ["《甲办法》同时废止，原已认定的企业按原规定执行至2022年12月31日。", []],
  ])("%s", (sentence, extensions) => {
    expect(extensionsOf(`某市通知\n${sentence}`)).toEqual(extensions);
    expect(readMetadata(normalise(`某市通知\n现予印发。\n${sentence}`), "文件.txt").effectiveTo).toBe(
      sentence.includes("有效期5年") ? "2024-12-31" : null,
    );
  });

  it("reads a list below what is said of all of it", () => {
    expect(
      extensionsOf(
        "上海市人民政府关于延长部分文件有效期的通知\n决定将下列文件的有效期延长至2024年12月31日：\n一、《甲规定》（沪府发〔2015〕1号）\n二、《乙办法》\n特此通知。\n三、《丙办法》另行公布。",
      ),
    ).toEqual(["amends 甲规定 全文 2024-12-31", "amends 乙办法 全文 2024-12-31"]);
  });

  it("takes the document of the title where the text only points at it", () => {
    expect(
      extensionsOf(
        "苏州市人民政府关于继续施行《苏州市甲办法》的通知\n一、该办法自2023年1月1日起继续施行，有效期至2025年12月31日。\n二、本通知自发布之日起施行。",
      ),
    ).toEqual(["amends 苏州市甲办法 全文 2025-12-31"]);
  });

  it("stays fast on long and hostile text", () => {
    const hostile = [
      `${"继续".repeat(10_000)}有效期`,
      `《甲》${"延长".repeat(10_000)}至`,
      `${"第一条、".repeat(5000)}执行至`,
      "第一条执行至2024年".repeat(3000),
      `${"《甲办法》第一条、".repeat(3000)}执行至2024年`,
      `附件${"1、".repeat(10_000)}废止`,
      "深府〔2012〕22号、".repeat(3000),
      `${"废止".repeat(10_000)}下列文件：`,
      `对${"件".repeat(10_000)}予以废止`,
      `自${"2026年 ".repeat(5000)}月`,
      "序号：1；文件名称：".repeat(3000),
    ];
    for (const text of hostile) {
      const { relations } = readMetadata(
        normalise(`某市通知\n现予废止下列文件：\n${text}\n${text}`),
        "文件.txt",
      );
      expect(relations.every(({ kind }) => kind === "amends")).toBe(true);
    }
  }, 20_000);
});
