import type { ReactNode } from "react";

/** Each has a shape of its own, so that it can be told without colour. */
const SHAPES = {
  yes: "M12 2.5a9.5 9.5 0 100 19 9.5 9.5 0 000-19zM7.5 12.5l3 3 6-6.5",
  open: "M12 1.8L22.2 12 12 22.2 1.8 12zM9.7 9.8a2.3 2.3 0 114 1.6c-.9.9-1.7 1.3-1.7 2.4M12 16.6v.2",
  no: "M4 4h16v16H4zM8.5 8.5l7 7M15.5 8.5l-7 7",
} as const;

const SHAPE_OF = {
  applies: "yes",
  met: "yes",
  may_apply: "open",
  unknown: "open",
  does_not_apply: "no",
  unmet: "no",
} as const;

/** A verdict in words, colour and shape. */
export const VerdictMark = (props: {
  readonly verdict: keyof typeof SHAPE_OF;
  readonly words: string;
  readonly large?: boolean;
}): ReactNode => {
  const shape = SHAPE_OF[props.verdict];
  return (
    <span className={`verdict verdict-${shape}${props.large === true ? " verdict-large" : ""}`}>
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={SHAPES[shape]} />
      </svg>
      {props.words}
    </span>
  );
};
