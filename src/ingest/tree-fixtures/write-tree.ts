import fc from "fast-check";
import type { RandomTree } from "./random-tree.ts";
import type { TreeClause } from "./tree-clause.ts";

/** How a text is set: what stands between paragraphs and before them, and whether lines are wrapped. */
export interface TextStyle {
  readonly name: string;
  readonly between: string;
  readonly indent: string;
  /** Characters in a line; null where a paragraph is one line. */
  readonly width: number | null;
  readonly end: string;
}

const style = (name: string, between: string, indent: string, width: number | null = null): TextStyle => ({
  name,
  between,
  indent,
  width,
  end: between.endsWith("\n") ? "\n" : "",
});

export const LINE_STYLES: readonly TextStyle[] = [
  style("lines", "\n", ""),
  style("indented lines", "\n", "　　"),
  style("blank lines", "\n\n", ""),
  style("Windows lines", "\r\n", "    "),
  style("blank lines with blanks", " \n　\n", "　　"),
];
const LOST_STYLES: readonly TextStyle[] = [
  style("lost breaks", "　　", ""),
  style("lost breaks, one blank", " ", ""),
];

const blankAfter = (tree: RandomTree, marker: string): string => {
  const decimal = /^[0-9０-９]+(?:[.．][0-9]+)+$/.test(marker) || /^[0-9]+$/.test(marker);
  const form = decimal
    ? tree.blanks.find(({ family }) => family === "1")
    : tree.blanks.find(({ marker: write }) =>
        Array.from({ length: 60 }, (_, at) => write(at + 1)).includes(marker),
      );
  return form?.blank ?? (marker.startsWith("第") ? "　" : "");
};

/** A paragraph as it is printed, and the clause that begins with it: null in a list of contents. */
export interface PrintedLine {
  readonly line: string;
  readonly clause: TreeClause | null;
  /** How many clauses it stands below. */
  readonly depth: number;
}

/** The paragraphs of a tree in order, each with its clause. */
export const printedLines = (tree: RandomTree): PrintedLine[] => {
  const lines: PrintedLine[] = [];
  const write = (clauses: readonly TreeClause[], depth: number): void => {
    for (const clause of clauses) {
      const { kind, marker, text, children } = clause;
      if (kind === "contents") {
        lines.push(...text.split("\n").map((line) => ({ line, clause: null, depth })));
        continue;
      }
      if (kind === "attachment") {
        lines.push({ line: marker ?? "", clause, depth }, { line: text, clause: null, depth });
        write(children, depth + 1);
        continue;
      }
      const isPlain = marker === null || kind === "dash";
      const line = isPlain ? `${marker ?? ""}${text}` : `${marker}${blankAfter(tree, marker)}${text}`;
      lines.push({ line, clause, depth });
      write(children, depth + 1);
    }
  };
  write(tree.clauses, 0);
  return lines;
};

/** The paragraphs of a tree as they are printed, in order. */
export const printedParagraphs = (tree: RandomTree): string[] => printedLines(tree).map(({ line }) => line);

/** Marks that must not begin a line: they hang at the end of the one before. */
const HANGING = /^[，。；：、！？）”》]/;

const wrap = (paragraph: string, width: number): string[] => {
  const lines: string[] = [];
  let rest = paragraph;
  while (rest.length > width) {
    let cut = width;
    while (cut < rest.length && HANGING.test(rest.slice(cut)) && cut < width + 2) cut += 1;
    // A line neither begins nor ends with a blank.
    while (cut > 1 && (/\s/.test(rest.charAt(cut)) || /\s/.test(rest.charAt(cut - 1)))) cut -= 1;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  if (rest !== "") lines.push(rest);
  return lines;
};

export const writeParagraphs = (
  paragraphs: readonly string[],
  { between, indent, width, end }: TextStyle,
): string =>
  paragraphs
    .map((paragraph) => (width === null ? indent + paragraph : wrap(indent + paragraph, width).join("\n")))
    .join(between) + end;

/** Whether enough lines of a text are full for anybody to see that it is wrapped at this width. */
const showsWidth = (paragraphs: readonly string[], width: number): boolean => {
  const lines = paragraphs.map((paragraph) => Math.ceil((paragraph.length + 2) / width));
  const all = lines.reduce((sum, each) => sum + each, 0);
  const wrapped = lines.reduce((sum, each) => sum + each - 1, 0);
  return wrapped >= 8 && wrapped >= all * 0.5;
};

/** A style that fits the tree: breaks are lost only where the paragraphs can still be told apart. */
export const styleFor = (tree: RandomTree): fc.Arbitrary<TextStyle> => {
  const paragraphs = printedParagraphs(tree);
  const wrapped = [22, 28, 34, 40].flatMap((width) =>
    showsWidth(paragraphs, width)
      ? [
          style(`wrapped at ${width}, indented`, "\n", "　　", width),
          style(`wrapped at ${width}`, "\n\n", "", width),
        ]
      : [],
  );
  // Between a title and plain text one blank is no more than a blank.
  const isAmbiguous = tree.clauses[1]?.kind === "paragraph";
  const lost = LOST_STYLES.filter(
    ({ between }) => tree.survivesLostBreaks && (between === "　　" || !isAmbiguous),
  );
  return fc.constantFrom(...LINE_STYLES, ...wrapped, ...lost);
};
