import { numbersIn } from "../../../src/verification/number-lock.ts";
import { each } from "./mutation.ts";

const numberKinds = new Set(["quantity", "range", "fraction"]);

export const otherNumbers = (sentence: string): string[] => {
  const numbers = numbersIn(sentence).filter(({ kind }) => numberKinds.has(kind));
  return numbers.flatMap((number) =>
    numbers
      .filter((other) => other.key !== number.key)
      .map((other) => sentence.slice(0, number.start) + other.text + sentence.slice(number.end)),
  );
};

export const digits = (sentence: string): string[] =>
  numbersIn(sentence)
    .filter(({ kind }) => numberKinds.has(kind) || kind === "date")
    .flatMap(({ start, end, text }) => {
      const at = text.search(/[1-8]/);
      if (at < 0) return [];
      const digit = String(Number(text[at]) + 1);
      return [
        sentence.slice(0, start) + text.slice(0, at) + digit + text.slice(at + 1) + sentence.slice(end),
      ];
    });

export const yearsElsewhere = (sentence: string, others: readonly string[]): string[] => {
  const own = new Set(sentence.match(/\d{4}(?=年)/g));
  const elsewhere = [...new Set(others.flatMap((other) => other.match(/\d{4}(?=年)/g) ?? []))].filter(
    (year) => !own.has(year),
  );
  return [
    ...elsewhere.slice(0, 4).flatMap((year) => each(sentence, /\d{4}(?=年)/g, () => year)),
    ...(own.size === 0 ? elsewhere.slice(0, 1).map((year) => `到${year}年，${sentence}`) : []),
  ];
};

export const datesExchanged = (sentence: string): string[] => {
  const dates = numbersIn(sentence).filter(({ kind }) => kind === "date");
  return dates.slice(1).flatMap((second, at) => {
    const first = dates[at];
    if (first === undefined || first.key === second.key) return [];
    return [
      sentence.slice(0, first.start) +
        second.text +
        sentence.slice(first.end, second.start) +
        first.text +
        sentence.slice(second.end),
    ];
  });
};
