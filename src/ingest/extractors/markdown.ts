import { Marked } from "marked";
import type { MarkedToken, Token, Tokens } from "marked";
import { decodeText } from "../decode.ts";
import type { LineFact } from "../extracted-text.ts";
import type { Extractor } from "./extractor.ts";
import { noText } from "./file-errors.ts";
import { PageWeights } from "./html/main-content.ts";
import { readBlocks } from "./html/read-blocks.ts";
import { parseMarkup, textOf } from "./markup-tree.ts";
import { encodingIssues, frontMatterDrops, splitFrontMatter } from "./plain-text.ts";
import { addTable } from "./table.ts";
import { TextBuilder } from "./text-builder.ts";
import type { Inline, NoteAnchor } from "./text-builder.ts";

/** Footnotes are not part of the library's grammar. */
const marked = new Marked({
  extensions: [
    {
      name: "footnoteText",
      level: "block",
      start: (source) => source.search(/^\[\^/m),
      tokenizer: (source) => {
        const match = /^\[\^([^\]\s]{1,60})\]:[ \t]*([^\n]*(?:\n[ \t]+[^\n]+)*)(?:\n|$)/.exec(source);
        if (match === null) return undefined;
        return { type: "footnoteText", raw: match[0], id: match[1] ?? "", text: match[2] ?? "" };
      },
    },
    {
      name: "footnotePlace",
      level: "inline",
      start: (source) => source.indexOf("[^"),
      tokenizer: (source) => {
        const match = /^\[\^([^\]\s]{1,60})\]/.exec(source);
        return match === null ? undefined : { type: "footnotePlace", raw: match[0], id: match[1] ?? "" };
      },
    },
  ],
});

const decodeEntities = (text: string): string =>
  text.includes("&") ? textOf(parseMarkup(text.replaceAll("<", "&lt;"), "html").root) : text;

const idOf = (token: Token): string => ("id" in token && typeof token["id"] === "string" ? token["id"] : "");

/** A token of the library's own grammar, whose type tells its fields. */
const isOwn = (token: Token): token is MarkedToken =>
  token.type !== "footnoteText" && token.type !== "footnotePlace";

const inlineOf = (tokens: readonly Token[] | undefined, builder: TextBuilder): (string | NoteAnchor)[] =>
  (tokens ?? []).flatMap((token): (string | NoteAnchor)[] => {
    if (!isOwn(token)) return [{ note: idOf(token) }];
    const inner = "tokens" in token ? token.tokens : undefined;
    switch (token.type) {
      case "br":
        return ["\n"];
      case "html":
        return /^<br\b/i.test(token.raw) ? ["\n"] : [];
      case "image":
        return [token.text];
      case "codespan":
        return [token.text];
      case "em":
        // 2*3*4 is a product, not emphasis.
        return /^[\d.,\s]+$/.test(token.text) ? [token.raw] : inlineOf(inner, builder);
      case "del":
        // 10~20万元、30~40万元 are ranges; only two tildes strike words out.
        if (!token.raw.startsWith("~~")) return ["~", ...inlineOf(inner, builder), "~"];
        builder.drop("deleted", token.text);
        return [];
      default:
        if (inner !== undefined) return inlineOf(inner, builder);
        return [
          "text" in token && typeof token["text"] === "string" ? decodeEntities(token["text"]) : token.raw,
        ];
    }
  });

/** The numbers of an ordered list as they are printed; where all are alike (`1.` throughout), as they are shown. */
const markersOf = (list: Tokens.List): string[] => {
  if (!list.ordered) return list.items.map(() => "");
  const printed = list.items.map(({ raw }) => /^\s*(\d{1,9}[.)])/.exec(raw)?.[1] ?? "");
  const isLazy = printed.length > 1 && new Set(printed).size === 1;
  const start = Number.parseInt(String(list.start), 10);
  return printed.map((marker, index) => `${isLazy ? `${start + index}${marker.slice(-1)}` : marker} `);
};

const addTokens = (tokens: readonly Token[], builder: TextBuilder, firstMarker = ""): void => {
  let marker = firstMarker;
  const add = (content: Inline, fact: Omit<LineFact, "start">): void => {
    builder.add(marker === "" ? content : [marker, ...content], fact);
    marker = "";
  };
  for (const token of tokens) {
    if (!isOwn(token)) continue;
    switch (token.type) {
      case "space":
      case "hr":
      case "def":
      case "checkbox":
        break;
      case "heading":
        add(inlineOf(token.tokens, builder), {
          kind: "heading",
          level: token.depth,
          hardBreak: true,
        });
        break;
      case "list": {
        const list = token;
        const markers = markersOf(list);
        list.items.forEach((item, index) => {
          addTokens(item.tokens, builder, index === 0 ? marker + (markers[index] ?? "") : markers[index]);
        });
        marker = "";
        break;
      }
      case "blockquote":
        addTokens(token.tokens ?? [], builder, marker);
        marker = "";
        break;
      case "table": {
        const table = token;
        const row = (cells: readonly Tokens.TableCell[]) =>
          cells.map((cell) => ({ content: inlineOf(cell.tokens, builder) }));
        addTable(builder, [
          { cells: row(table.header), isHeader: true },
          ...table.rows.map((cells) => ({ cells: row(cells) })),
        ]);
        break;
      }
      case "html":
        readBlocks(parseMarkup(token.raw, "html").root.children, { builder, weights: new PageWeights() });
        break;
      case "code":
        add([token.text], { kind: "paragraph", hardBreak: true });
        break;
      default:
        // Line breaks within a paragraph stay lines: texts are often written one clause a line.
        add("tokens" in token && token.tokens !== undefined ? inlineOf(token.tokens, builder) : [token.raw], {
          kind: "paragraph",
          hardBreak: true,
        });
    }
  }
};

const addFootnotes = (tokens: readonly Token[], builder: TextBuilder): void => {
  const notes = tokens
    .filter(({ type }) => type === "footnoteText")
    .map((token) => ({ token, place: builder.notePlace(idOf(token)) }));
  for (const { token, place } of notes.toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity))) {
    const text = "text" in token && typeof token["text"] === "string" ? token["text"] : "";
    builder.add(text.replaceAll(/\s*\n\s*/g, " "), {
      kind: "footnote",
      hardBreak: true,
      ...(place === undefined ? {} : { annotates: place }),
    });
  }
};

/** Markdown: its marks go, its numbers stay as printed; footnotes come last with their places. */
export const markdownExtractor: Extractor = {
  format: "markdown",
  extract: (bytes) => {
    const decoded = decodeText(bytes);
    const { frontMatter, bodyStart } = splitFrontMatter(decoded.text);
    const builder = new TextBuilder();
    const tokens = marked.lexer(decoded.text.slice(bodyStart).replace(/^\uFEFF/, ""));
    addTokens(tokens, builder);
    addFootnotes(tokens, builder);
    if (builder.isEmpty) throw noText("markdown without words");
    const extracted = builder.finish();
    return {
      ...extracted,
      dropped: [...frontMatterDrops(frontMatter), ...extracted.dropped],
      issues: [...extracted.issues, ...encodingIssues({ ...decoded, text: extracted.text })],
      ...(frontMatter === null ? {} : { frontMatter }),
    };
  },
};
