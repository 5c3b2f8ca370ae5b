import fc from "fast-check";
import { toChineseNumeral } from "../../policy/chinese-numerals.ts";
import { bodyText, documentTitle, headingText, introduction, itemText, runInText } from "./random-text.ts";
import type { RandomTree } from "./random-tree.ts";
import { simpleTree } from "./random-tree.ts";
import { clauseOf, paragraphOf } from "./tree-clause.ts";
import type { TreeClause } from "./tree-clause.ts";

const issuers = fc.constantFrom("国务院办公厅", "市人民政府", "科学技术部 财政部", "北京市经济和信息化局");
const dates = fc.constantFrom("2024年3月1日", "二〇二四年十二月三十一日", "2023 年 5 月 8 日");
const signature = fc
  .tuple(issuers, dates, fc.boolean())
  .map(([issuer, date, isPublic]) =>
    [issuer, date, ...(isPublic ? ["（此件公开发布）"] : [])].map((line) => paragraphOf(line)),
  );

/** The clauses of a document without its title. */
const bodyOf = ({ clauses }: RandomTree): readonly TreeClause[] => clauses.slice(1);

const shown = (tree: RandomTree, { marker, text }: TreeClause): string => {
  const form = tree.blanks.find(({ marker: write }) =>
    Array.from({ length: 9 }, (_, at) => write(at + 1)).includes(marker ?? ""),
  );
  return `${marker ?? ""}${form?.blank ?? "　"}${text}`;
};

/** 目录 with the divisions or the first numbering, before the text: one clause, which is no heading. */
const withContents = fc
  .tuple(simpleTree, fc.constantFrom("", "……3", "\t12", " …………… 7"))
  .map(([tree, page]) => {
    const [title, ...body] = tree.clauses;
    const entries = body.flatMap((clause) => {
      const isHeading = clause.kind === "numbered" && !/[。；：，]/.test(clause.text);
      if (!isHeading) return [];
      const below = clause.children.filter(
        ({ kind, text }) => kind === "numbered" && !/[。；：，]/.test(text),
      );
      return [clause, ...below].map((each) => shown(tree, each) + page);
    });
    // A table of contents lists the headings from the first; one or two lines are none.
    const first = body.find(({ kind }) => kind === "numbered" || kind === "article");
    const isListed = first !== undefined && entries[0] === shown(tree, first) + page;
    if (title === undefined || !isListed || entries.length < 3) return { ...tree, survivesLostBreaks: false };
    const contents = clauseOf("contents", null, ["目　录", ...entries].join("\n"));
    return { clauses: [title, contents, ...body], blanks: tree.blanks, survivesLostBreaks: false };
  });

/** A document with its signature and numbered attachments, which it lists. */
const withAttachments = fc
  .tuple(
    fc.array(fc.tuple(headingText, simpleTree), { minLength: 1, maxLength: 3 }),
    simpleTree,
    signature,
    fc.nat(2),
  )
  .map(([parts, main, signed, listing]) => {
    const isAlone = parts.length === 1 && listing === 2;
    const titles = parts.map(([heading], index) => `${heading}第${toChineseNumeral(index + 1)}表`);
    const entries = titles.slice(1).map((title, index) => clauseOf("numbered", `${index + 2}.`, title));
    const list =
      listing === 0
        ? [clauseOf("paragraph", null, `附件：1.${titles[0] ?? ""}`, entries)]
        : titles.map((title, index) => paragraphOf(`附件${isAlone ? "" : index + 1}：${title}`));
    const attachments = parts.map(([, tree], index) =>
      clauseOf("attachment", `附件${isAlone ? "" : index + 1}`, titles[index] ?? "", bodyOf(tree)),
    );
    return {
      clauses: [...main.clauses, ...list, ...signed, ...attachments],
      blanks: [...main.blanks, ...parts.flatMap(([, tree]) => tree.blanks)],
      survivesLostBreaks: false,
    };
  });

/** A notice that encloses the rules which it issues: their title after its signature, and they below it. */
const enclosing = fc.tuple(documentTitle, simpleTree, signature).map(([title, tree, signed]) => {
  const inner = title.slice(2);
  return {
    clauses: [
      clauseOf("title", null, `关于印发《${inner}》的通知`),
      paragraphOf("各区人民政府，市政府各委、办、局："),
      paragraphOf(`现将《${inner}》印发给你们，请认真贯彻执行。`),
      ...signed,
      clauseOf("title", null, inner, bodyOf(tree)),
    ],
    blanks: tree.blanks,
    survivesLostBreaks: false,
  };
});

const amendment = fc
  .tuple(fc.nat(3), fc.array(itemText, { minLength: 1, maxLength: 3 }), bodyText, runInText, fc.boolean())
  .map(([kind, items, body, run, reopens]) => {
    const open = reopens ? "“" : "";
    if (kind === 0) return { text: "将第三条修改为：", quoted: [`“第三条　${run.slice(0, -1)}。”`] };
    if (kind === 1) {
      const listed = items.map((item, index) => `${open}（${toChineseNumeral(index + 1)}）${item}`);
      return {
        text: "增加一条，作为第八条：",
        quoted: ["“第八条　有下列情形之一的，不予受理：", ...listed, `${open}（十）${body}”`],
      };
    }
    if (kind === 2)
      return { text: "将第五条、第六条修改为：", quoted: [`“第五条　${body}`, `${open}第六条　${body}”`] };
    return { text: "删去第九条第二款。", quoted: [] };
  });

/** A decision that amends a law: its own 一、二、, each with the provision as it will read, which is quoted. */
const amending = fc.array(amendment, { minLength: 2, maxLength: 6 }).map((amendments) => ({
  clauses: [
    clauseOf("title", null, "关于修改《企业登记管理条例》的决定"),
    paragraphOf("决定对《企业登记管理条例》作如下修改："),
    ...amendments.map(({ text, quoted }, index) =>
      clauseOf(
        "numbered",
        `${toChineseNumeral(index + 1)}、`,
        text,
        quoted.map((line) => paragraphOf(line)),
      ),
    ),
  ],
  blanks: [],
  survivesLostBreaks: false,
}));

/** Headings 一、 with articles below them that count on, as judicial interpretations are numbered. */
const overArticles = fc
  .array(fc.tuple(headingText, fc.array(fc.oneof(bodyText, introduction), { minLength: 1, maxLength: 4 })), {
    minLength: 2,
    maxLength: 5,
  })
  .map((sections) => {
    let number = 0;
    return {
      clauses: [
        clauseOf("title", null, "关于审理案件若干问题的解释"),
        ...sections.map(([heading, articles], index) =>
          clauseOf(
            "numbered",
            `${toChineseNumeral(index + 1)}、`,
            heading,
            articles.map((text) => {
              number += 1;
              return clauseOf("article", `第${toChineseNumeral(number)}条`, text);
            }),
          ),
        ),
      ],
      blanks: [],
      survivesLostBreaks: true,
    };
  });

/** Documents with parts: contents, attachments, enclosed rules, quoted provisions, articles below 一、. */
export const mixedTree: fc.Arbitrary<RandomTree> = fc.oneof(
  withContents,
  withAttachments,
  enclosing,
  amending,
  overArticles,
);
