import type { Markup as Piece } from "./escape-html.ts";
import { html, Markup } from "./escape-html.ts";

const STYLE = `
  :root { color-scheme: light dark; --line: #8884; --bad: light-dark(#b3261e, #ff8a80); --good: light-dark(#2e7d52, #6fcf97); }
  body { font: 15px/1.5 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
  table.small { font-size: .85em; } table.narrow { width: auto; }
  .scroll { overflow-x: auto; }
  .side { display: flex; flex-wrap: wrap; gap: 2rem; }
  th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
  .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .failed { color: var(--bad); margin: .2rem 0; }
  .muted { opacity: .7; margin: .2rem 0; font-size: .9em; }
  .answer, blockquote { white-space: pre-wrap; }
  blockquote { margin: .2rem 0 .6rem; padding-left: .8rem; border-left: 3px solid var(--line); }
  mark { background: light-dark(#fff2a8, #6b5d00); color: inherit; }
  u { text-decoration: underline 2px var(--good); text-underline-offset: 3px; }
  summary { cursor: pointer; }
  .filters { display: flex; flex-wrap: wrap; gap: 1rem; margin-bottom: 1rem; align-items: center; }
  svg text { font-size: 12px; fill: currentColor; }
  .track { fill: var(--line); } .value { fill: var(--good); } .value.missed { fill: var(--bad); } .value.light { opacity: .55; }
  .uncovered { fill: var(--line); } .axis { stroke: currentColor; opacity: .6; }
  .interval { stroke: currentColor; stroke-width: 2; } .bound { stroke: currentColor; stroke-dasharray: 2 2; }
  .line { fill: none; stroke: var(--good); stroke-width: 2; } .point { fill: var(--good); fill-opacity: .5; stroke: currentColor; }
`;

/**
 * A page of its own that asks for nothing from elsewhere.
 * @param script - the project's own text, not escaped; never anything of cases or replies
 */
export const page = (title: string, body: Piece, script = ""): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
        />
        <title>${title}</title>
        <style>
          ${new Markup(STYLE)}
        </style>
      </head>
      <body>
        ${body}
        <script>
          ${new Markup(script)};
        </script>
      </body>
    </html> `.html;
