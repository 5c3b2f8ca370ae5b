import type { ReactNode } from "react";
import { AccountButton } from "../access/account.tsx";
import { useLanguage } from "../language/language-context.tsx";
import type { IconName } from "./icon.tsx";
import { Icon } from "./icon.tsx";
import type { MainView } from "./route.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

/** Leads to a view; the one that is shown is marked. */
const ViewButton = (props: {
  readonly view: MainView;
  readonly icon: IconName;
  readonly label: string;
  readonly main: MainView;
  readonly onMain: (main: MainView) => void;
}): ReactNode => (
  <button
    type="button"
    className="bar-button bar-view"
    aria-current={props.main === props.view ? "page" : undefined}
    onClick={() => props.onMain(props.view)}
  >
    <Icon name={props.icon} />
    <span className="bar-label">{props.label}</span>
  </button>
);

/** The name and what concerns the whole page. */
export const TopBar = (props: {
  readonly covered: boolean;
  readonly main: MainView;
  readonly onMain: (main: MainView) => void;
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
      <nav className="bar-buttons bar-views" aria-label={messages.views}>
        <ViewButton view="chat" icon="chat" label={messages.chat} {...props} />
        <ViewButton view="match" icon="match" label={messages.matching} {...props} />
        <ViewButton view="library" icon="documents" label={messages.documents} {...props} />
      </nav>
      <div className="bar-buttons">
        <button type="button" className="bar-button" onClick={props.onNewConversation}>
          <Icon name="add" />
          <span className="bar-label">{messages.newConversation}</span>
        </button>
        <button type="button" className="bar-button" onClick={props.onHistory} aria-haspopup="dialog">
          <Icon name="history" />
          <span className="bar-label">{messages.history}</span>
        </button>
        <button type="button" className="bar-button" onClick={switchLanguage} lang={other}>
          {messages.switchLanguage}
        </button>
        <ThemeSwitch />
        <AccountButton />
      </div>
    </header>
  );
};
