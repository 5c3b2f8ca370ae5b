import { ClientError } from "../../src/client/client-error.ts";
import type { Client } from "../../src/client/create-client.ts";
import type { ChatRequest } from "../../src/contract/chat.ts";
import { LIMITS } from "../../src/contract/limits.ts";
import { element } from "./element.ts";
import { showAnswer } from "./show-answer.ts";
import { WIDGET_STYLE } from "./widget-style.ts";
import type { WidgetTexts } from "./widget-texts.ts";

/** Messages that are sent along with a question. */
const HISTORY = 12;

/** Puts the button on the page, and behind it the panel; both live in a shadow tree, apart from the page's style. */
export const openWidget = (client: Client, texts: WidgetTexts, title: string): void => {
  const host = element("div", { lang: texts.language, "data-zhengwen": "" });
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(WIDGET_STYLE);
  shadow.adoptedStyleSheets = [sheet];

  const open = element("button", { type: "button", class: "open", "aria-haspopup": "dialog" }, title);
  const close = element("button", { type: "button", "aria-label": texts.close }, "✕");
  const turns = element("div", { class: "turns", "aria-live": "polite", tabindex: "0", role: "log" });
  turns.append(element("p", { class: "hint" }, texts.hint));
  const field = element("textarea", { maxlength: String(LIMITS.questionCharacters), rows: "2" });
  const send = element("button", { type: "submit" }, texts.ask);
  const form = element("form", {}, element("label", {}, element("span", {}, texts.question), field), send);
  const heading = element("h2", { id: "title" }, title);
  const panel = element(
    "div",
    { class: "panel", role: "dialog", "aria-labelledby": "title" },
    element("header", {}, heading, close),
    turns,
    form,
  );
  panel.hidden = true;
  shadow.append(open, panel);
  document.body.append(host);

  const messages: ChatRequest["messages"] = [];
  let running: AbortController | null = null;

  const ask = async (question: string): Promise<void> => {
    const controller = new AbortController();
    running = controller;
    send.textContent = texts.stop;
    const answer = showAnswer(client, texts);
    turns.append(element("p", { class: "asked" }, question), answer.root);
    turns.scrollTop = turns.scrollHeight;
    messages.push({ role: "user", parts: [{ type: "text", text: question }] });
    const said: string[] = [];
    try {
      for await (const event of client.chat({ messages: messages.slice(-HISTORY) }, controller.signal)) {
        said.push(answer.show(event));
      }
      messages.push({ role: "assistant", parts: [{ type: "text", text: said.join("\n") }] });
    } catch (error) {
      // A question without an answer is no part of the conversation.
      messages.pop();
      const told = error instanceof ClientError && error.problem !== null ? error.message : texts.failed;
      if (!controller.signal.aborted) answer.fail(told);
    } finally {
      answer.end();
      running = null;
      send.textContent = texts.ask;
    }
  };

  const submit = (): void => {
    if (running !== null) {
      running.abort();
      return;
    }
    const question = field.value.trim();
    if (question === "") return;
    field.value = "";
    void ask(question);
  };
  const show = (isOpen: boolean): void => {
    panel.hidden = !isOpen;
    open.hidden = isOpen;
    (isOpen ? field : open).focus();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("keydown", (event) => {
    // Enter that ends a word of an input method sends nothing; Safari reports it by its old code alone.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    // What is written while an answer arrives waits: the button stops the answer, and not this key.
    if (running === null) submit();
  });
  open.addEventListener("click", () => show(true));
  close.addEventListener("click", () => show(false));
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) show(false);
  });
};
