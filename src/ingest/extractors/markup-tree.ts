import { Parser } from "htmlparser2";
import { damagedFile, tooLarge } from "./file-errors.ts";

/** An element of an XML or HTML document. In XML, names are without their prefix: `w:p` is `p`. */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: MarkupNode[];
}

/** An element, or a stretch of text. */
export type MarkupNode = MarkupElement | string;

export interface MarkupTree {
  readonly root: MarkupElement;
  /** XML only: an element was never closed, so the end of the document may be missing. */
  readonly incomplete: boolean;
}

/** Deeper nesting is no document; walking the tree is recursive and must not run out of stack. */
const DEEPEST = 400;
/** The parser keeps its stack at a cost that grows with depth. */
const DEEPEST_HTML = 20_000;
const MOST_NODES = 5_000_000;

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const localNames = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));

/**
 * Parses markup into a tree, without recursion and without entities of the document's own (no expansion bombs).
 * HTML nested too deeply is flattened, since browsers show it too; XML that is, is refused.
 * @throws PolicyError `damaged_file` when it nests too deeply, `file_too_large` with too many nodes.
 */
export const parseMarkup = (source: string, language: "xml" | "html"): MarkupTree => {
  const isXml = language === "xml";
  const root: MarkupElement = { name: "#document", attributes: {}, children: [] };
  const open: MarkupElement[] = [root];
  let nodes = 0;
  let depth = 0;
  let incomplete = false;
  let lastOpened: MarkupElement | null = null;
  const append = (node: MarkupNode): void => {
    nodes += 1;
    if (nodes > MOST_NODES) throw tooLarge(`more than ${MOST_NODES} nodes`);
    const { children } = open.at(-1) ?? root;
    const last = children.at(-1);
    // Text arrives in pieces around entities.
    if (typeof node === "string" && typeof last === "string") children[children.length - 1] = last + node;
    else children.push(node);
  };
  // The parser calls `<a/>` closed by implication too.
  const isSelfClosing = (): boolean =>
    open.at(-1) === lastOpened && source.startsWith("/>", parser.endIndex - 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = isXml
          ? { name: localName(name), attributes: localNames(attributes), children: [] }
          : { name, attributes, children: [] };
        append(element);
        lastOpened = element;
        depth += 1;
        if (depth < DEEPEST) open.push(element);
        else if (isXml || depth > DEEPEST_HTML) throw damagedFile(`elements nest more than ${DEEPEST} deep`);
      },
      onclosetag: (_name, isImplied) => {
        if (isXml && isImplied && !isSelfClosing()) incomplete = true;
        if (depth < DEEPEST) open.pop();
        depth -= 1;
      },
      ontext: append,
    },
    { xmlMode: isXml },
  );
  parser.write(source);
  parser.end();
  return { root, incomplete };
};

/** The child elements of a name. */
export const childrenNamed = (element: MarkupElement | undefined, name: string): MarkupElement[] =>
  (element?.children ?? []).filter(
    (child): child is MarkupElement => typeof child !== "string" && child.name === name,
  );

export const childNamed = (element: MarkupElement | undefined, name: string): MarkupElement | undefined =>
  childrenNamed(element, name)[0];

/** All elements of a name below an element, in document order. */
export function* descendantsNamed(element: MarkupElement, name: string): Generator<MarkupElement> {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (child.name === name) yield child;
    yield* descendantsNamed(child, name);
  }
}

/** All text below an element. */
export const textOf = (element: MarkupElement): string =>
  element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
