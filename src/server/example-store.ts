import type { IndexSnapshot } from "../clause-index/index-types.ts";
import { AheadOfNeed } from "../policy/ahead-of-need.ts";
import type { GiveWay, Step } from "../policy/ahead-of-need.ts";
import type { Answer } from "../policy/answer.ts";
import { todayInShanghai } from "../policy/partial-date.ts";
import { exampleQuestions } from "./example-questions.ts";

/** Example questions as they were made for one state of the index. */
export interface KeptExamples {
  readonly fingerprint: string;
  /** On which they were answered (`YYYY-MM-DD`). */
  readonly day: string;
  readonly questions: readonly string[];
}

/** Where examples outlive the process; what cannot be read or written there is made anew. */
export interface ExampleKeeper {
  read(): Promise<KeptExamples | null>;
  write(examples: KeptExamples): Promise<void>;
}

/** The example questions of one state of the index on one day; made once, also where many ask at once. */
export class ExampleStore {
  readonly #ask: (question: string, asOf: string) => Promise<Answer>;
  readonly #keeper: ExampleKeeper | null;
  #made: { readonly key: string; readonly questions: AheadOfNeed<readonly string[]> } | null = null;
  #writing: Promise<void> = Promise.resolve();

  /** @param ask - answers without a language model */
  constructor(ask: (question: string, asOf: string) => Promise<Answer>, keeper: ExampleKeeper | null = null) {
    this.#ask = ask;
    this.#keeper = keeper;
  }

  /** @param giveWay - for trying ahead; whoever asks without it has the rest tried at full speed */
  questions(snapshot: IndexSnapshot, giveWay: GiveWay | null = null): Promise<readonly string[]> {
    const today = todayInShanghai();
    const key = `${snapshot.fingerprint} ${today}`;
    const questions =
      this.#made?.key === key ? this.#made.questions : this.#make(snapshot, key, today, giveWay);
    return giveWay === null ? questions.wanted() : questions.done();
  }

  /** Resolves when what was made is kept, as far as it can be. */
  kept(): Promise<void> {
    return this.#writing;
  }

  #make(
    snapshot: IndexSnapshot,
    key: string,
    today: string,
    giveWay: GiveWay | null,
  ): AheadOfNeed<readonly string[]> {
    const questions = new AheadOfNeed((step) => this.#examples(snapshot, today, step), giveWay);
    const made = { key, questions };
    this.#made = made;
    // A failure is not kept: the next one who asks may have more luck.
    questions.done().catch(() => {
      if (this.#made === made) this.#made = null;
    });
    return questions;
  }

  async #examples(snapshot: IndexSnapshot, today: string, step: Step): Promise<readonly string[]> {
    const { fingerprint } = snapshot;
    const ask = (question: string): Promise<Answer> => this.#ask(question, today);
    const kept = (await this.#keeper?.read().catch(() => null)) ?? null;
    const known = kept?.fingerprint === fingerprint ? kept : null;
    if (known?.day === today) return known.questions;
    const still = known !== null && (await areAnswered(known.questions, ask, step));
    const questions = still ? known.questions : await exampleQuestions(snapshot, ask, today, step);
    const keeper = this.#keeper;
    this.#writing = this.#writing
      .then(() => keeper?.write({ fingerprint, day: today, questions }))
      .catch(() => {});
    return questions;
  }
}

/** Whether questions of another day are answered on this one: what is in force then may not be any more. */
const areAnswered = async (
  questions: readonly string[],
  ask: (question: string) => Promise<Answer>,
  step: Step,
): Promise<boolean> => {
  for (const question of questions) {
    await step();
    if ((await ask(question)).refused) return false;
  }
  return true;
};
