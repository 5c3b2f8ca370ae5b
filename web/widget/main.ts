// oxlint-disable-next-line import/no-unassigned-import -- it is there for what it does, before all others
import "../src/zod-without-eval.ts";
import { createClient } from "../../src/client/create-client.ts";
import { openWidget } from "./open-widget.ts";
import { WIDGET_TEXTS } from "./widget-texts.ts";

/**
 * `<script src="https://policy.example.cn/widget.js" data-language="zh" data-title="…" data-token="…" async></script>`
 * puts a button on the page of another site; behind it, one can ask this server.
 */
const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src !== "") {
  const { language, title, token } = script.dataset;
  const texts = WIDGET_TEXTS[language === "en" ? "en" : "zh"];
  const baseUrl = new URL(".", script.src).href.replace(/\/$/, "");
  const client = createClient({
    baseUrl,
    language: language === "en" ? "en" : "zh-CN",
    ...(token === undefined ? {} : { token }),
  });
  const start = (): void => openWidget(client, texts, title ?? texts.title);
  if (document.body === null) document.addEventListener("DOMContentLoaded", start, { once: true });
  else start();
}
