import type { ReactNode } from "react";
import type { TextLanguage } from "./text-language.ts";
import { languageRuns, textLanguage } from "./text-language.ts";

/** A stretch of a text whose language its surroundings name: what is Chinese in English is marked. */
export const LanguageRuns = (props: { readonly text: string; readonly language: TextLanguage }): ReactNode =>
  languageRuns(props.text, props.language).map(({ start, text, language }) =>
    language === props.language ? (
      text
    ) : (
      <span key={start} lang={language}>
        {text}
      </span>
    ),
  );

/** A text of the server in the language that it is written in. */
export const MarkedLanguage = ({ text }: { readonly text: string }): ReactNode => {
  const language = textLanguage(text);
  return (
    <span lang={language}>
      <LanguageRuns text={text} language={language} />
    </span>
  );
};
