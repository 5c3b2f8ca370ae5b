import { escapeXml } from "../extractors/docx-fixture.ts";
import type { RandomTree } from "./random-tree.ts";
import { printedLines } from "./write-tree.ts";
import type { PrintedLine } from "./write-tree.ts";

/** How a page sets a document: the element that holds it, what stands before a paragraph, and its headings. */
export interface PageStyle {
  readonly container: "main" | "article" | 'div class="TRS_Editor"' | 'div id="UCAP-CONTENT"';
  readonly indent: "" | "　　" | "&emsp;&emsp;" | "\n    ";
  /** Where the title stands: in the text, or above its element. */
  readonly title: "p" | "h1" | "h1 outside";
  /** Numbered headings are h2 to h6 by their depth. */
  readonly headings: boolean;
}

const isHeading = ({ clause }: PrintedLine): boolean =>
  clause !== null && clause.kind === "numbered" && !/[。；：，]/.test(clause.text);

/** A tree as a page of a site, with a menu above it and a footer below. */
export const treePage = (tree: RandomTree, { container, indent, title, headings }: PageStyle): string => {
  const [first, ...lines] = printedLines(tree);
  const heading = escapeXml(first?.line ?? "");
  const blocks = lines.map((each) => {
    const name = headings && isHeading(each) ? `h${Math.min(6, each.depth + 2)}` : "p";
    const text = escapeXml(each.line);
    return name === "p" ? `<p>${indent}${text}</p>` : `<${name}>${text}</${name}>`;
  });
  const links = ["首页", "政务公开", "政策文件", "办事服务"].map((word) => `<a href="/${word}">${word}</a>`);
  const outside = title === "h1 outside" ? `<h1>${heading}</h1>` : "";
  const inside = title === "h1 outside" ? "" : `<${title}>${heading}</${title}>`;
  return [
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>门户网站</title></head><body>',
    `<nav>${links.join("")}</nav><div class="page">${outside}`,
    `<${container}>${inside}`,
    ...blocks,
    `</${container.split(" ")[0] ?? ""}></div>`,
    "<footer><p>主办：市人民政府办公厅</p><p>版权所有</p></footer></body></html>",
  ].join("\n");
};
