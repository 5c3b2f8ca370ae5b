import type { ReactNode } from "react";
import { useMessages } from "../language/language-context.tsx";
import { EXAMPLE_QUESTIONS } from "./example-questions.ts";

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
      <h3>{messages.examplesTitle}</h3>
      <ul className="examples" lang="zh-CN">
        {EXAMPLE_QUESTIONS.map((question) => (
          <li key={question}>
            <button type="button" className="example" onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
