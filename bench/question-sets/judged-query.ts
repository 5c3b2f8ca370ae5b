/**
 * A question with what must be found for it: `needs` has one entry for each thing needed, and each entry names the
 * clauses that give it, any one of which is enough.
 */
export interface JudgedQuery {
  readonly id: string;
  readonly text: string;
  readonly needs: readonly (readonly string[])[];
}
