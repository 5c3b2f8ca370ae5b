import type { IndexSnapshot } from "../clause-index/index-types.ts";
import { exampleQuestions } from "./example-questions.ts";
import type { Answer } from "../policy/answer.ts";
import { todayInShanghai } from "../policy/partial-date.ts";

/** The example questions of one state of the index on one day; made once, also where many ask at once. */
export class ExampleStore {
  readonly #ask: (question: string, asOf: string) => Promise<Answer>;
  #made: { readonly key: string; readonly questions: Promise<readonly string[]> } | null = null;

  /** @param ask - answers without a language model */
  constructor(ask: (question: string, asOf: string) => Promise<Answer>) {
    this.#ask = ask;
  }

  questions(snapshot: IndexSnapshot): Promise<readonly string[]> {
    const today = todayInShanghai();
    const key = `${snapshot.fingerprint} ${today}`;
    if (this.#made?.key === key) return this.#made.questions;
    const questions = exampleQuestions(snapshot, (question) => this.#ask(question, today), today);
    const made = { key, questions };
    this.#made = made;
    // A failure is not kept: the next one who asks may have more luck.
    questions.catch(() => {
      if (this.#made === made) this.#made = null;
    });
    return questions;
  }
}
