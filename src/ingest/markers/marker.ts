/**
 * A family of numbering. `rank` orders the families whose nesting is fixed by drafting rules (附件 > 编 > 章 > 节 >
 * 条); the others (一、 / （一） / 1. …) nest as each document uses them, and by their customary `order` where the
 * document does not show it.
 */
export interface MarkerFamily {
  readonly name: string;
  /** One letter that stands for the family in clause ids. */
  readonly letter: string;
  readonly rank: number | null;
  readonly order: number;
  /** Reads the family's marker at the very beginning of a paragraph; null where there is none. */
  readonly read: (paragraph: string) => MarkerMatch | null;
}

/** A marker as it stands at the beginning of a paragraph. */
export interface MarkerMatch {
  /** As printed, without the blanks after it. */
  readonly marker: string;
  /** Its number, the last one of a decimal (1.2.3 → 3); null for a marker without one. */
  readonly number: number | null;
  /** The sub-number of 第五条之一; empty where there is none. */
  readonly suffix: string;
  /** UTF-16 length of the marker with the blanks after it. */
  readonly length: number;
  /** All numbers of a decimal: 1.2.3 → [1, 2, 3]. */
  readonly path?: readonly number[];
}

/** A marker with the family that it belongs to. */
export interface ReadMarker {
  readonly family: MarkerFamily;
  readonly match: MarkerMatch;
}
