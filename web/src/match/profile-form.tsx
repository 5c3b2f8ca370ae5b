import type { FormEvent, KeyboardEvent, ReactNode } from "react";
import { useEffect, useState } from "react";
import { DESCRIPTION_ID, fieldId } from "./field-id.ts";
import { useMatchTexts } from "./match-texts.ts";
import { ProfileField } from "./profile-field.tsx";
import type { DraftField } from "./profile-draft.ts";
import { DRAFT_FIELDS } from "./profile-draft.ts";
import type { Matching } from "./use-matching.ts";

const MOST_DESCRIPTION = 4_000;

/** Who is asking: a description in a sentence, and the single facts below it. `shown` is a field to bring into view. */
export const ProfileForm = (props: {
  readonly matching: Matching;
  readonly shown: { readonly field: DraftField } | null;
}): ReactNode => {
  const texts = useMatchTexts();
  const { matching, shown } = props;
  const [open, setOpen] = useState(false);
  const wrongField = matching.wrong.find((field) => field !== "description");
  const focused = shown?.field ?? null;
  const expanded = open || focused !== null || wrongField !== undefined;
  useEffect(() => {
    if (shown === null) return;
    const input = document.getElementById(fieldId(shown.field));
    input?.scrollIntoView({ block: "center" });
    input?.focus();
  }, [shown]);
  useEffect(() => {
    if (wrongField !== undefined) document.getElementById(fieldId(wrongField))?.focus();
  }, [wrongField]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    matching.judge();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    matching.judge();
  };
  return (
    <form className="profile" onSubmit={submit} noValidate>
      <label className="profile-label" htmlFor={DESCRIPTION_ID}>
        {texts.description}
      </label>
      <textarea
        id={DESCRIPTION_ID}
        className="input profile-description"
        rows={3}
        maxLength={MOST_DESCRIPTION}
        value={matching.draft.description}
        placeholder={texts.descriptionPlaceholder}
        aria-describedby="match-privacy"
        onChange={(event) => matching.change("description", event.target.value)}
        onKeyDown={onKeyDown}
      />
      <details
        className="profile-more"
        open={expanded}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>
          {texts.more} <span className="profile-optional">{texts.optional}</span>
        </summary>
        <div className="profile-fields">
          {DRAFT_FIELDS.map((field) => (
            <div key={field} className={`field field-${field}`}>
              {field === "needs" ? (
                <span className="field-label">{texts.fields[field]}</span>
              ) : (
                <label className="field-label" htmlFor={fieldId(field)}>
                  {texts.fields[field]}
                </label>
              )}
              <ProfileField
                id={fieldId(field)}
                field={field}
                value={matching.draft[field]}
                wrong={matching.wrong.includes(field)}
                onChange={(text) => matching.change(field, text)}
              />
            </div>
          ))}
        </div>
      </details>
      <div className="profile-foot">
        <div className="field field-as-of">
          <label className="field-label" htmlFor="match-as-of">
            {texts.asOf}
          </label>
          <input
            id="match-as-of"
            className="input"
            type="date"
            value={matching.asOf}
            aria-describedby="match-as-of-hint"
            onChange={(event) => matching.changeAsOf(event.target.value)}
          />
          <span id="match-as-of-hint" className="field-hint">
            {texts.asOfHint}
          </span>
        </div>
        <div className="profile-actions">
          <button type="button" className="button" onClick={matching.clear}>
            {texts.clear}
          </button>
          <button type="submit" className="button button-main" disabled={matching.busy}>
            {matching.busy ? texts.judging : texts.judge}
          </button>
        </div>
      </div>
      {matching.nothingSaid && (
        <p className="field-wrong" role="alert">
          {texts.nothingSaid}
        </p>
      )}
      <p id="match-privacy" className="profile-privacy">
        {texts.privacy}
      </p>
    </form>
  );
};
