import { numbersIn } from "../../src/verification/number-lock.ts";
import type { DocumentSentence } from "./document-sentences.ts";
import { documentSentences } from "./document-sentences.ts";
import { MUTATIONS } from "./mutations.ts";
import { seeded } from "./seeded.ts";

/** A statement that its quotes do not bear out. */
export interface AdversarialStatement {
  readonly kind: string;
  readonly document: string;
  /** What the statement is said to be worded from; invented quotes stand in no document. */
  readonly quotes: readonly string[];
  readonly statement: string;
}

const SHORTEST = 14;
const LONGEST = 180;

const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] => {
  const list = [...items];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [list[at], list[other]];
    if (one === undefined || two === undefined) continue;
    list[at] = two;
    list[other] = one;
  }
  return list;
};

const unitOf = (key: string): string => key.split("|")[1] ?? "";

/** A number of one cited clause in the place of one of another cited clause, in the same unit. */
const spliced = (sentences: readonly DocumentSentence[]): AdversarialStatement[] => {
  const counted = sentences.map((sentence) => ({
    ...sentence,
    numbers: numbersIn(sentence.text).filter(({ kind }) => kind === "quantity"),
  }));
  return counted.flatMap((one, at) =>
    counted
      .slice(at + 1)
      .filter(({ document }) => document === one.document)
      .flatMap((two) =>
        one.numbers.flatMap((number) => {
          const other = two.numbers.find(
            ({ key }) => unitOf(key) === unitOf(number.key) && !one.numbers.some((own) => own.key === key),
          );
          if (other === undefined) return [];
          const statement = one.text.slice(0, number.start) + other.text + one.text.slice(number.end);
          return [
            {
              kind: "number of another clause",
              document: one.document,
              quotes: [one.text, two.text],
              statement,
            },
          ];
        }),
      )
      .slice(0, 2),
  );
};

/**
 * Statements that say something else than their quotes, at most `mostOfAKind` of each kind, the same for the
 * same seed. Made from `bases`: what is said, with the sentence it is worded from.
 */
export const adversarialStatements = (
  bases: readonly { readonly document: string; readonly quote: string; readonly statement: string }[],
  mostOfAKind: number,
  seed = 7,
): AdversarialStatement[] => {
  const random = seeded(seed);
  const sentences = documentSentences();
  const byDocument = Map.groupBy(sentences, ({ document }) => document);
  return MUTATIONS.flatMap(({ kind, apply }) => {
    const made: AdversarialStatement[] = [];
    for (const { document, quote, statement } of shuffled(bases, random)) {
      if (made.length >= mostOfAKind) break;
      const all = byDocument.get(document) ?? [];
      const from = Math.floor(random() * Math.max(1, all.length - 12));
      const others = all
        .slice(from, from + 12)
        .map(({ text }) => text)
        .filter((text) => text !== quote);
      const changed = shuffled(apply(statement, others), random).slice(
        0,
        kind === "modality exchanged" ? 4 : 2,
      );
      for (const text of changed) {
        if (text !== statement && !quote.includes(text))
          made.push({ kind, document, quotes: [quote], statement: text });
      }
    }
    return made.slice(0, mostOfAKind);
  });
};

/** Of the documents' own sentences: the kinds of mistakes, numbers of another cited clause, unrelated quotes. */
export const adversarialSentences = (mostOfAKind: number, seed = 7): AdversarialStatement[] => {
  const sentences = [
    ...new Map(
      documentSentences()
        .filter(({ text }) => text.length >= SHORTEST && text.length <= LONGEST)
        .map((sentence) => [sentence.text, sentence]),
    ).values(),
  ];
  const random = seeded(seed + 1);
  const bases = sentences.map(({ document, text }) => ({ document, quote: text, statement: text }));
  const unrelated = shuffled(sentences, random)
    .slice(0, mostOfAKind)
    .flatMap(({ document, text }) => {
      const near = sentences.filter((other) => other.document === document && other.text !== text);
      const other = near[Math.floor(random() * near.length)];
      return other === undefined || other.text.includes(text.slice(0, -1))
        ? []
        : [{ kind: "quote of another sentence", document, quotes: [other.text], statement: text }];
    });
  return [
    ...adversarialStatements(bases, mostOfAKind, seed),
    ...shuffled(spliced(sentences), random).slice(0, mostOfAKind),
    ...unrelated,
  ];
};
