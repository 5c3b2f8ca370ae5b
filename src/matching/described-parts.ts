import type { CountedThing } from "./counted-things.ts";
import { countedThings } from "./counted-things.ts";
import { INTENDED } from "./intended-matter.ts";
import { denies, givenPairs, plainWords, wantedPairs } from "./plain-words.ts";
import type { SpokenDays } from "./spoken-days.ts";
import { spokenDays } from "./spoken-days.ts";
import { spokenText } from "./spoken-text.ts";

/** A part of a description between its marks: a fact of its own. */
export interface DescribedPart {
  /** As it stands in the description. */
  readonly text: string;
  readonly plain: string;
  readonly denies: boolean;
  /** Says what is planned, not what is; where the plan begins in its words. */
  readonly intendedFrom: number | null;
  readonly pairs: ReadonlySet<string>;
  /** Those of its words that have a meaning. */
  readonly core: ReadonlySet<string>;
  readonly counted: readonly CountedThing[];
  /** When it came about, as far as it says so. */
  readonly when: SpokenDays | null;
}

/** 在苏州、成都和广州各有一家分公司: as many as there are places. */
const EACH_ONE =
  /在?([一-龥]{2,8}(?:[、和及与][一-龥]{2,8}?)+)(?:各|都|分别)(?:设|开|办)?(?:有|了)?(?:一|1)(家|个|处)([一-龥]{2,8})/gu;

const spelledOut = (text: string): string =>
  text.replace(
    EACH_ONE,
    (_whole, places: string, unit: string, what: string) =>
      `有${places.split(/[、和及与]/).length}${unit}${what}`,
  );

/** The parts of a description, each read as a fact that no field may hold. */
export const describedParts = (description: string, asOf: string): readonly DescribedPart[] =>
  description
    .split(/[，。；！？\n]|,(?!\d)|、(?=也?[不没无未])|(?=也(?:没|不(?!断)|未|无))/)
    .filter((text) => text.trim() !== "")
    .map((text) => {
      const plain = plainWords(spokenText(spelledOut(text)));
      return {
        text: text.trim(),
        plain,
        denies: denies(plain),
        intendedFrom: INTENDED.exec(plain)?.index ?? null,
        pairs: givenPairs(plain),
        core: wantedPairs(plain),
        counted: countedThings(plain),
        when: spokenDays(text, asOf),
      };
    });
