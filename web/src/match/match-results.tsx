import type { ReactNode } from "react";
import type { MatchReply } from "../../../src/contract/match.ts";
import { NoticeList } from "../chat/notice-list.tsx";
import type { OpenCitation } from "../chat/open-citation.ts";
import { useMessages } from "../language/language-context.tsx";
import { useMatchTexts } from "./match-texts.ts";
import { MeasureCard } from "./measure-card.tsx";
import type { Matching } from "./use-matching.ts";
import { measureKey } from "./use-matching.ts";

const VERDICTS = ["applies", "may_apply", "does_not_apply"] as const;

/** The id of the heading of the results. */
export const RESULTS_ID = "results-title";

/** The measures by verdict, in the order of the server; those that do not apply are folded away below. */
export const MatchResults = (props: {
  readonly reply: MatchReply;
  readonly matching: Matching;
  readonly onOpen: OpenCitation;
}): ReactNode => {
  const texts = useMatchTexts();
  const messages = useMessages();
  const { reply, matching, onOpen } = props;
  const by = (verdict: (typeof VERDICTS)[number]): MatchReply["measures"] =>
    reply.measures.filter((measure) => measure.verdict === verdict);
  const counts = {
    applies: by("applies").length,
    may_apply: by("may_apply").length,
    does_not_apply: by("does_not_apply").length,
  };
  const cards = (verdict: (typeof VERDICTS)[number]): ReactNode =>
    by(verdict).map((measure, position) => {
      const before = matching.before.get(measureKey(measure));
      return (
        <MeasureCard
          // oxlint-disable-next-line react/no-array-index-key -- a clause may hold two measures of one title
          key={`${measureKey(measure)} ${position}`}
          measure={measure}
          before={before === undefined || before === measure.verdict ? null : before}
          asOf={reply.asOf}
          onOpen={onOpen}
        />
      );
    });
  return (
    <section className="results" aria-labelledby={RESULTS_ID}>
      <h3 id={RESULTS_ID} tabIndex={-1}>
        {texts.results}
      </h3>
      <p className="results-counts" role="status">
        {reply.measures.length === 0 ? texts.noResults : texts.counts(counts)}
        <span className="results-day">{messages.asOf(reply.asOf)}</span>
      </p>
      <NoticeList notices={reply.notices} />
      {VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => {
        const title = `${texts.verdicts[verdict]} · ${counts[verdict]}`;
        const folded = verdict === "does_not_apply" && counts.applies + counts.may_apply > 0;
        return (
          <section key={verdict} className="verdict-group" aria-label={title} data-verdict={verdict}>
            {folded ? (
              <details>
                <summary>
                  {title} <span className="verdict-note">{texts.verdictNotes[verdict]}</span>
                </summary>
                {cards(verdict)}
              </details>
            ) : (
              <>
                <p className="verdict-title">
                  {title} <span className="verdict-note">{texts.verdictNotes[verdict]}</span>
                </p>
                {cards(verdict)}
              </>
            )}
          </section>
        );
      })}
      {matching.mayHaveMore && (
        <button type="button" className="button" disabled={matching.busy} onClick={matching.more}>
          {texts.showMore}
        </button>
      )}
    </section>
  );
};
