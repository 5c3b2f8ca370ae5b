import type { ReactNode } from "react";
import type { MatchReply } from "../../../src/contract/match.ts";
import { useMatchTexts } from "./match-texts.ts";
import type { DraftField } from "./profile-draft.ts";
import { DRAFT_FIELDS } from "./profile-draft.ts";
import { showValue } from "./show-value.ts";

/** The profile as the server understood it, each fact with where it comes from and a way to correct it. */
export const UnderstoodProfile = (props: {
  readonly profile: MatchReply["profile"];
  readonly onCorrect: (field: DraftField) => void;
}): ReactNode => {
  const texts = useMatchTexts();
  const { profile } = props;
  const known = DRAFT_FIELDS.flatMap((field) => {
    const value = profile[field];
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    return [{ field, value: showValue(field, value, texts), source: profile.sources[field] }];
  });
  if (known.length === 0) return <p className="understood-nothing">{texts.nothingUnderstood}</p>;
  return (
    <section className="understood" aria-labelledby="understood-title">
      <h3 id="understood-title">{texts.understood}</h3>
      <p className="understood-note">{texts.understoodNote}</p>
      <dl className="understood-facts">
        {known.map(({ field, value, source }) => (
          <div key={field} className="understood-fact" data-field={field}>
            <dt>{texts.fields[field]}</dt>
            <dd>
              <span className="understood-value">{value}</span>
              {source !== undefined && (
                <span className="understood-source">
                  {source.from === "field" ? texts.sources.field : texts.sources[source.from](source.text)}
                </span>
              )}
              <button
                type="button"
                className="link-button"
                aria-label={texts.correct(texts.fields[field])}
                onClick={() => props.onCorrect(field)}
              >
                {texts.correctShort}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
