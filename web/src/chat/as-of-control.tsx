import type { ReactNode } from "react";
import { useState } from "react";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";

/** The day on which validity is judged: today unless another is set. It is not kept when the page is left. */
export const AsOfControl = (props: {
  readonly asOf: string;
  readonly onChange: (day: string) => void;
}): ReactNode => {
  const messages = useMessages();
  const [open, setOpen] = useState(false);
  const { asOf, onChange } = props;
  if (!open && asOf === "") {
    return (
      <button type="button" className="quiet-button" onClick={() => setOpen(true)}>
        <Icon name="calendar" />
        {messages.asOfToday}
      </button>
    );
  }
  return (
    <span className={asOf === "" ? "as-of" : "as-of as-of-set"}>
      <label htmlFor="as-of">{messages.asOfLabel}</label>
      <input
        id="as-of"
        type="date"
        value={asOf}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it stands where the button was that was just pressed
        autoFocus={asOf === ""}
        onChange={(event) => onChange(event.target.value)}
      />
      <button
        type="button"
        className="quiet-button"
        onClick={() => {
          setOpen(false);
          onChange("");
        }}
      >
        {messages.asOfReset}
      </button>
    </span>
  );
};
