import type { AnswerReply } from "../../src/contract/answer.ts";
import { citationsOf } from "../cited-sources.ts";
import { compactText } from "../compact-text.ts";
import type { Metric } from "./metric.ts";
import { shorten } from "./metric.ts";

/** The part of the answer's text that is in no statement: markers, list signs and white space do not count. */
const outsideStatements = (reply: AnswerReply): string => {
  let rest = compactText(reply.answer.replace(/\[\d+\]/g, ""));
  const texts = reply.statements.map((statement) => compactText(statement.text.replace(/\[\d+\]/g, "")));
  for (const text of texts.toSorted((a, b) => b.length - a.length)) rest = rest.replace(text, () => " ");
  return (rest.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
};

export const statementsWithoutCitation: Metric = {
  name: "statementsWithoutCitation",
  title: "Statements without citation",
  better: "lower",
  definition:
    "Share of statements that no existing citation stands beside; text of the answer that is in no statement counts as one more.",
  source: "The part of citation recall in ALCE (Gao et al. 2023) that needs no judge.",
  score: ({ reply }) => {
    if (reply === null || reply.refused) return null;
    const findings = reply.statements
      .filter((statement) => citationsOf(reply, statement).length === 0)
      .map((statement) => `without citation: “${shorten(statement.text)}”`);
    const outside = outsideStatements(reply);
    if (outside !== "") findings.push(`in the answer, but in no statement: “${shorten(outside)}”`);
    return {
      hits: findings.length,
      total: reply.statements.length + (outside === "" ? 0 : 1),
      findings,
    };
  },
};
