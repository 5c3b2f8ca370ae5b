import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { SchemaNode } from "./schema-node.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const nameOf = (reference: string): string => reference.split("/").at(-1) ?? "";

/** Values beyond what JSON Schema's safe integers say are no limit to a reader. */
const isLimit = (value: number | undefined): value is number =>
  value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;

const span = (low: number | undefined, high: number | undefined, unit: string): string => {
  if (!isLimit(low) && !isLimit(high)) return "";
  return ` ${isLimit(low) ? low : ""}–${isLimit(high) ? high : ""}${unit}`;
};

const limitsOf = (node: SchemaNode): string =>
  span(node.minimum, node.maximum, "") +
  span(node.minLength, node.maxLength, " 字符 characters") +
  span(node.minItems, node.maxItems, " 项 items") +
  (node.default === undefined ? "" : `，默认 default ${JSON.stringify(node.default)}`);

/** The type of a value, with links to the schemas that have names. */
export const typeHtml = (node: SchemaNode): Html => {
  if (node.$ref !== undefined) {
    const name = nameOf(node.$ref);
    return html`<a href="#${name}">${name}</a>`;
  }
  if (node.anyOf !== undefined) {
    return html`${node.anyOf.map((each, place) => html`${place === 0 ? "" : " | "}${typeHtml(each)}`)}`;
  }
  if (node.enum !== undefined) return html`${node.enum.map((each) => JSON.stringify(each)).join(" | ")}`;
  if (node.const !== undefined) return html`${JSON.stringify(node.const)}`;
  if (node.items !== undefined) return html`(${typeHtml(node.items)})[]${limitsOf(node)}`;
  if (node.properties !== undefined) return html`object ${propertiesHtml(node)}`;
  const { type = "any" } = node;
  return html`${typeof type === "string" ? type : type.join(" | ")}${limitsOf(node)}`;
};

/** The properties of an object, one a row; those that may be left out end in a question mark. */
export const propertiesHtml = (node: SchemaNode): Html => {
  const required = new Set(node.required);
  const rows = Object.entries(node.properties ?? {}).map(
    ([name, each]) =>
      html`<tr>
        <th scope="row"><code>${name}${required.has(name) ? "" : "?"}</code></th>
        <td>${typeHtml(each)}</td>
      </tr>`,
  );
  return rows.length === 0
    ? html``
    : html`<table>
        ${rows}
      </table>`;
};
