import type { ReactNode } from "react";
import { useDeferredValue, useMemo, useState } from "react";
import type { PastConversation } from "../conversation/history.ts";
import { searchHistory } from "../conversation/search-history.ts";
import { useLanguage } from "../language/language-context.tsx";
import { Drawer } from "../page/drawer.tsx";
import { Icon } from "../page/icon.tsx";

/** Conversations that were put away, to search, to open and to delete. */
export const HistoryDrawer = (props: {
  readonly conversations: readonly PastConversation[];
  readonly onOpen: (conversation: PastConversation, turnId: string) => void;
  readonly onDelete: (id: string) => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { messages, language } = useLanguage();
  const [query, setQuery] = useState("");
  const wanted = useDeferredValue(query);
  const { conversations } = props;
  const found = useMemo(() => searchHistory(conversations, wanted), [conversations, wanted]);
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  return (
    <Drawer title={messages.history} onClose={props.onClose}>
      <label className="visually-hidden" htmlFor="history-search">
        {messages.historySearch}
      </label>
      <input
        id="history-search"
        className="input"
        type="search"
        value={query}
        placeholder={messages.historySearch}
        onChange={(event) => setQuery(event.target.value)}
      />
      <p className="history-count" role="status">
        {conversations.length === 0 ? messages.historyEmpty : messages.historyCount(found.length)}
      </p>
      <ul className="library history">
        {found.map(({ conversation, turns }) => (
          <li key={conversation.id}>
            <div className="history-turns">
              {turns.map(({ turnId, question, snippet }) => (
                <button
                  key={turnId}
                  type="button"
                  className="history-turn"
                  onClick={() => props.onOpen(conversation, turnId)}
                >
                  <span className="history-question">{question}</span>
                  {snippet !== null && (
                    <span className="history-snippet">
                      …{snippet.before}
                      <mark>{snippet.match}</mark>
                      {snippet.after}…
                    </span>
                  )}
                </button>
              ))}
              <time className="history-day" dateTime={conversation.savedAt}>
                {day.format(new Date(conversation.savedAt))}
              </time>
            </div>
            <button
              type="button"
              className="icon-button"
              aria-label={messages.historyDelete(turns[0]?.question ?? "")}
              title={messages.delete}
              onClick={() => props.onDelete(conversation.id)}
            >
              <Icon name="remove" />
            </button>
          </li>
        ))}
      </ul>
    </Drawer>
  );
};
