import type { IndexSnapshot } from "../clause-index/index-types.ts";
import { exampleQuestions } from "./example-questions.ts";
import { AheadOfNeed } from "../policy/ahead-of-need.ts";
import type { GiveWay } from "../policy/ahead-of-need.ts";
import type { Answer } from "../policy/answer.ts";
import { todayInShanghai } from "../policy/partial-date.ts";

/** The example questions of one state of the index on one day; made once, also where many ask at once. */
export class ExampleStore {
  readonly #ask: (question: string, asOf: string) => Promise<Answer>;
  #made: { readonly key: string; readonly questions: AheadOfNeed<readonly string[]> } | null = null;

  /** @param ask - answers without a language model */
  constructor(ask: (question: string, asOf: string) => Promise<Answer>) {
    this.#ask = ask;
  }

  /** @param giveWay - for trying ahead; whoever asks without it has the rest tried at full speed */
  questions(snapshot: IndexSnapshot, giveWay: GiveWay | null = null): Promise<readonly string[]> {
    const today = todayInShanghai();
    const key = `${snapshot.fingerprint} ${today}`;
    const questions =
      this.#made?.key === key ? this.#made.questions : this.#make(snapshot, key, today, giveWay);
    return giveWay === null ? questions.wanted() : questions.done();
  }

  #make(
    snapshot: IndexSnapshot,
    key: string,
    today: string,
    giveWay: GiveWay | null,
  ): AheadOfNeed<readonly string[]> {
    const ask = (question: string): Promise<Answer> => this.#ask(question, today);
    const questions = new AheadOfNeed((step) => exampleQuestions(snapshot, ask, today, step), giveWay);
    const made = { key, questions };
    this.#made = made;
    // A failure is not kept: the next one who asks may have more luck.
    questions.done().catch(() => {
      if (this.#made === made) this.#made = null;
    });
    return questions;
  }
}
