import type { JudgedQuery } from "./judged-query.ts";

/** `choosing`: for every choice of weights and methods; `kept`: for measuring alone. */
export type Part = "choosing" | "kept";

/** Questions over one index. */
export interface QuestionSet {
  readonly name: "stard" | "state-council" | "seeds";
  /** The folder of the index that holds the documents asked about. */
  readonly indexFolder: string;
  readonly queries: readonly JudgedQuery[];
  /** Questions left out, by reason. */
  readonly left: Readonly<Record<string, number>>;
}
