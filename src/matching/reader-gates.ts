import { mayDeny } from "./denied-matter.ts";
import { mayMeet } from "./granted-paper.ts";
import { isOnlyIntended } from "./intended-matter.ts";
import { saysHere } from "./named-here.ts";
import { namesKindAsked } from "./named-kind.ts";
import { namesPaperAsked } from "./named-paper.ts";
import { denies, plainWords } from "./plain-words.ts";
import { maySayMatter } from "./same-matter.ts";

/** Whether the words of what is said allow that it meets what is asked. */
export const canMeet = (asked: string, said: string): boolean =>
  mayMeet(asked, said) &&
  namesKindAsked(asked, said) &&
  namesPaperAsked(asked, said) &&
  saysHere(asked, said) &&
  maySayMatter(asked, said) &&
  !isOnlyIntended(asked, said);

/** The same for what is unmet: who denies another paper has not denied this one. */
export const canDeny = (asked: string, said: string): boolean =>
  mayDeny(asked, said) &&
  maySayMatter(asked, said) &&
  (namesPaperAsked(asked, said) || !said.split("，").some((clause) => denies(plainWords(clause))));
