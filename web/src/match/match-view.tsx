import "../styles/match-view.css";
import "../styles/profile-form.css";
import "../styles/match-results.css";
import "../styles/measure.css";
import "../styles/clients.css";
import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import type { OpenCitation } from "../chat/open-citation.ts";
import { FailureNote } from "../page/failure-note.tsx";
import { ClientList } from "./client-list.tsx";
import { MatchResults, RESULTS_ID } from "./match-results.tsx";
import { useMatchTexts } from "./match-texts.ts";
import { MissingQuestion } from "./missing-question.tsx";
import type { DraftField } from "./profile-draft.ts";
import { writeField } from "./profile-draft.ts";
import { ProfileForm } from "./profile-form.tsx";
import { UnderstoodProfile } from "./understood-profile.tsx";
import { useMatching } from "./use-matching.ts";

const OneCompany = (props: { readonly onOpen: OpenCitation }): ReactNode => {
  const texts = useMatchTexts();
  const matching = useMatching();
  /** A new object each time a field is to be brought into view. */
  const [shown, setShown] = useState<{ readonly field: DraftField } | null>(null);
  const { reply } = matching;
  const results = useRef<HTMLDivElement>(null);
  const first = useRef(reply);
  // A new reply comes into view; the one that was kept from the last visit does not.
  useEffect(() => {
    if (reply === first.current) return;
    first.current = reply;
    if (reply === null) return;
    results.current?.scrollIntoView({ block: "start" });
    // The input of an answered question has gone, and the focus with it.
    document.getElementById(RESULTS_ID)?.focus({ preventScroll: true });
  }, [reply]);
  const correct = (field: DraftField): void => {
    if (reply === null) return;
    if (matching.draft[field].trim() === "") matching.change(field, writeField(field, reply.profile[field]));
    setShown({ field });
  };
  return (
    <>
      <ProfileForm matching={matching} shown={shown} />
      {matching.error !== null && <FailureNote error={matching.error} onRetry={matching.judge} />}
      {reply !== null && (
        <div
          ref={results}
          className={matching.busy ? "match-reply match-reply-busy" : "match-reply"}
          aria-busy={matching.busy}
        >
          {matching.outdated && !matching.busy && <p className="match-outdated">{texts.outdated}</p>}
          <UnderstoodProfile profile={reply.profile} onCorrect={correct} />
          <MissingQuestion reply={reply} matching={matching} />
          <MatchResults reply={reply} matching={matching} onOpen={props.onOpen} />
        </div>
      )}
    </>
  );
};

/** Which policies apply: one company, or a list of them. `covered` takes it out of reach behind a document. */
const MatchView = (props: { readonly covered: boolean; readonly onOpen: OpenCitation }): ReactNode => {
  const texts = useMatchTexts();
  return (
    <main className="match" inert={props.covered}>
      <div className="match-content">
        <h2>{texts.title}</h2>
        <p className="match-intro">{texts.intro}</p>
        <Tabs.Root defaultValue="single">
          <Tabs.List className="tabs" aria-label={texts.modes.label}>
            <Tabs.Trigger className="tab" value="single">
              {texts.modes.single}
            </Tabs.Trigger>
            <Tabs.Trigger className="tab" value="clients">
              {texts.modes.clients}
            </Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="single" tabIndex={-1}>
            <OneCompany onOpen={props.onOpen} />
          </Tabs.Content>
          <Tabs.Content value="clients" tabIndex={-1}>
            <ClientList />
          </Tabs.Content>
        </Tabs.Root>
      </div>
    </main>
  );
};

// A lazily loaded component is the default export of its file.
export default MatchView;
