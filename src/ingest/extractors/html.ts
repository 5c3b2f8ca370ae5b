import { decodeText } from "../decode.ts";
import type { Extractor } from "./extractor.ts";
import { noText } from "./file-errors.ts";
import { findMainContent, PageWeights, SCRIPTS } from "./html/main-content.ts";
import { readBlocks } from "./html/read-blocks.ts";
import { descendantsNamed, parseMarkup, textOf } from "./markup-tree.ts";
import type { MarkupElement } from "./markup-tree.ts";
import { encodingIssues } from "./plain-text.ts";
import { TextBuilder } from "./text-builder.ts";

const HEAD = 4096;

/** The encoding that a page states in its first bytes. */
const declaredCharset = (bytes: Uint8Array): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(
    Buffer.from(bytes.subarray(0, HEAD)).toString("latin1"),
  )?.[1] ?? null;

/** Facts in meta elements, such as ArticleTitle, PubDate and ContentSource, and the title of the page. */
const pageProperties = (root: MarkupElement): Record<string, string> => {
  const properties: Record<string, string> = {};
  for (const { attributes } of descendantsNamed(root, "meta")) {
    const name = attributes["name"] ?? attributes["property"] ?? "";
    const content = (attributes["content"] ?? "").trim();
    if (/^[\w:.-]{1,60}$/.test(name) && name !== "__proto__" && content !== "") properties[name] = content;
  }
  const [title] = descendantsNamed(root, "title");
  const pageTitle = title === undefined ? "" : textOf(title).replaceAll(/\s+/g, " ").trim();
  if (pageTitle !== "") properties["title"] = pageTitle;
  return properties;
};

/** The elements from the body down to the main content, both included. */
const pathTo = (element: MarkupElement, main: MarkupElement): ReadonlySet<MarkupElement> => {
  const find = (node: MarkupElement): MarkupElement[] | null => {
    if (node === main) return [node];
    for (const child of node.children) {
      const path = typeof child === "string" ? null : find(child);
      if (path !== null) return [node, ...path];
    }
    return null;
  };
  return new Set(find(element));
};

/** Records what stands around the main content, except the words that are kept as its heading. */
const dropAround = (
  body: MarkupElement,
  main: MarkupElement,
  kept: string | null,
  builder: TextBuilder,
): void => {
  const path = pathTo(body, main);
  for (const element of path) {
    if (element === main) continue;
    for (const child of element.children) {
      if (typeof child === "string") builder.drop("navigation", child.trim());
      else if (!path.has(child) && !SCRIPTS.has(child.name)) {
        const words = textOf(child).replaceAll(/\s+/g, " ").trim();
        if (words !== kept) builder.drop("navigation", words);
      }
    }
  }
};

/** The heading of a page whose text stands below it in an element of its own. */
const headingOutside = (body: MarkupElement, main: MarkupElement): string | null => {
  if (body === main || [...descendantsNamed(main, "h1")].length > 0) return null;
  const headings = [...descendantsNamed(body, "h1")]
    .map((heading) => textOf(heading).replaceAll(/\s+/g, " ").trim())
    .filter((text) => text !== "");
  const [only] = headings;
  // Several are the names of the site and its parts.
  return headings.length === 1 && only !== undefined ? only : null;
};

/**
 * Web pages: the text of the page without what stands around it. Line breaks within a paragraph stay lines, since
 * pages write clauses so; every block ends its paragraph.
 */
export const htmlExtractor: Extractor = {
  format: "html",
  extract: (bytes) => {
    const decoded = decodeText(bytes, declaredCharset(bytes));
    const { root } = parseMarkup(decoded.text.replace(/^\uFEFF/, ""), "html");
    const [body = root] = descendantsNamed(root, "body");
    const weights = new PageWeights();
    const main = findMainContent(body, weights);
    const builder = new TextBuilder();
    const heading = headingOutside(body, main);
    if (heading !== null) builder.add(heading, { kind: "heading", level: 1, hardBreak: true });
    const properties = pageProperties(root);
    const breaksAnywhere = /^Microsoft Word/i.test(properties["Generator"] ?? properties["ProgId"] ?? "");
    readBlocks(main.children, { builder, weights, breaksAnywhere });
    dropAround(body, main, heading, builder);
    if (builder.isEmpty) throw noText("page without words");
    const extracted = builder.finish();
    const issues = encodingIssues({ ...decoded, text: extracted.text });
    return { ...extracted, issues: [...extracted.issues, ...issues], properties };
  },
};
