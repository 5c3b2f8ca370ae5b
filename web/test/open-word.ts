import { DomUtils, parseDocument } from "htmlparser2";
import mammoth from "mammoth";

/** A Word document as a program that did not write it reads it. */
export interface OpenedWord {
  readonly headings: readonly string[];
  /** Paragraphs of the body without the marks of their notes, with the numbers of those notes. */
  readonly paragraphs: readonly { readonly text: string; readonly notes: readonly number[] }[];
  /** The footnotes in their order; note 1 is the first. */
  readonly notes: readonly { readonly text: string; readonly links: readonly string[] }[];
  /** What could not be read. */
  readonly errors: readonly string[];
}

const isNote = (id: string | undefined): boolean => id?.startsWith("footnote-") === true;

/** Opens a Word document with a library of its own for that. */
export const openWord = async (file: Buffer): Promise<OpenedWord> => {
  const { value, messages } = await mammoth.convertToHtml({ buffer: file });
  const { children } = parseDocument(value);
  const named = (name: string, nodes = children): ReturnType<typeof DomUtils.getElementsByTagName> =>
    DomUtils.getElementsByTagName(name, nodes, true);
  const listed = named("li").filter((item) => isNote(item.attribs["id"]));
  const inNotes = new Set(listed.flatMap((item) => named("p", item.children)));
  return {
    headings: [...named("h1"), ...named("h2")].map((heading) => DomUtils.textContent(heading)),
    paragraphs: named("p")
      .filter((paragraph) => !inNotes.has(paragraph))
      .map((paragraph) => {
        const marks = named("sup", paragraph.children);
        const numbers = marks.flatMap((mark) => DomUtils.textContent(mark).match(/\d+/g) ?? []);
        for (const mark of marks) DomUtils.removeElement(mark);
        return { text: DomUtils.textContent(paragraph), notes: numbers.map(Number) };
      }),
    notes: listed.map((item) => {
      const links = named("a", item.children);
      // The last one leads back to the text.
      const back = links.find(({ attribs }) => isNote(attribs["href"]?.slice(1)));
      if (back !== undefined) DomUtils.removeElement(back);
      return {
        text: DomUtils.textContent(item).trim(),
        links: links.filter((link) => link !== back).map(({ attribs }) => attribs["href"] ?? ""),
      };
    }),
    errors: messages.filter(({ type }) => type === "error").map(({ message }) => message),
  };
};
