import { Numbering } from "./docx/numbering.ts";
import { readBody } from "./docx/read-body.ts";
import type { BodyContext } from "./docx/read-body.ts";
import { Styles } from "./docx/styles.ts";
import type { Extractor } from "./extractor.ts";
import { damagedFile, noText } from "./file-errors.ts";
import { childNamed, childrenNamed, descendantsNamed, textOf } from "./markup-tree.ts";
import type { MarkupElement } from "./markup-tree.ts";
import { openParts } from "./office-parts.ts";
import type { OfficeParts } from "./office-parts.ts";
import { TextBuilder } from "./text-builder.ts";
import { openZip } from "./zip-archive.ts";

const wordsOf = (element: MarkupElement): string =>
  [...descendantsNamed(element, "p")]
    .map((paragraph) => [...descendantsNamed(paragraph, "t")].map(textOf).join(""))
    .filter((text) => text.trim() !== "")
    .join("\n");

/** Footnotes or endnotes, one line each, in the order of their places in the text. */
const addNotes = (kind: "footnote" | "endnote", parts: OfficeParts, context: BodyContext): void => {
  const [path] = parts.related(`${kind}s`);
  const root = path === undefined ? undefined : parts.xml(path);
  const { builder } = context;
  const notes = childrenNamed(childNamed(root, `${kind}s`), kind)
    .filter(({ attributes }) => attributes["type"] === undefined || attributes["type"] === "normal")
    .map((note) => ({ note, place: builder.notePlace(`${kind}:${note.attributes["id"] ?? ""}`) }));
  for (const { note, place } of notes.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))) {
    const inner = new TextBuilder();
    readBody(note, { ...context, builder: inner });
    const { text, dropped } = inner.finish();
    for (const each of dropped) builder.drop(each.reason, each.text);
    // Word shows no note whose place is gone, such as one in deleted text.
    if (place === undefined) builder.drop("hidden", text);
    else
      builder.add(text.replaceAll(/\s*\n\s*/g, " ").trim(), {
        kind: "footnote",
        hardBreak: true,
        annotates: place,
      });
  }
};

const dropParts = (
  purpose: string,
  reason: "header" | "footer" | "comment",
  parts: OfficeParts,
  builder: TextBuilder,
) => {
  for (const path of parts.related(purpose)) {
    const root = parts.xml(path);
    if (root !== undefined) builder.drop(reason, wordsOf(root));
  }
};

const readProperties = (parts: OfficeParts): Record<string, string> => {
  const core = childNamed(parts.xml("docProps/core.xml"), "coreProperties");
  const properties: Record<string, string> = {};
  for (const name of ["title", "subject", "creator", "created"]) {
    const element = childNamed(core, name);
    const value = element === undefined ? "" : textOf(element).trim();
    if (value !== "") properties[name] = value;
  }
  return properties;
};

/**
 * Word documents (DOCX): numbering written as a reader sees it, tables with the headers beside each cell, notes
 * at the end with their places, tracked changes as accepted. Headers, footers, comments, hidden text and the
 * table of contents are dropped with their reasons.
 */
export const docxExtractor: Extractor = {
  format: "docx",
  extract: (bytes) => {
    const parts = openParts(openZip(bytes), "word/document.xml");
    const body = childNamed(childNamed(parts.xml(parts.main), "document"), "body");
    if (body === undefined) throw damagedFile("no document body");
    const partFor = (purpose: string): MarkupElement | undefined => {
      const [path] = parts.related(purpose);
      return path === undefined ? undefined : parts.xml(path);
    };
    const styles = new Styles(partFor("styles"));
    const numbering = new Numbering(partFor("numbering"), (styleId) => styles.listOf(styleId));
    const builder = new TextBuilder();
    const context: BodyContext = { builder, styles, numbering, fields: { open: [] } };
    readBody(body, context);
    addNotes("footnote", parts, context);
    addNotes("endnote", parts, context);
    dropParts("header", "header", parts, builder);
    dropParts("footer", "footer", parts, builder);
    dropParts("comments", "comment", parts, builder);
    if (builder.isEmpty) throw noText("document without words");
    return { ...builder.finish(), properties: readProperties(parts) };
  },
};
