import type { Notice, Statement } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";
import type { AnswerEvent } from "./assistant.ts";

/** What a reader has been shown of an answer. */
export class ShownAnswer {
  readonly statements: Statement[] = [];
  readonly notices: Notice[] = [];
  citations: readonly Citation[] = [];
  readonly #sent = new Set<number>();

  /** A notice that was not given yet. */
  *notify(notices: readonly Notice[]): Generator<AnswerEvent, void, undefined> {
    for (const notice of notices) {
      const isGiven = this.notices.some(
        ({ kind, documentId, text }) =>
          kind === notice.kind &&
          documentId === notice.documentId &&
          (kind !== "model_fallback" || text === notice.text),
      );
      if (isGiven) continue;
      this.notices.push(notice);
      yield { type: "notice", notice };
    }
  }

  /** A verified statement after the citations that it names. `citations`: all of the answer so far. */
  *show(statement: Statement, citations: readonly Citation[]): Generator<AnswerEvent, void, undefined> {
    this.citations = citations;
    for (const index of statement.citations) {
      const citation = citations[index - 1];
      if (citation === undefined || this.#sent.has(index)) continue;
      this.#sent.add(index);
      yield { type: "citation", citation };
    }
    this.statements.push(statement);
    yield { type: "statement", statement };
  }
}
