import type { ReactNode } from "react";
import { ExamplesReplySchema } from "../../../src/contract/examples.ts";
import { useResource } from "../api/use-resource.ts";
import { useMessages } from "../language/language-context.tsx";

/** As many as the server gives at most: the page does not move when they come. */
const PLACES = [0, 1, 2, 3, 4] as const;

/** Questions from the documents at hand, which the server has tried; they stay Chinese in every language. */
export const ExampleList = ({ onAsk }: { readonly onAsk: (question: string) => void }): ReactNode => {
  const messages = useMessages();
  const { resource } = useResource("/api/examples", ExamplesReplySchema);
  // Without them one can ask all the same: what fails here will be told where something is asked.
  if (resource.state === "failed") return null;
  if (resource.state === "loading") {
    return (
      <>
        <h3>{messages.examplesTitle}</h3>
        <p className="visually-hidden" role="status">
          {messages.loading}
        </p>
        <ul className="examples" aria-hidden="true">
          {PLACES.map((place) => (
            <li key={place} className="example example-place" />
          ))}
        </ul>
      </>
    );
  }
  const { documents, questions } = resource.value;
  if (documents === 0) {
    return (
      <div className="no-documents">
        <p>{messages.documentsEmpty}</p>
        <p>{messages.documentsEmptyHint}</p>
        <p>
          <code>npm run zhengwen -- ingest …</code>
        </p>
      </div>
    );
  }
  if (questions.length === 0) return null;
  return (
    <>
      <h3>{messages.examplesTitle}</h3>
      <ul className="examples" lang="zh-CN">
        {questions.map((question) => (
          <li key={question}>
            <button type="button" className="example" onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
