import { strToU8, zipSync } from "fflate";
import { escapeXml } from "./docx-fixture.ts";

/** A text, or a number in a number format. */
export type FixtureValue = string | { readonly value: number; readonly format: string };

export interface FixtureSheet {
  readonly name: string;
  readonly rows: readonly (readonly FixtureValue[])[];
  /** `A1:C1` */
  readonly merges?: readonly string[];
  readonly isHidden?: boolean;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

const indexIn = (list: string[], text: string): number => {
  if (!list.includes(text)) list.push(text);
  return list.indexOf(text);
};

/** Writes a spreadsheet for tests; empty texts are absent cells. */
export const writeXlsx = (sheets: readonly FixtureSheet[]): Uint8Array => {
  const strings: string[] = [];
  const formats: string[] = [];
  const cellXml = (value: FixtureValue, row: number, column: number): string => {
    const place = `${String.fromCodePoint(65 + column)}${row + 1}`;
    if (value === "") return "";
    if (typeof value === "string") return `<c r="${place}" t="s"><v>${indexIn(strings, value)}</v></c>`;
    return `<c r="${place}" s="${indexIn(formats, value.format)}"><v>${value.value}</v></c>`;
  };
  const sheetXml = ({ rows, merges = [] }: FixtureSheet): string =>
    `<worksheet ${MAIN}><sheetData>${rows
      .map(
        (row, at) =>
          `<row r="${at + 1}">${row.map((value, column) => cellXml(value, at, column)).join("")}</row>`,
      )
      .join(
        "",
      )}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells></worksheet>`;
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
  });
  parts["xl/workbook.xml"] = `<workbook ${MAIN} xmlns:r="${RELATION}"><sheets>${sheets
    .map(
      ({ name, isHidden }, index) =>
        `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${isHidden === true ? ' state="hidden"' : ""}/>`,
    )
    .join("")}</sheets></workbook>`;
  parts["xl/sharedStrings.xml"] =
    `<sst ${MAIN}>${strings.map((text) => `<si><t>${escapeXml(text)}</t></si>`).join("")}</sst>`;
  parts["xl/styles.xml"] = `<styleSheet ${MAIN}><numFmts>${formats
    .map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(code)}"/>`)
    .join("")}</numFmts><cellXfs>${formats
    .map((_, index) => `<xf numFmtId="${200 + index}"/>`)
    .join("")}</cellXfs></styleSheet>`;
  const relations = [
    ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`]),
    ["sharedStrings", "sharedStrings.xml"],
    ["styles", "styles.xml"],
  ];
  parts["xl/_rels/workbook.xml.rels"] =
    `<Relationships ${PACKAGE}>${relations.map(([purpose, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATION}/${purpose}" Target="${target}"/>`).join("")}</Relationships>`;
  parts["_rels/.rels"] =
    `<Relationships ${PACKAGE}><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
};
