import type { ReactNode } from "react";
import { ProfileSchema } from "../../../src/contract/profile.ts";
import { useMatchTexts } from "./match-texts.ts";
import type { DraftField } from "./profile-draft.ts";
import { FIELD_KINDS, splitList } from "./profile-draft.ts";

const ORGANISATIONS = ProfileSchema.shape.organisation.unwrap().unwrap().options;

/** The input of one field of the profile; its label stands elsewhere and points to `id`. */
export const ProfileField = (props: {
  readonly id: string;
  readonly field: DraftField;
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (text: string) => void;
}): ReactNode => {
  const texts = useMatchTexts();
  const { id, field, value, wrong, onChange } = props;
  const kind = FIELD_KINDS[field];
  if (kind === "organisation") {
    return (
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{texts.unsaid}</option>
        {ORGANISATIONS.map((organisation) => (
          <option key={organisation} value={organisation}>
            {texts.organisations[organisation]}
          </option>
        ))}
      </select>
    );
  }
  if (kind === "needs") {
    const chosen = splitList(value);
    const toggle = (need: string): void =>
      onChange(
        (chosen.includes(need) ? chosen.filter((each) => each !== need) : [...chosen, need]).join("、"),
      );
    // What was read from a description and is no button of its own stays, as one more that can be taken out.
    const offered = [...new Set([...Object.keys(texts.needs), ...chosen])];
    return (
      <div id={id} className="choices" role="group" aria-label={texts.fields.needs} tabIndex={-1}>
        {offered.map((need) => (
          <button
            key={need}
            type="button"
            className="choice"
            aria-pressed={chosen.includes(need)}
            onClick={() => toggle(need)}
          >
            {texts.needs[need] ?? need}
          </button>
        ))}
      </div>
    );
  }
  const measured = kind === "count" || kind === "money";
  const unit = texts.units[field];
  const wrongText = measured ? texts.wrongNumber : texts.wrongField;
  const hint = [wrong ? wrongText : "", texts.hints[field]].filter((each) => each !== "").join(" ");
  const described = [unit === undefined ? "" : `${id}-unit`, hint === "" ? "" : `${id}-hint`];
  return (
    <>
      <span className={unit === undefined ? "" : "field-measured"}>
        <input
          id={id}
          className="input"
          type="text"
          inputMode={measured ? "decimal" : "text"}
          autoComplete="off"
          maxLength={200}
          value={value}
          aria-invalid={wrong}
          aria-describedby={described.filter((each) => each !== "").join(" ") || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit !== undefined && (
          <span id={`${id}-unit`} className="field-unit">
            {unit}
          </span>
        )}
      </span>
      {hint !== "" && (
        <span id={`${id}-hint`} className={wrong ? "field-hint field-wrong" : "field-hint"}>
          {hint}
        </span>
      )}
    </>
  );
};
