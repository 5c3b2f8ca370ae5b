import type { ReactNode } from "react";
import { AccountButton } from "../access/account.tsx";
import { useLanguage, useMessages } from "../language/language-context.tsx";
import type { IconName } from "./icon.tsx";
import { Icon } from "./icon.tsx";
import type { MainView } from "./route.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

/** Leads to a view, and from it back to the conversation. */
const ViewButton = (props: {
  readonly view: Exclude<MainView, "chat">;
  readonly icon: IconName;
  readonly label: string;
  readonly main: MainView;
  readonly onMain: (main: MainView) => void;
}): ReactNode => {
  const messages = useMessages();
  const isOpen = props.main === props.view;
  return (
    <button type="button" className="bar-button" onClick={() => props.onMain(isOpen ? "chat" : props.view)}>
      <Icon name={isOpen ? "chat" : props.icon} />
      <span className="bar-label">{isOpen ? messages.backToChat : props.label}</span>
    </button>
  );
};

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
      <div className="bar-buttons">
        <button type="button" className="bar-button" onClick={props.onNewConversation}>
          <Icon name="add" />
          <span className="bar-label">{messages.newConversation}</span>
        </button>
        <button type="button" className="bar-button" onClick={props.onHistory} aria-haspopup="dialog">
          <Icon name="history" />
          <span className="bar-label">{messages.history}</span>
        </button>
        <ViewButton view="match" icon="match" label={messages.matching} {...props} />
        <ViewButton view="library" icon="documents" label={messages.documents} {...props} />
        <button type="button" className="bar-button" onClick={switchLanguage} lang={other}>
          {messages.switchLanguage}
        </button>
        <ThemeSwitch />
        <AccountButton />
      </div>
    </header>
  );
};
