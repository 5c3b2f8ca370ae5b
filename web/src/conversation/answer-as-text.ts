import type { CitationReply } from "../../../src/contract/common.ts";
import type { Messages } from "../language/messages.ts";
import type { AnswerView } from "./answer-view.ts";

/** An answer to be copied: what was asked, what came back, and where links lead. */
export interface CopiedAnswer {
  readonly question: string;
  readonly view: AnswerView;
  /** The page's own origin, without a slash at its end. */
  readonly origin: string;
}

const footer = ({ summary }: AnswerView, messages: Messages): string => {
  if (summary === null) return "";
  const parts = [
    ...(summary.mode === "model" ? [messages.modelMade] : []),
    messages.asOf(summary.asOf),
    messages.originalPrevails,
  ];
  return parts.join(" · ");
};

const source = (citation: CitationReply, messages: Messages): string => {
  const number = citation.documentNumber === null ? "" : `（${citation.documentNumber}）`;
  return `《${citation.documentTitle.replace(/^《(.*)》$/, "$1")}》${number}${citation.label}（${messages.status[citation.status]}）`;
};

const joined = (blocks: readonly string[]): string =>
  `${blocks.filter((block) => block !== "").join("\n\n")}\n`;

/** The answer with its notices and quotes as plain text, for messengers and word processors. */
export const answerAsText = ({ question, view, origin }: CopiedAnswer, messages: Messages): string =>
  joined([
    `${messages.you}：${question}`,
    ...view.notices.map(({ kind, text }) => `【${messages.notice[kind]}】${text}`),
    view.refusal === null ? "" : `${messages.refusal[view.refusal.reason]}\n${view.refusal.message}`,
    view.paragraphs.map(({ pieces }) => pieces.map(({ text }) => text).join("")).join("\n"),
    view.refusal !== null || view.citations.length === 0
      ? ""
      : [
          messages.citationsTitle(view.citations.length),
          ...view.citations.map(
            (citation) =>
              `[${citation.index}] ${source(citation, messages)}\n“${citation.quote}”\n${origin}${citation.url}`,
          ),
        ].join("\n"),
    footer(view, messages),
  ]);

/** Characters that mean something in Markdown or HTML, taken literally. */
const literal = (text: string): string =>
  text
    .replaceAll(/[\\`*_{}[\]<>#|~&!]/g, (mark) => `\\${mark}`)
    // A number, a plus or a dash begins a list only at the start of a line.
    .replaceAll(/^(\s*)(\d+)([.)])/gm, "$1$2\\$3")
    .replaceAll(/^(\s*)([+-])/gm, "$1\\$2");

const quoted = (text: string): string =>
  text
    .split("\n")
    .map((line) => `> ${literal(line)}`)
    .join("\n");

/** The answer as Markdown: markers and sources are links to the clauses, quotes are block quotes. */
export const answerAsMarkdown = ({ question, view, origin }: CopiedAnswer, messages: Messages): string => {
  const addresses = new Map(view.citations.map(({ index, url }) => [index, `${origin}${url}`]));
  return joined([
    `**${literal(question)}**`,
    ...view.notices.map(({ kind, text }) => `> **${literal(messages.notice[kind])}** ${literal(text)}`),
    view.refusal === null
      ? ""
      : `**${literal(messages.refusal[view.refusal.reason])}**\n\n${literal(view.refusal.message)}`,
    ...view.paragraphs.map(({ pieces }) =>
      pieces
        .map((piece) =>
          piece.kind === "marker"
            ? `[\\[${piece.index}\\]](${addresses.get(piece.index) ?? ""})`
            : literal(piece.text),
        )
        .join(""),
    ),
    ...(view.refusal !== null
      ? []
      : view.citations.map(
          (citation) =>
            `\\[${citation.index}\\] [${literal(source(citation, messages))}](${origin}${citation.url})\n\n${quoted(citation.quote)}`,
        )),
    literal(footer(view, messages)),
  ]);
};
