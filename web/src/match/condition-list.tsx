import type { ReactNode } from "react";
import type { MatchReply } from "../../../src/contract/match.ts";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";
import { ReportButton } from "../report/report-button.tsx";
import type { MatchTexts } from "./match-texts.ts";
import { useMatchTexts } from "./match-texts.ts";
import { isDraftField } from "./profile-draft.ts";
import { showValue } from "./show-value.ts";
import { VerdictMark } from "./verdict-mark.tsx";

type Condition = MatchReply["measures"][number]["conditions"][number];

/** What of the profile decided it, or why nothing did. */
const reason = ({ field, actual, verdict }: Condition, texts: MatchTexts): string => {
  if (field === null || !isDraftField(field)) return verdict === "unknown" ? texts.checkYourself : "";
  const name = texts.fields[field];
  const nothing = actual === null || (Array.isArray(actual) && actual.length === 0);
  if (nothing) return verdict === "unknown" ? texts.notSaid(name) : "";
  const said = showValue(field, actual, texts);
  return verdict === "unknown" ? texts.undecided(name, said) : texts.compared(name, said);
};

/** A span of the text that holds several conditions with one verdict is shown once, with all reasons. */
const bySpan = (
  conditions: readonly Condition[],
): { condition: Condition; position: number; all: Condition[] }[] => {
  const groups: { condition: Condition; position: number; all: Condition[] }[] = [];
  for (const [position, condition] of conditions.entries()) {
    const { start, end, documentId } = condition.citation;
    const same = groups.find(
      ({ condition: { citation, verdict, excludes } }) =>
        citation.documentId === documentId &&
        citation.start === start &&
        citation.end === end &&
        verdict === condition.verdict &&
        excludes === condition.excludes,
    );
    if (same === undefined) groups.push({ condition, position, all: [condition] });
    else same.all.push(condition);
  }
  return groups;
};

/** The conditions of a measure, each with its verdict, its words, which open the original, and why. */
export const ConditionList = (props: {
  readonly conditions: readonly Condition[];
  readonly onOpen: (position: number) => void;
  readonly onReport: (citation: Condition["citation"]) => void;
}): ReactNode => {
  const { report } = useMessages();
  const texts = useMatchTexts();
  return (
    <ul className="conditions">
      {bySpan(props.conditions).map(({ condition, position, all }) => {
        const reasons = [...new Set(all.map((each) => reason(each, texts)))].filter((each) => each !== "");
        return (
          <li
            key={`${position} ${condition.citation.start}`}
            className="condition"
            data-verdict={condition.verdict}
          >
            <VerdictMark verdict={condition.verdict} words={texts.conditionVerdicts[condition.verdict]} />
            <div>
              <button
                type="button"
                className="condition-open"
                title={texts.openCondition}
                onClick={() => props.onOpen(position)}
              >
                <span className="condition-quote" lang="zh-CN">
                  {condition.citation.quote}
                </span>
                <Icon name="quoted" />
                <span className="visually-hidden">{texts.openCondition}</span>
              </button>
              {condition.excludes === true && <p className="condition-reason">{texts.ruledOut}</p>}
              {reasons.map((each) => (
                <p key={each} className="condition-reason">
                  {each}
                </p>
              ))}
            </div>
            <ReportButton
              citation={condition.citation}
              name={report.quoteOf(condition.citation.quote)}
              onReport={props.onReport}
            />
          </li>
        );
      })}
    </ul>
  );
};
