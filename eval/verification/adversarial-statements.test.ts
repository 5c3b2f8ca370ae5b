import { describe, expect, it } from "vitest";
import { locateQuote } from "../../src/verification/locate-quote.ts";
import { verifyStatement } from "../../src/verification/verify-statement.ts";
import { isWordedFrom } from "../../src/verification/worded-from.ts";
import { adversarialSentences, adversarialStatements } from "./adversarial-statements.ts";
import { documentSentences, documentTexts } from "./document-sentences.ts";
import { honestParaphrases } from "./honest-paraphrases.ts";
import { nearParaphrases } from "./near-paraphrases.ts";
import { rewordedPairs } from "./reworded-pairs.ts";
import { sharedWords } from "./shared-words.ts";

const isSupported = (
  statement: string,
  quotes: readonly string[],
  sources: readonly string[] = [],
): boolean => verifyStatement(statement, quotes, sources).supported;

describe("statements that say something else than their quotes", () => {
  const adversarial = adversarialSentences(110);

  it("are more than a thousand, of every kind", () => {
    expect(adversarial.length).toBeGreaterThan(1_000);
    const kinds = [...Map.groupBy(adversarial, ({ kind }) => kind)];
    expect(kinds.filter(([, made]) => made.length < 20)).toEqual([]);
  });

  it("pass not once", () => {
    expect(adversarial.filter(({ statement, quotes }) => isSupported(statement, quotes))).toEqual([]);
  });

  it("pass not once where they are reworded by hand and wrong in one thing", () => {
    const near = nearParaphrases();
    expect(near.length).toBeGreaterThanOrEqual(60);
    expect(near.filter(({ statement, quote }) => isSupported(statement, [quote]))).toEqual([]);
  });

  it("pass not once where they are made of paraphrases", () => {
    const bases = honestParaphrases("honest").filter(
      ({ keptAside, language }) => !keptAside && language === "zh",
    );
    const made = adversarialStatements(bases, 40);
    expect(made.length).toBeGreaterThan(300);
    expect(made.filter(({ statement, quotes }) => isSupported(statement, quotes))).toEqual([]);
  });

  it("pass not once with quotes of their own making: those stand in no document", () => {
    const texts = documentTexts();
    const invented = adversarial.filter(({ kind }) => kind !== "quote of another sentence");
    const passed = invented.filter(({ document, statement }) => {
      const text = texts.get(document) ?? "";
      const found = locateQuote(text, statement);
      return isSupported(statement, found === null ? [] : [text.slice(found.start, found.end)]);
    });
    // What a sentence became by a change is, rarely, another sentence of the document.
    expect(
      passed.filter(({ document, statement }) => texts.get(document)?.includes(statement) !== true),
    ).toEqual([]);
  });
});

describe("what the extractive composer says", () => {
  it("passes for every sentence of every document, alone, introduced, and in a row", () => {
    const title = "关于进一步加强管理的意见";
    const sentences = documentSentences();
    const failed = sentences.flatMap(({ text }, at) => {
      const next = sentences[at + 1]?.text ?? text;
      const said: readonly (readonly [string, readonly string[]])[] = [
        [text, [text]],
        [`${title}：${text}`, [text]],
        [`《${title}》：${text}`, [text]],
        [`《${title}》提出：${text}`, [text]],
        // A heading without a full stop is no sentence beside another.
        [text.endsWith("。") ? `${text}${next}` : text, [text, next]],
      ];
      return said.filter(([statement, quotes]) => !isSupported(statement, quotes, [title]));
    });
    expect(failed).toEqual([]);
  });
});

describe("the sentence that stands in the place of a statement which does not pass", () => {
  it("is the one it was worded from, and seldom one that it has nothing to do with", () => {
    const honest = (["honest", "closer"] as const)
      .flatMap((set) => honestParaphrases(set))
      .filter(({ keptAside, language }) => !keptAside && language === "zh");
    const found = honest.filter(({ statement, quote }) => isWordedFrom(statement, quote));
    expect(found.length / honest.length).toBeGreaterThanOrEqual(0.95);
    const unrelated = adversarialSentences(110).filter(({ kind }) => kind === "quote of another sentence");
    const wrong = unrelated.filter(({ statement, quotes }) => isWordedFrom(statement, quotes.join("")));
    expect(wrong.length / unrelated.length).toBeLessThanOrEqual(0.05);
  });
});

describe("the honest paraphrases", () => {
  const paraphrases = honestParaphrases("honest");
  const chinese = paraphrases.filter(({ language }) => language === "zh");

  it("quote their documents verbatim", () => {
    const texts = documentTexts();
    const all = [...paraphrases, ...honestParaphrases("closer"), ...nearParaphrases(), ...rewordedPairs()];
    const notVerbatim = all.filter(({ document, quote }) => {
      const key = /([^/]+)\.txt$/.exec(document)?.[1] ?? "";
      return texts.get(key)?.includes(quote) !== true;
    });
    expect(notVerbatim).toEqual([]);
  });

  it("are 300 and more, half of them kept aside, and share at most 70% of their content words", () => {
    expect(chinese.length).toBeGreaterThanOrEqual(300);
    expect(chinese.filter(({ keptAside }) => keptAside).length).toBeGreaterThanOrEqual(150);
    expect(chinese.filter(({ statement, quote }) => sharedWords(statement, quote) > 0.7)).toEqual([]);
  });
});

describe("the pairs of an honest rewording and a wrong one", () => {
  const pairs = rewordedPairs();

  it("share no quote between the half for fitting and the half kept aside", () => {
    const fitted = new Set(pairs.filter(({ keptAside }) => !keptAside).map(({ quote }) => quote));
    expect(pairs.filter(({ keptAside, quote }) => keptAside && fitted.has(quote))).toEqual([]);
    expect(pairs.filter(({ twin }) => twin !== null).length).toBeGreaterThanOrEqual(150);
  });

  it("pass not once where they are wrong", () => {
    const twins = pairs.flatMap(({ quote, twin }) => (twin === null ? [] : [{ quote, twin }]));
    expect(twins.filter(({ quote, twin }) => isSupported(twin, [quote]))).toEqual([]);
  });
});
