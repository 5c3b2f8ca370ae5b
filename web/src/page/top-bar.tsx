import type { ReactNode } from "react";
import { useLanguage } from "../language/language-context.tsx";
import { Icon } from "./icon.tsx";
import type { MainView } from "./route.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

/** The name and what concerns the whole page. */
export const TopBar = (props: {
  readonly covered: boolean;
  readonly main: MainView;
  readonly onMain: (main: MainView) => void;
  readonly onDocuments: () => void;
  readonly onHistory: () => void;
  readonly onNewConversation: () => void;
}): ReactNode => {
  const { messages, other, switchLanguage } = useLanguage();
  return (
    <header className="top-bar" inert={props.covered}>
      <h1 className="brand">
        <img src="/seal.svg" alt="" width="28" height="28" />
        <span className="brand-name">{messages.productName}</span>
        <span className="brand-tagline">{messages.tagline}</span>
      </h1>
      <div className="bar-buttons">
        <button type="button" className="bar-button" onClick={props.onNewConversation}>
          <Icon name="add" />
          <span className="bar-label">{messages.newConversation}</span>
        </button>
        <button type="button" className="bar-button" onClick={props.onHistory} aria-haspopup="dialog">
          <Icon name="history" />
          <span className="bar-label">{messages.history}</span>
        </button>
        <button
          type="button"
          className="bar-button"
          onClick={() => props.onMain(props.main === "chat" ? "match" : "chat")}
        >
          <Icon name={props.main === "chat" ? "match" : "chat"} />
          <span className="bar-label">{props.main === "chat" ? messages.matching : messages.backToChat}</span>
        </button>
        <button type="button" className="bar-button" onClick={props.onDocuments} aria-haspopup="dialog">
          <Icon name="documents" />
          <span className="bar-label">{messages.documents}</span>
        </button>
        <button type="button" className="bar-button" onClick={switchLanguage} lang={other}>
          {messages.switchLanguage}
        </button>
        <ThemeSwitch />
      </div>
    </header>
  );
};
