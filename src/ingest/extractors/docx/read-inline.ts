import { childNamed, childrenNamed, descendantsNamed, textOf } from "../markup-tree.ts";
import type { MarkupElement } from "../markup-tree.ts";
import type { NoteAnchor, TextBuilder } from "../text-builder.ts";
import { isOn } from "./numbering.ts";
import type { Styles } from "./styles.ts";
import { symbolText } from "./symbol-text.ts";

/** The text of a paragraph, and what hangs on it. */
export interface ParagraphContent {
  readonly inline: (string | NoteAnchor)[];
  /** Contents of text boxes, which a reader sees beside the paragraph. */
  readonly boxes: MarkupElement[];
  /** Pictures and embedded objects, whose words are not read. */
  pictures: number;
  /** The paragraph lies in the result of a field that makes a table of contents. */
  inContents: boolean;
}

/** Complex fields (`fldChar`) run across runs and paragraphs. */
export interface FieldState {
  readonly open: { instruction: string }[];
}

export interface InlineContext {
  readonly styles: Styles;
  readonly builder: TextBuilder;
  readonly fields: FieldState;
}

const IGNORED = new Set([
  "pPr",
  "rPr",
  "sdtPr",
  "sdtEndPr",
  "instrText",
  "delInstrText",
  "fldData",
  "rt",
  "annotationRef",
  "commentReference",
  "proofErr",
  "bookmarkStart",
  "bookmarkEnd",
]);
const DELETED = new Set(["del", "moveFrom"]);

const deletedText = (element: MarkupElement): string =>
  [...descendantsNamed(element, "delText"), ...descendantsNamed(element, "t")].map(textOf).join("");

const isContentsField = (instruction: string): boolean => /^\s*TOC\b/i.test(instruction);

const readFieldChar = (element: MarkupElement, { open }: FieldState): void => {
  const type = element.attributes["fldCharType"];
  if (type === "begin") open.push({ instruction: "" });
  else if (type === "end") open.pop();
};

const enclosed = (text: string): string => (Array.from(text).length > 1 ? `(${text})` : text);

/** A formula in one line: fractions, powers and indices keep their meaning. */
const mathText = (element: MarkupElement): string => {
  const part = (name: string): string => {
    const found = childNamed(element, name);
    return found === undefined ? "" : mathText(found);
  };
  switch (element.name) {
    case "f":
      return `${enclosed(part("num"))}/${enclosed(part("den"))}`;
    case "sSup":
      return `${part("e")}^${enclosed(part("sup"))}`;
    case "sSub":
      return `${part("e")}_${enclosed(part("sub"))}`;
    case "rad":
      return `√${enclosed(part("e"))}`;
    case "t":
      return textOf(element);
    default:
      return element.children.map((child) => (typeof child === "string" ? "" : mathText(child))).join("");
  }
};

const isHiddenRun = (run: MarkupElement, styles: Styles, hiddenByDefault: boolean): boolean => {
  const properties = childNamed(run, "rPr");
  const vanish = childNamed(properties, "vanish");
  if (vanish !== undefined) return isOn(vanish);
  const style = childNamed(properties, "rStyle")?.attributes["val"];
  return (style !== undefined && styles.resolve(style).isHidden) || hiddenByDefault;
};

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["ptab", "\t"],
  ["br", "\n"],
  ["cr", "\n"],
  ["noBreakHyphen", "-"],
]);

/**
 * Reads what a reader sees of a paragraph: insertions as accepted and deletions as gone, results of fields
 * without their codes, no hidden text; footnotes as places. What is left out is recorded as dropped.
 *
 * @param hiddenByDefault the paragraph's style hides its text.
 */
export const readInline = (
  paragraph: MarkupElement,
  context: InlineContext,
  hiddenByDefault: boolean,
): ParagraphContent => {
  const { styles, builder, fields } = context;
  const content: ParagraphContent = { inline: [], boxes: [], pictures: 0, inContents: false };

  const noteContents = (): void => {
    content.inContents ||= fields.open.some(({ instruction }) => isContentsField(instruction));
  };

  const readGraphic = (element: MarkupElement): void => {
    const boxes = [...descendantsNamed(element, "txbxContent")];
    // Newer shapes come with an older copy of themselves; the first of the two alternatives is shown.
    const fallback = new Set(
      [...descendantsNamed(element, "Fallback")].flatMap((each) => [
        ...descendantsNamed(each, "txbxContent"),
      ]),
    );
    const chosen = boxes.filter((box) => !fallback.has(box));
    content.boxes.push(...(chosen.length > 0 ? chosen : boxes));
    if (boxes.length === 0) content.pictures += 1;
  };

  const walk = (element: MarkupElement): void => {
    const customMark = childrenNamed(element, "footnoteReference").some(
      ({ attributes }) => attributes["customMarkFollows"] === "1",
    );
    for (const child of element.children) if (typeof child !== "string") visit(child, customMark);
  };

  const visit = (element: MarkupElement, afterCustomMark: boolean): void => {
    const { name, attributes } = element;
    if (IGNORED.has(name)) {
      const field = fields.open.at(-1);
      if (name === "instrText" && field !== undefined) field.instruction += textOf(element);
      return;
    }
    const character = CHARACTERS.get(name);
    if (character !== undefined) {
      content.inline.push(character);
    } else if (name === "t") {
      noteContents();
      if (afterCustomMark) builder.drop("footnote-marker", textOf(element));
      else content.inline.push(textOf(element));
    } else if (DELETED.has(name)) {
      builder.drop("deleted", deletedText(element));
    } else if (name === "delText") {
      builder.drop("deleted", textOf(element));
    } else if (name === "r" && isHiddenRun(element, styles, hiddenByDefault)) {
      builder.drop("hidden", [...descendantsNamed(element, "t")].map(textOf).join(""));
      for (const field of childrenNamed(element, "fldChar")) readFieldChar(field, fields);
    } else if (name === "fldChar") {
      readFieldChar(element, fields);
    } else if (name === "sym") {
      const code = Number.parseInt(attributes["char"] ?? "", 16);
      if (code > 0 && code <= 0xffff) content.inline.push(symbolText(String.fromCharCode(code)));
    } else if (name === "footnoteReference" || name === "endnoteReference") {
      const kind = name === "footnoteReference" ? "footnote" : "endnote";
      content.inline.push({ note: `${kind}:${attributes["id"] ?? ""}` });
    } else if (name === "drawing" || name === "pict" || name === "object") {
      readGraphic(element);
    } else if (name === "oMath") {
      content.inline.push(mathText(element));
    } else if (name === "AlternateContent") {
      const choice = childNamed(element, "Choice");
      const fallback = childNamed(element, "Fallback");
      const before = content.boxes.length + content.inline.length;
      if (choice !== undefined) walk(choice);
      if (content.boxes.length + content.inline.length === before && fallback !== undefined) walk(fallback);
    } else if (name === "sdt" && childNamed(childNamed(element, "sdtPr"), "showingPlcHdr") !== undefined) {
      builder.drop("placeholder", [...descendantsNamed(element, "t")].map(textOf).join(""));
    } else {
      // Links, insertions, simple fields and whatever else wraps runs.
      walk(element);
    }
  };

  walk(paragraph);
  return content;
};
