import { html } from "hono/html";
import type { OpenApiDocument } from "../openapi.ts";
import type { Html } from "./schema-html.ts";
import { propertiesHtml, typeHtml } from "./schema-html.ts";
import type { Operation } from "./schema-node.ts";
import { OperationSchema, SchemaNodeSchema } from "./schema-node.ts";

const contentHtml = (content: NonNullable<Operation["requestBody"]>["content"]): Html =>
  html`${Object.entries(content ?? {}).map(
    ([type, { schema }]) => html`<code>${type}</code> ${typeHtml(schema)} `,
  )}`;

const parameterHtml = ({ name, in: place, required, schema }: Operation["parameters"][number]): Html =>
  html`<tr>
    <th scope="row"><code>${name}${required ? "" : "?"}</code> ${place}</th>
    <td>${typeHtml(schema)}</td>
  </tr>`;

const operationHtml = (method: string, path: string, operation: Operation): Html => {
  const { summary, parameters, requestBody, responses } = operation;
  return html`<section>
    <h3><code>${method.toUpperCase()} ${path}</code></h3>
    <p>${summary}</p>
    ${
      parameters.length === 0
        ? ""
        : html`<table>
            ${parameters.map((each) => parameterHtml(each))}
          </table>`
    }
    ${requestBody === undefined ? "" : html`<p>请求 Request: ${contentHtml(requestBody.content)}</p>`}
    <table>
      ${Object.entries(responses).map(
        ([status, { description, content }]) =>
          html`<tr>
            <th scope="row">${status}</th>
            <td>${description} ${contentHtml(content)}</td>
          </tr>`,
      )}
    </table>
  </section>`;
};

const schemaHtml = (name: string, schema: unknown): Html => {
  const node = SchemaNodeSchema.parse(schema);
  const body = node.properties === undefined ? html`<p>${typeHtml(node)}</p>` : propertiesHtml(node);
  return html`<section id="${name}">
    <h3>${name}</h3>
    ${body}
  </section>`;
};

/** A page for people of what `/openapi.json` tells programs: no script, and nothing from another host. */
export const referencePage = ({ paths, components }: OpenApiDocument): Html => {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      operationHtml(method, path, OperationSchema.parse(operation)),
    ),
  );
  const schemas = Object.entries(components.schemas).map(([name, schema]) => schemaHtml(name, schema));
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>政问接口 Zhengwen API</title>
        <link rel="stylesheet" href="/reference/style.css" />
      </head>
      <body>
        <h1>政问接口 <span lang="en">Zhengwen API</span></h1>
        <p>
          机器可读的说明：<a href="/openapi.json">/openapi.json</a>。问号表示可以省略。
          <span lang="en"
            >For programs: <a href="/openapi.json">/openapi.json</a>. A question mark: may be left out.</span
          >
        </p>
        <h2>地址 <span lang="en">Addresses</span></h2>
        ${operations}
        <h2>结构 <span lang="en">Schemas</span></h2>
        ${schemas}
      </body>
    </html>`;
};

/** The page's whole style. */
export const REFERENCE_STYLE = `
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; font: 1rem/1.6 system-ui, sans-serif; }
section { margin: 1.5rem 0; padding-top: 0.5rem; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
h3 { margin: 0.25rem 0; font-size: 1.05rem; }
p { margin: 0.25rem 0; }
table { border-collapse: collapse; font-size: 0.9rem; }
th { padding: 0.15rem 1rem 0.15rem 0; font-weight: normal; text-align: start; vertical-align: top; white-space: nowrap; }
td { padding: 0.15rem 0; overflow-wrap: anywhere; }
`;
