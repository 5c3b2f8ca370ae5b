import type { ReactNode } from "react";
import { LanguageRuns } from "../page/marked-language.tsx";
import { MAIN_PATHS } from "../page/route.ts";
import { textLanguage } from "../page/text-language.ts";

/** How the server names the matching view: its name in quotes, and further on its address. */
const MATCHING = /“政策匹配”([^“”]*?)[：:]?\/#match/u;

/** What the server says in a notice or a refusal; the address of the matching view in it is a link. */
export const NoticeText = ({ text }: { readonly text: string }): ReactNode => {
  const language = textLanguage(text);
  const named = MATCHING.exec(text);
  if (named === null) {
    return (
      <span lang={language}>
        <LanguageRuns text={text} language={language} />
      </span>
    );
  }
  return (
    <span lang={language}>
      {text.slice(0, named.index)}“<a href={MAIN_PATHS.match}>政策匹配</a>”{named[1]}
      {text.slice(named.index + named[0].length)}
    </span>
  );
};
