import type { ReactNode } from "react";
import { DocumentLink } from "./document-link.tsx";
import type { Ending } from "./ends-soon.ts";
import { SOON_DAYS } from "./ends-soon.ts";
import { LibraryCard } from "./library-card.tsx";
import { useLibraryTexts } from "./library-texts.ts";

/** So many are named here; the list below has them all. */
const FEW = 5;

/** What expires within 90 days of the day of judgement, the next one first. */
export const EndingList = (props: {
  readonly endings: readonly Ending[];
  readonly asOf: string;
  readonly onOpen: (documentId: string) => void;
  readonly onShowAll: () => void;
}): ReactNode => {
  const texts = useLibraryTexts();
  const { endings } = props;
  return (
    <LibraryCard title={texts.soonTitle(SOON_DAYS, endings.length)}>
      {endings.length === 0 && <p className="library-note">{texts.soonNone(SOON_DAYS, props.asOf)}</p>}
      {endings.length > 0 && (
        <ul className="change-list">
          {endings.slice(0, FEW).map(({ document, days, lastDay }) => (
            <li key={document.documentId} className="ending">
              <DocumentLink document={document} onOpen={props.onOpen} />
              <span className="ending-days">
                <time dateTime={lastDay}>{lastDay}</time> · {texts.daysLeft(days)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {endings.length > FEW && (
        <button type="button" className="quiet-button" onClick={props.onShowAll}>
          {texts.soonAll(endings.length)}
        </button>
      )}
    </LibraryCard>
  );
};
