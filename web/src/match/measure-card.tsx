import type { ReactNode } from "react";
import { useId } from "react";
import type { MatchReply } from "../../../src/contract/match.ts";
import type { OpenCitation } from "../chat/open-citation.ts";
import { useMessages } from "../language/language-context.tsx";
import { StatusBadge } from "../page/status-badge.tsx";
import { ReportButton } from "../report/report-button.tsx";
import { useReport } from "../report/report-context.ts";
import { ConditionList } from "./condition-list.tsx";
import { useMatchTexts } from "./match-texts.ts";
import { VerdictMark } from "./verdict-mark.tsx";

type Measure = MatchReply["measures"][number];

const FACTS = ["amount", "department", "deadline", "materials", "place", "phone"] as const;

/** One measure: the verdict, whether there is anything to apply for, what it gives, and each condition. */
export const MeasureCard = (props: {
  readonly measure: Measure;
  /** The verdict before the last answer; null where it is the same or was none. */
  readonly before: Measure["verdict"] | null;
  /** The day on which it was judged. */
  readonly asOf: string;
  readonly onOpen: OpenCitation;
}): ReactNode => {
  const texts = useMatchTexts();
  const id = useId();
  const messages = useMessages();
  const report = useReport();
  const { measure, before, onOpen } = props;
  const onReport = (citation: Measure["citation"]): void =>
    report.measure({ title: measure.title, asOf: props.asOf }, citation);
  const citations = [measure.citation, ...measure.conditions.map(({ citation }) => citation)];
  const facts = FACTS.flatMap((name) => {
    const value = measure[name];
    return value === null ? [] : [{ name, value }];
  });
  return (
    <article className={`measure measure-${measure.verdict}`} aria-labelledby={id} data-testid="measure">
      <div className="measure-marks">
        <VerdictMark verdict={measure.verdict} words={texts.verdicts[measure.verdict]} large />
        {before !== null && <span className="measure-before">{texts.changed(texts.verdicts[before])}</span>}
        <span className={`badge kind-${measure.kind}`}>{texts.kinds[measure.kind]}</span>
        <StatusBadge status={measure.citation.status} />
      </div>
      <h4 id={id} lang="zh-CN">
        {measure.title}
      </h4>
      {measure.support !== "" && (
        <p className="measure-support">
          <span className="visually-hidden">{texts.support}</span>
          <span lang="zh-CN">{measure.support}</span>
        </p>
      )}
      {facts.length > 0 && (
        <dl className="measure-facts">
          {facts.map(({ name, value }) => (
            <div key={name} className={`measure-fact measure-${name}`}>
              <dt>{texts.facts[name]}</dt>
              <dd lang="zh-CN">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {measure.conditions.length > 0 && (
        <>
          <h5>{texts.conditions}</h5>
          <ConditionList
            conditions={measure.conditions}
            onOpen={(position) => onOpen(citations, position + 1)}
            onReport={onReport}
          />
        </>
      )}
      <div className="measure-foot">
        <button type="button" className="measure-source" onClick={() => onOpen(citations, 0)}>
          <span className="measure-source-label">{texts.source}</span>
          <span lang="zh-CN">
            {measure.citation.documentTitle} {measure.citation.label}
          </span>
        </button>
        <ReportButton
          citation={measure.citation}
          name={messages.report.quoteOf(measure.title)}
          onReport={onReport}
        />
      </div>
    </article>
  );
};
