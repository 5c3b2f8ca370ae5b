import type { ReactNode } from "react";
import { lazy, Suspense } from "react";
import { ApiFailure } from "../api/api-failure.ts";
import type { OpenCitation } from "../chat/open-citation.ts";
import { useMessages } from "../language/language-context.tsx";
import { FailureNote } from "../page/failure-note.tsx";

interface MatchViewProps {
  readonly covered: boolean;
  readonly onOpen: OpenCitation;
}

/** What stands in its place when it could not be loaded: offline, or after an upgrade of the server. */
const NotLoaded = (_props: MatchViewProps): ReactNode => (
  <main className="chat">
    <div className="chat-content">
      <FailureNote error={new ApiFailure("unreachable")} onRetry={() => location.reload()} />
    </div>
  </main>
);

const Loaded = lazy(() => import("./match-view.tsx").catch(() => ({ default: NotLoaded })));

/** The matching view, which is loaded when it is first opened. */
export const LazyMatchView = (props: MatchViewProps): ReactNode => {
  const messages = useMessages();
  return (
    <Suspense
      fallback={
        <main className="chat">
          <p className="chat-content" role="status">
            {messages.loading}
          </p>
        </main>
      }
    >
      <Loaded {...props} />
    </Suspense>
  );
};
