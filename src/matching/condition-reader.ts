/** A condition in the words of its document, and what a company says of itself. */
export interface ConditionPair {
  readonly condition: string;
  readonly said: string;
}

/** How likely it is that what is said meets the condition, or that it says the contrary; what is left is unknown. */
export interface ConditionReading {
  readonly met: number;
  readonly unmet: number;
}

/** Reads whether what a company says meets a condition where the two use other words; a learnt judgement. */
export interface ConditionReader {
  /** One reading a pair, in the order of the pairs. */
  judge(pairs: readonly ConditionPair[]): Promise<readonly ConditionReading[]>;
}
