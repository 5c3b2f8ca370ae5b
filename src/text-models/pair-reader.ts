/** How likely it is that what a company says meets a condition, or that it says the contrary; the rest is unknown. */
export interface ConditionReading {
  readonly met: number;
  readonly unmet: number;
}

/** A condition in the words of its document, and what a company says of itself. */
export interface ConditionPair {
  readonly condition: string;
  readonly said: string;
}

/** Reads two texts together: what one says to what the other asks. One engine behind one interface. */
export interface PairReader {
  /** Loads the model; the first pair does so otherwise. Safe to call again. */
  load(): Promise<void>;
  /** Log odds that each of the sentences answers the question, in their order. */
  readAnswers(question: string, sentences: readonly string[]): Promise<readonly number[]>;
  /** What a company's words make of a condition, for each pair in its order. */
  readConditions(pairs: readonly ConditionPair[]): Promise<readonly ConditionReading[]>;
}

/** What matching needs of it. */
export type ConditionReader = Pick<PairReader, "readConditions">;

/** What answering needs of it. */
export type AnswerReader = Pick<PairReader, "readAnswers">;
