import type { FormEvent, ReactNode } from "react";
import { useEffect, useId, useRef, useState } from "react";
import type { Report } from "../../../src/contract/report.ts";
import { ReportReplySchema } from "../../../src/contract/report.ts";
import { asError } from "../api/api-failure.ts";
import { postJson } from "../api/post-json.ts";
import { useMessages } from "../language/language-context.tsx";
import { FailureNote } from "../page/failure-note.tsx";
import { Icon } from "../page/icon.tsx";
import { MarkedLanguage } from "../page/marked-language.tsx";
import type { ReportSubject } from "./report-of.ts";
import { reportOf } from "./report-of.ts";

type Reason = NonNullable<Report["reason"]>;
const REASONS: readonly Reason[] = ["wrong", "outdated", "should_refuse"];
/** A measure answers no question that could have been refused. */
const MEASURE_REASONS: readonly Reason[] = ["wrong", "outdated"];
const LONGEST_NOTE = 2_000;

type Sending =
  | { readonly state: "writing" }
  | { readonly state: "sending" }
  | { readonly state: "failed"; readonly error: Error }
  | { readonly state: "sent"; readonly reportId: string };

/** What is wrong with a citation or an answer; whatever fails, what was written stays. */
export const ReportForm = ({ subject }: { readonly subject: ReportSubject }): ReactNode => {
  const messages = useMessages();
  const texts = messages.report;
  const id = useId();
  // A refusal cites nothing that could be wrong: there is only something to say.
  const reasons = "measure" in subject ? MEASURE_REASONS : subject.found.summary.refused ? [] : REASONS;
  const [reason, setReason] = useState<Reason | null>(null);
  const [comment, setComment] = useState("");
  const [sending, setSending] = useState<Sending>({ state: "writing" });
  const stop = useRef<AbortController>(null);
  const confirmation = useRef<HTMLParagraphElement>(null);
  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => {
    if (sending.state === "sent") confirmation.current?.focus();
  }, [sending.state]);
  const ready = (reason !== null || comment.trim() !== "") && sending.state !== "sending";
  const send = (): void => {
    if (!ready) return;
    const controller = new AbortController();
    stop.current = controller;
    setSending({ state: "sending" });
    const report = reportOf(subject, { reason, comment });
    postJson("/api/reports", report, ReportReplySchema, controller.signal).then(
      ({ reportId }) => setSending({ state: "sent", reportId }),
      (error: unknown) => {
        if (!controller.signal.aborted) setSending({ state: "failed", error: asError(error) });
      },
    );
  };
  if (sending.state === "sent") {
    return (
      <div className="report-sent" role="status">
        <p ref={confirmation} tabIndex={-1}>
          <Icon name="match" />
          {texts.sent}
        </p>
        <p className="report-reference">{texts.reference(sending.reportId)}</p>
      </div>
    );
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    send();
  };
  return (
    <form className="report-form" onSubmit={onSubmit}>
      <p className="report-question">
        <MarkedLanguage text={"measure" in subject ? subject.measure.title : subject.found.turn.question} />
      </p>
      {subject.citation !== null && (
        <div className="report-citation">
          <p lang="zh-CN">
            {"measure" in subject ? "" : `[${subject.citation.index}] `}
            {subject.citation.documentTitle} {subject.citation.label}
          </p>
          <blockquote className="quote quote-short" lang="zh-CN">
            {subject.citation.quote}
          </blockquote>
        </div>
      )}
      {reasons.length > 0 && (
        <fieldset className="report-reasons">
          <legend>{texts.what}</legend>
          {reasons.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}-reason`}
                value={each}
                checked={reason === each}
                onChange={() => setReason(each)}
              />
              {texts.reasons[each]}
            </label>
          ))}
        </fieldset>
      )}
      <label htmlFor={`${id}-note`}>{reasons.length > 0 ? texts.note : texts.what}</label>
      <textarea
        id={`${id}-note`}
        className="input"
        rows={5}
        maxLength={LONGEST_NOTE}
        value={comment}
        placeholder={texts.notePlaceholder}
        onChange={(event) => setComment(event.target.value)}
      />
      <p className="report-privacy">{"measure" in subject ? texts.measurePrivacy : texts.privacy}</p>
      {sending.state === "failed" && <FailureNote error={sending.error} onRetry={send} />}
      <div className="report-foot">
        <button type="submit" className="button button-main" disabled={!ready}>
          {sending.state === "sending" ? texts.sending : texts.send}
        </button>
        {reason === null && comment.trim() === "" && <span>{texts.noteNeeded}</span>}
      </div>
    </form>
  );
};
