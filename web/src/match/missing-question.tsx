import type { FormEvent, ReactNode } from "react";
import { useState } from "react";
import type { MatchReply } from "../../../src/contract/match.ts";
import { useMatchTexts } from "./match-texts.ts";
import { ProfileField } from "./profile-field.tsx";
import type { DraftField } from "./profile-draft.ts";
import { FIELD_KINDS, isDraftField, writeField } from "./profile-draft.ts";
import type { Matching } from "./use-matching.ts";

const NONE = "无";

const OneQuestion = (props: {
  readonly field: DraftField;
  readonly question: string;
  readonly wouldDecide: number;
  readonly known: string;
  readonly matching: Matching;
  readonly onSkip: () => void;
}): ReactNode => {
  const texts = useMatchTexts();
  const { field, matching } = props;
  // What is known already stands there to be added to.
  const [text, setText] = useState(props.known);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") matching.answer(field, text);
  };
  return (
    <form
      className="missing"
      aria-labelledby="missing-question"
      onSubmit={submit}
      data-field={field}
      noValidate
    >
      <p className="missing-title">{texts.missingTitle}</p>
      <p id="missing-question" className="missing-question" lang="zh-CN">
        {props.question}
      </p>
      <div className="missing-answer">
        <div className="field">
          <label className="visually-hidden" htmlFor="missing-answer">
            {texts.yourAnswer}
          </label>
          <ProfileField
            id="missing-answer"
            field={field}
            value={text}
            wrong={matching.wrong.includes(field)}
            onChange={setText}
          />
        </div>
        <div className="missing-actions">
          <button type="submit" className="button button-main" disabled={matching.busy || text.trim() === ""}>
            {matching.busy ? texts.judging : texts.answer}
          </button>
          {FIELD_KINDS[field] === "list" && (
            <button
              type="button"
              className="button"
              disabled={matching.busy}
              onClick={() => matching.answer(field, NONE)}
            >
              {texts.none}
            </button>
          )}
          <button type="button" className="button" onClick={props.onSkip}>
            {texts.skip}
          </button>
        </div>
      </div>
      <p className="missing-note">{texts.wouldDecide(props.wouldDecide)}</p>
    </form>
  );
};

/** The one unanswered fact that would decide the most; the next one where the reader does not know it. */
export const MissingQuestion = (props: {
  readonly reply: MatchReply;
  readonly matching: Matching;
}): ReactNode => {
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const { reply, matching } = props;
  const open = reply.missing.find(({ field }) => isDraftField(field) && !skipped.includes(field));
  if (open === undefined || !isDraftField(open.field)) return null;
  const { field } = open;
  return (
    <OneQuestion
      key={`${field} ${open.question}`}
      field={field}
      question={open.question}
      wouldDecide={open.wouldDecide}
      known={writeField(field, reply.profile[field])}
      matching={matching}
      onSkip={() => setSkipped([...skipped, field])}
    />
  );
};
