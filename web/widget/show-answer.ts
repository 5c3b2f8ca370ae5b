import type { Client } from "../../src/client/create-client.ts";
import type { ChatEvent } from "../../src/client/read-chat.ts";
import type { CitationReply } from "../../src/contract/common.ts";
import { element } from "./element.ts";
import type { WidgetTexts } from "./widget-texts.ts";

/** An answer on the widget's page, as it comes to be. */
export interface ShownAnswer {
  readonly root: HTMLElement;
  /** Shows one step; its text, for the history. */
  show(event: ChatEvent): string;
  fail(message: string): void;
  /** Nothing more comes. */
  end(): void;
}

const link = (href: string, text: string, label?: string): HTMLAnchorElement =>
  element(
    "a",
    { href, target: "_blank", rel: "noopener", ...(label === undefined ? {} : { "aria-label": label }) },
    text,
  );

const sourceItem = (client: Client, texts: WidgetTexts, citation: CitationReply, isNumbered: boolean) => {
  const { index, documentTitle, label, url, quote, status } = citation;
  const title = /^《.*》$/.test(documentTitle) ? documentTitle : `《${documentTitle}》`;
  return element(
    "li",
    {},
    ...(isNumbered ? [`[${index}] `] : []),
    link(client.linkTo(url), `${title}${label}`),
    element("span", { class: "status" }, ` ${texts.status[status]}`),
    element("q", {}, quote),
  );
};

/** A place for an answer. Markers in its text, and the sources below it, lead to the quoted passage on the server's page. */
export const showAnswer = (client: Client, texts: WidgetTexts): ShownAnswer => {
  const working = element("p", { class: "status" }, texts.working);
  const text = element("div");
  const sources = element("ol", { class: "sources", "aria-label": texts.sources });
  const root = element("div", { class: "answer" }, text, working);
  const cited = new Map<number, CitationReply>();

  const paragraph = (said: string): HTMLParagraphElement => {
    const made = element("p");
    for (const piece of said.split(/(\[\d+\])/)) {
      const citation = cited.get(Number(/^\[(\d+)\]$/.exec(piece)?.[1] ?? Number.NaN));
      if (citation === undefined) made.append(piece);
      else {
        const label = `${texts.sources} ${citation.index}：${citation.documentTitle}${citation.label}`;
        made.append(element("sup", {}, link(client.linkTo(citation.url), piece, label)));
      }
    }
    return made;
  };

  return {
    root,
    show: (event) => {
      if (event.type === "citation") {
        cited.set(event.citation.index, event.citation);
        sources.append(sourceItem(client, texts, event.citation, true));
        if (!sources.isConnected) text.after(sources);
      } else if (event.type === "notice") {
        text.append(element("p", { class: "notice" }, event.notice.text));
      } else if (event.type === "refusal" && event.refusal.nearest.length > 0) {
        sources.setAttribute("aria-label", texts.nearest);
        sources.append(...event.refusal.nearest.map((each) => sourceItem(client, texts, each, false)));
        text.after(element("p", { class: "status" }, texts.nearest), sources);
      } else if (event.type === "text") {
        text.append(paragraph(event.text));
        return event.text;
      }
      return "";
    },
    fail: (message) => text.append(element("p", { class: "failure", role: "alert" }, message)),
    end: () => working.remove(),
  };
};
