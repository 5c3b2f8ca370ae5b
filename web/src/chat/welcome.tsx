import type { ReactNode } from "react";
import { useMessages } from "../language/language-context.tsx";
import { ExampleList } from "./example-list.tsx";

/** The first visit: what this is, and questions to begin with. */
export const Welcome = ({ onAsk }: { readonly onAsk: (question: string) => void }): ReactNode => {
  const messages = useMessages();
  return (
    <section className="welcome">
      <h2>{messages.welcomeTitle}</h2>
      <p className="welcome-text">{messages.welcomeText}</p>
      <ul className="welcome-points">
        {messages.welcomePoints.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <ExampleList onAsk={onAsk} />
    </section>
  );
};
