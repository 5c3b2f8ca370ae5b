import type { ComponentType, ReactNode } from "react";
import { lazy, Suspense } from "react";
import { ApiFailure } from "../api/api-failure.ts";
import { useMessages } from "../language/language-context.tsx";
import { FailureNote } from "./failure-note.tsx";

/** What stands in a view's place when it could not be loaded: offline, or after an upgrade of the server. */
const NotLoaded = (): ReactNode => (
  <main className="chat">
    <div className="chat-content">
      <FailureNote error={new ApiFailure("unreachable")} onRetry={() => location.reload()} />
    </div>
  </main>
);

const Loading = (): ReactNode => {
  const messages = useMessages();
  return (
    <main className="chat">
      <p className="chat-content" role="status">
        {messages.loading}
      </p>
    </main>
  );
};

/** A main view that is loaded when it is first opened. */
export const lazyView = <Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ((props: Props) => ReactNode) => {
  const Loaded = lazy<ComponentType<Props>>(() => load().catch(() => ({ default: NotLoaded })));
  return (props) => (
    <Suspense fallback={<Loading />}>
      <Loaded {...props} />
    </Suspense>
  );
};
