/**
 * A family of numbering. `rank` orders the families whose nesting is fixed by drafting rules (编 > 章 > 节 >
 * 条); the others (一、 / （一） / 1. …) nest as each document uses them.
 */
export interface MarkerFamily {
  readonly name: string;
  /** One letter that stands for the family in clause ids. */
  readonly letter: string;
  readonly rank: number | null;
  /** Reads the family's marker at the very beginning of a paragraph; null where there is none. */
  readonly read: (paragraph: string) => MarkerMatch | null;
}

/** A marker as it stands at the beginning of a paragraph. */
export interface MarkerMatch {
  /** As printed, without the blanks after it. */
  readonly marker: string;
  /** Its number; sub-numbers (第五条之一, 1.2.3) follow in `suffix`. */
  readonly number: number | null;
  readonly suffix: string;
  /** UTF-16 length of the marker with the blanks after it. */
  readonly length: number;
}
