import type { MouseEvent, ReactNode } from "react";
import { useCallback, useEffect, useRef, useState } from "react";
import { AccountDialogs } from "./access/account.tsx";
import { useRetryAfterLogin } from "./access/use-retry-after-login.ts";
import { ChatColumn } from "./chat/chat-column.tsx";
import { HistoryDrawer } from "./chat/history-drawer.tsx";
import type { OpenCitation } from "./chat/open-citation.ts";
import type { PastConversation } from "./conversation/history.ts";
import { useConversation } from "./conversation/use-conversation.ts";
import { usePermalink } from "./conversation/use-permalink.ts";
import { DocumentPane } from "./document/document-pane.tsx";
import { useMessages } from "./language/language-context.tsx";
import { LIBRARY_SEARCH_ID } from "./library/search-id.ts";
import { LazyLibraryView } from "./library/lazy-library-view.tsx";
import { LazyMatchView } from "./match/lazy-match-view.tsx";
import { DESCRIPTION_ID } from "./match/field-id.ts";
import { documentPath, libraryPath, MAIN_PATHS } from "./page/route.ts";
import { TopBar } from "./page/top-bar.tsx";
import { useMediaQuery } from "./page/use-media-query.ts";
import { keepLibraryQuery, keptLibraryQuery, useRoute } from "./page/use-route.ts";
import { ReportProvider } from "./report/report-context.ts";
import { useReporting } from "./report/use-reporting.tsx";

/** The page: the conversation, and the original beside it where the address names a document. */
export const App = (): ReactNode => {
  const messages = useMessages();
  const conversation = useConversation();
  useRetryAfterLogin(conversation);
  const { route, navigate } = useRoute();
  const narrow = useMediaQuery("(max-width: 800px)");
  /** The history as it was when its drawer was opened; null while that is closed. */
  const [history, setHistory] = useState<readonly PastConversation[] | null>(null);
  const [shownTurn, setShownTurn] = useState<{ readonly id: string } | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  /** What the document was opened from: it gets the focus back. */
  const opener = useRef<Element | null>(null);
  const { place, open, main, libraryQuery } = route;
  const reading = place.view === "document";
  const covered = reading && narrow;
  const citedBy = open?.answerId;

  const openCitation = useCallback<OpenCitation>(
    (citations, position, answerId = null) => {
      const citation = citations[position];
      if (citation === undefined) return;
      opener.current = document.activeElement;
      navigate(
        documentPath(citation.documentId, citation.clauseId),
        {
          citations: [...citations],
          current: position,
          ...(answerId === null ? {} : { answerId }),
        },
        main,
      );
    },
    [navigate, main],
  );
  const openDocument = useCallback(
    (documentId: string): void => {
      opener.current = document.activeElement;
      navigate(documentPath(documentId, null), null, "library");
    },
    [navigate],
  );
  const step = (position: number): void => {
    const citation = open?.citations[position];
    if (open === null || citation === undefined) return;
    navigate(documentPath(citation.documentId, citation.clauseId), { ...open, current: position }, main);
  };
  const reporting = useReporting(conversation);
  usePermalink(
    place.view === "answer" ? place : null,
    conversation,
    (id) => setShownTurn({ id }),
    () => navigate(MAIN_PATHS.chat, null, "chat", true),
  );
  /** A new question leaves the answer that the address names. */
  const ask = (question: string): void => {
    if (place.view === "answer") navigate(MAIN_PATHS.chat, null, "chat");
    conversation.ask(question);
  };
  const show = (view: typeof main): void => navigate(MAIN_PATHS[view], null, view);
  const close = (): void =>
    // What was filtered since the document was opened is known to the history alone.
    navigate(main === "library" ? libraryPath(keptLibraryQuery()) : MAIN_PATHS[main], null, main);
  const writeLibraryQuery = (query: string, replace: boolean): void => {
    // Beside a document the address stays the document's.
    if (reading) keepLibraryQuery(query);
    else navigate(libraryPath(query), null, "library", replace);
  };
  const focusInput = useCallback((): void => {
    if (main === "chat") input.current?.focus();
    else document.getElementById(main === "match" ? DESCRIPTION_ID : LIBRARY_SEARCH_ID)?.focus();
  }, [main]);
  const skipToInput = (event: MouseEvent): void => {
    // The fragment of the address names the clause; it must stay.
    event.preventDefault();
    focusInput();
  };

  // However the document was closed, by its button, by Escape or by going back.
  const wasReading = useRef(reading);
  useEffect(() => {
    if (wasReading.current && !reading) {
      const target = opener.current;
      if (target instanceof HTMLElement && target.isConnected) target.focus();
      else focusInput();
      opener.current = null;
    }
    wasReading.current = reading;
  }, [reading, focusInput]);

  return (
    <ReportProvider value={reporting.openReport}>
      <div className={reading ? "page page-reading" : "page"}>
        <a className="skip-link" href="#question" onClick={skipToInput}>
          {main === "library" ? messages.skipToSearch : messages.skipToInput}
        </a>
        <TopBar
          covered={covered}
          main={main}
          onMain={show}
          onHistory={() => setHistory(conversation.history())}
          onNewConversation={() => {
            conversation.startAnew();
            if (reading || main !== "chat") show("chat");
            input.current?.focus();
          }}
        />
        <ChatColumn
          conversation={{ ...conversation, ask }}
          covered={covered}
          hidden={main !== "chat"}
          inputRef={input}
          shownTurn={shownTurn}
          onOpen={openCitation}
        />
        {main === "match" && <LazyMatchView covered={covered} onOpen={openCitation} />}
        {main === "library" && (
          <LazyLibraryView
            covered={covered}
            asOf={conversation.asOf}
            query={libraryQuery}
            onQuery={writeLibraryQuery}
            onOpen={openDocument}
          />
        )}
        {place.view === "document" && (
          <DocumentPane
            place={place}
            open={open}
            covering={narrow}
            onGo={(clauseId) => navigate(documentPath(place.documentId, clauseId), null, main)}
            onStep={step}
            onReport={
              citedBy === undefined ? null : (citation) => reporting.openReport.answer(citedBy, citation)
            }
            onClose={close}
          />
        )}
        {history !== null && (
          <HistoryDrawer
            conversations={history}
            onClose={() => setHistory(null)}
            onDelete={(id) => {
              conversation.forget(id);
              setHistory(conversation.history());
            }}
            onOpen={(past, turnId) => {
              setHistory(null);
              conversation.reopen(past);
              if (reading || main !== "chat") show("chat");
              setShownTurn({ id: turnId });
            }}
          />
        )}
        <AccountDialogs />
        {reporting.drawer}
      </div>
    </ReportProvider>
  );
};
