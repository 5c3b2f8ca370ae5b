import fc from "fast-check";
import type { MarkerForm } from "./marker-forms.ts";
import { articleForm, DIVISION_FORMS, LIST_FORMS, partForm } from "./marker-forms.ts";
import { bodyText, documentTitle, headingText, introduction, itemText, runInText } from "./random-text.ts";
import { clauseOf, paragraphOf } from "./tree-clause.ts";
import type { TreeClause } from "./tree-clause.ts";

/** A document as it is written: its clauses in order, and the blank that each numbering writes after its marker. */
export interface RandomTree {
  readonly clauses: readonly TreeClause[];
  /** From the family of a marker to the blank after it. */
  readonly blanks: readonly MarkerForm[];
  /** Its paragraphs can be told apart where only blanks are left between them. */
  readonly survivesLostBreaks: boolean;
}

type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;
const chance = (draw: Draw, oneIn: number): boolean => draw(fc.nat(oneIn - 1)) === 0;
const count = (draw: Draw, min: number, max: number): number => draw(fc.integer({ min, max }));
const paragraphs = (draw: Draw, most: number): TreeClause[] =>
  Array.from({ length: draw(fc.nat(most)) }, () => paragraphOf(draw(bodyText)));

/** Chooses some of `forms`, in order, at least one. */
const someOf = (draw: Draw, forms: readonly fc.Arbitrary<MarkerForm>[]): MarkerForm[] =>
  draw(fc.subarray([...forms], { minLength: 1 })).map((each) => draw(each));

const listItems = (draw: Draw, form: MarkerForm, below: () => readonly TreeClause[]): TreeClause[] =>
  Array.from({ length: count(draw, 2, 6) }, (_, index) =>
    clauseOf("numbered", form.marker(index + 1), draw(itemText), below()),
  );

/** An article: its own text is the first 款; each 款 may have （一） items, and they 1. below them. */
const articleOf = (draw: Draw, marker: string, forms: readonly MarkerForm[]): TreeClause => {
  const [items, points] = forms;
  const listed = (): readonly TreeClause[] =>
    items === undefined
      ? []
      : listItems(draw, items, () =>
          points !== undefined && chance(draw, 6) ? listItems(draw, points, () => []) : [],
        );
  const one = (): { text: string; children: readonly TreeClause[] } =>
    chance(draw, 3)
      ? { text: draw(introduction), children: listed() }
      : { text: draw(bodyText), children: [] };
  const first = one();
  const later = Array.from({ length: draw(fc.nat(2)) }, () => one());
  return clauseOf("article", marker, first.text, [
    ...first.children,
    ...later.map(({ text, children }) => clauseOf("paragraph", null, text, children)),
  ]);
};

const statute = (draw: Draw): RandomTree => {
  const divisions = chance(draw, 5) ? [] : someOf(draw, DIVISION_FORMS);
  const article = draw(articleForm);
  const lists = [LIST_FORMS[1], LIST_FORMS[2]].flatMap((each) => (each === undefined ? [] : [draw(each)]));
  let number = 0;
  const articles = (): TreeClause[] =>
    Array.from({ length: count(draw, 2, 5) }, () => {
      number += 1;
      const marker = article.marker(number);
      const one = articleOf(draw, marker, lists);
      return chance(draw, 12) ? [one, articleOf(draw, `${marker}之一`, lists)] : [one];
    }).flat();
  const below = (depth: number): TreeClause[] => {
    const form = divisions[depth];
    if (form === undefined) return articles();
    return Array.from({ length: count(draw, 2, 3) }, (_, index) =>
      clauseOf("numbered", form.marker(index + 1), draw(headingText), below(depth + 1)),
    );
  };
  return {
    clauses: [clauseOf("title", null, draw(documentTitle)), ...below(0)],
    blanks: [...divisions, article, ...lists],
    survivesLostBreaks: true,
  };
};

const policy = (draw: Draw): RandomTree => {
  const part = chance(draw, 5) ? [draw(partForm)] : [];
  const forms = [...part, ...someOf(draw, LIST_FORMS)];
  let plain = true;
  const below = (depth: number): TreeClause[] => {
    // A level may be skipped, as where 1. stands right below 一、.
    const level = depth + 1 < forms.length && depth > 0 && chance(draw, 4) ? depth + 1 : depth;
    const form = forms[level];
    if (form === undefined) return [];
    const isPart = form.family === "部分";
    return Array.from({ length: count(draw, 2, 5) }, (_, index) => {
      const children = isPart || draw(fc.nat(2)) > 0 ? below(level + 1) : [];
      const style = isPart ? 0 : draw(fc.nat(2));
      if (style === 0 || children.length > 0) {
        // Paragraphs stand before the list: after it they would belong to its last item.
        return clauseOf("numbered", form.marker(index + 1), draw(headingText), [
          ...paragraphs(draw, 2),
          ...children,
        ]);
      }
      if (style === 1) return clauseOf("numbered", form.marker(index + 1), draw(runInText), []);
      plain = false;
      const dashes = Array.from({ length: draw(fc.nat(2)) }, () => clauseOf("dash", "——", draw(itemText)));
      return clauseOf("numbered", form.marker(index + 1), draw(introduction), dashes);
    });
  };
  const clauses = [clauseOf("title", null, draw(documentTitle)), ...paragraphs(draw, 2), ...below(0)];
  return { clauses, blanks: forms, survivesLostBreaks: plain };
};

const decimals = (draw: Draw): RandomTree => {
  const dotted = chance(draw, 3);
  const list = draw(LIST_FORMS[4] ?? articleForm);
  const below = (path: readonly number[], depth: number): TreeClause[] => {
    const least = path.length === 0 ? 2 : 1;
    return Array.from({ length: count(draw, least, 4) }, (_, index) => {
      const own = [...path, index + 1];
      const marker = own.join(".") + (dotted && own.length === 1 ? "." : "");
      const children = depth > 1 && (own.length === 1 || chance(draw, 2)) ? below(own, depth - 1) : [];
      const items = children.length === 0 && chance(draw, 3) ? listItems(draw, list, () => []) : [];
      return clauseOf("numbered", marker, draw(headingText), [...paragraphs(draw, 2), ...children, ...items]);
    });
  };
  return {
    clauses: [clauseOf("title", null, draw(documentTitle)), ...below([], count(draw, 2, 3))],
    blanks: [{ ...list, family: "1", marker: String, blank: " " }, list],
    survivesLostBreaks: false,
  };
};

/** A document in any of the families, alone. */
export const simpleTree: fc.Arbitrary<RandomTree> = fc
  .tuple(fc.gen(), fc.constantFrom(statute, statute, policy, policy, decimals))
  .map(([gen, make]) => make((arbitrary) => gen(() => arbitrary)));
