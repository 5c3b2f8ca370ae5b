import { strToU8, zipSync } from "fflate";

/** A level of a list: `format` is Word's `w:numFmt`, `text` its template such as 第%1章. */
export interface FixtureLevel {
  readonly format: string;
  readonly text: string;
  readonly start?: number;
  /** Word's `w:lvlRestart`. */
  readonly restart?: number;
  readonly suffix?: "tab" | "space" | "nothing";
  readonly legal?: boolean;
  /** The paragraph style that this level numbers. */
  readonly style?: string;
}

/** Lists of one `definition` share their counters, as Word's `w:num` share a `w:abstractNum`. */
export interface FixtureList {
  readonly definition: string;
  readonly startOverrides?: Readonly<Record<number, number>>;
}

export interface FixtureCell {
  readonly text: string;
  readonly columns?: number;
  readonly merge?: "restart" | "continue";
}

export interface FixtureBlock {
  readonly text?: string;
  readonly numbering?: { readonly list: string; readonly level: number };
  readonly style?: string;
  /** Rows of cells; `text` and the rest are then ignored. */
  readonly table?: readonly (readonly (string | FixtureCell)[])[];
  /** The text of a footnote whose mark stands after the paragraph's text. */
  readonly footnote?: string;
  /** Paragraph content as WordprocessingML, instead of `text`. */
  readonly xml?: string;
  /** A block as WordprocessingML, instead of a paragraph. */
  readonly block?: string;
}

export interface FixtureOptions {
  readonly definitions?: Readonly<Record<string, readonly FixtureLevel[]>>;
  /** Without lists, each definition is a list of the same name. */
  readonly lists?: Readonly<Record<string, FixtureList>>;
  readonly styles?: Readonly<
    Record<
      string,
      {
        readonly name?: string;
        readonly basedOn?: string;
        readonly properties?: string;
        readonly list?: string;
      }
    >
  >;
  readonly header?: string;
  readonly footer?: string;
  readonly comment?: string;
  /** More parts, or others in place of the ones written here. */
  readonly parts?: Readonly<Record<string, string>>;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A run of text; line feeds become `w:br`. */
export const fixtureRun = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}${text
    .split("\n")
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join("<w:br/>")}</w:r>`;

const levelXml = (level: FixtureLevel, index: number): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${level.start ?? 1}"/><w:numFmt w:val="${level.format}"/>` +
  (level.style === undefined ? "" : `<w:pStyle w:val="${level.style}"/>`) +
  (level.restart === undefined ? "" : `<w:lvlRestart w:val="${level.restart}"/>`) +
  (level.legal === true ? "<w:isLgl/>" : "") +
  (level.suffix === undefined ? "" : `<w:suff w:val="${level.suffix}"/>`) +
  `<w:lvlText w:val="${escapeXml(level.text)}"/></w:lvl>`;

const numberingXml = (
  definitions: Readonly<Record<string, readonly FixtureLevel[]>>,
  lists: Readonly<Record<string, FixtureList>>,
): string => {
  const names = Object.keys(definitions);
  const abstracts = names.map(
    (name, index) =>
      `<w:abstractNum w:abstractNumId="${index}"><w:multiLevelType w:val="multilevel"/>${(definitions[name] ?? []).map(levelXml).join("")}</w:abstractNum>`,
  );
  const nums = Object.values(lists).map(
    ({ definition, startOverrides }, index) =>
      `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${names.indexOf(definition)}"/>${Object.entries(
        startOverrides ?? {},
      )
        .map(
          ([level, start]) =>
            `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
        )
        .join("")}</w:num>`,
  );
  return `${PROLOGUE}<w:numbering ${W}>${abstracts.join("")}${nums.join("")}</w:numbering>`;
};

const numPr = (listNumber: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${listNumber}"/></w:numPr>`;

const tableXml = (rows: readonly (readonly (string | FixtureCell)[])[]): string => {
  const cellXml = (cell: string | FixtureCell): string => {
    const { text, columns, merge } = typeof cell === "string" ? { text: cell } : cell;
    const properties =
      (columns === undefined ? "" : `<w:gridSpan w:val="${columns}"/>`) +
      (merge === undefined ? "" : merge === "restart" ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>");
    return `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${fixtureRun(text)}</w:p></w:tc>`;
  };
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row.map(cellXml).join("")}</w:tr>`).join("")}</w:tbl>`;
};

/**
 * Writes a Word document for tests, with real automatic numbering: the markers are nowhere in its text.
 *
 * @example
 * writeDocx([{ text: "总则", numbering: { list: "law", level: 0 } }], {
 *   definitions: { law: [{ format: "chineseCountingThousand", text: "第%1章" }] },
 * });
 */
export const writeDocx = (blocks: readonly FixtureBlock[], options: FixtureOptions = {}): Uint8Array => {
  const definitions = options.definitions ?? {};
  const lists =
    options.lists ?? Object.fromEntries(Object.keys(definitions).map((name) => [name, { definition: name }]));
  const listNumber = (name: string): number => Object.keys(lists).indexOf(name) + 1;
  const footnotes: string[] = [];
  const body = blocks.map((block) => {
    if (block.block !== undefined) return block.block;
    if (block.table !== undefined) return tableXml(block.table);
    const properties =
      (block.style === undefined ? "" : `<w:pStyle w:val="${block.style}"/>`) +
      (block.numbering === undefined ? "" : numPr(listNumber(block.numbering.list), block.numbering.level));
    let content = block.xml ?? fixtureRun(block.text ?? "");
    if (block.footnote !== undefined) {
      footnotes.push(block.footnote);
      content += `<w:r><w:footnoteReference w:id="${footnotes.length + 1}"/></w:r>`;
    }
    return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
  });
  const styles = Object.entries(options.styles ?? {}).map(
    ([id, { name, basedOn, properties, list }]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name ?? id}"/>` +
      (basedOn === undefined ? "" : `<w:basedOn w:val="${basedOn}"/>`) +
      `<w:pPr>${list === undefined ? "" : `<w:numPr><w:numId w:val="${listNumber(list)}"/></w:numPr>`}${properties ?? ""}</w:pPr></w:style>`,
  );
  const simple = (name: string, text: string): string =>
    `${PROLOGUE}<w:${name} ${W}><w:p>${fixtureRun(text)}</w:p></w:${name}>`;
  const parts: Record<string, string> = {
    "word/document.xml": `${PROLOGUE}<w:document ${W} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="${RELATION}"><w:body>${body.join("")}<w:sectPr/></w:body></w:document>`,
    "word/numbering.xml": numberingXml(definitions, lists),
    "word/styles.xml": `${PROLOGUE}<w:styles ${W}>${styles.join("")}</w:styles>`,
    "word/footnotes.xml": `${PROLOGUE}<w:footnotes ${W}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>${footnotes
      .map(
        (text, index) =>
          `<w:footnote w:id="${index + 2}"><w:p><w:r><w:footnoteRef/></w:r>${fixtureRun(text)}</w:p></w:footnote>`,
      )
      .join("")}</w:footnotes>`,
    ...(options.header === undefined ? {} : { "word/header1.xml": simple("hdr", options.header) }),
    ...(options.footer === undefined ? {} : { "word/footer1.xml": simple("ftr", options.footer) }),
    ...(options.comment === undefined
      ? {}
      : {
          "word/comments.xml": `${PROLOGUE}<w:comments ${W}><w:comment w:id="1"><w:p>${fixtureRun(options.comment)}</w:p></w:comment></w:comments>`,
        }),
    "_rels/.rels": `${PROLOGUE}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "[Content_Types].xml": `${PROLOGUE}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ...options.parts,
  };
  const relations = Object.keys(parts)
    .flatMap(
      (path) =>
        /^word\/(numbering|styles|footnotes|endnotes|header|footer|comments)\d*\.xml$/.exec(path) ?? [],
    )
    .filter((match) => !match.includes("/"));
  const relationsXml = relations.map((purpose, index) => {
    const file = Object.keys(parts).find((path) => path.startsWith(`word/${purpose}`)) ?? "";
    return `<Relationship Id="rId${index + 1}" Type="${RELATION}/${purpose}" Target="${file.slice("word/".length)}"/>`;
  });
  parts["word/_rels/document.xml.rels"] ??=
    `${PROLOGUE}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationsXml.join("")}</Relationships>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])), {
    mtime: new Date("2024-01-01T00:00:00Z"),
  });
};
