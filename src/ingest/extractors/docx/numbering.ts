import { childNamed, childrenNamed, descendantsNamed } from "../markup-tree.ts";
import type { MarkupElement } from "../markup-tree.ts";
import { formatNumber } from "./number-format.ts";
import { symbolText } from "./symbol-text.ts";

interface Level {
  readonly start: number;
  readonly format: string;
  /** 第%1章, （%2）, %1.%2 */
  readonly template: string;
  /** After which 1-based level it begins anew; 0 is never, null after any level above it. */
  readonly restart: number | null;
  readonly isLegal: boolean;
  readonly separator: string;
  readonly style: string | null;
}

interface ListDefinition {
  /** Lists with one counter share it. */
  readonly counter: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** What stands before a numbered paragraph. */
export interface ParagraphNumber {
  readonly marker: string;
  /** The blank between marker and text, where one is needed to tell them apart. */
  readonly separator: string;
}

const DEEPEST_LEVEL = 8;
/** After these a reader needs no blank to see where the text begins. */
const CLOSED_MARKER = /[、）．。：】〕》]$/;

const valueOf = (element: MarkupElement | undefined): string | undefined => element?.attributes["val"];

const integer = (text: string | undefined, fallback: number): number => {
  const value = Number.parseInt(text ?? "", 10);
  return Number.isSafeInteger(value) ? value : fallback;
};

/** `<w:b/>` and `<w:b w:val="1"/>` are on, `0`, `false` and `off` are off. */
export const isOn = (element: MarkupElement | undefined): boolean =>
  element !== undefined && !["0", "false", "off", "none"].includes(valueOf(element) ?? "1");

const formatOf = (level: MarkupElement): string => {
  const format = childNamed(level, "numFmt") ?? [...descendantsNamed(level, "numFmt")][0];
  const name = valueOf(format) ?? "decimal";
  // Custom formats are only known for leading zeros: "001, 002, 003, ...".
  if (name !== "custom") return name;
  return /^0+1/.exec(format?.attributes["format"] ?? "")?.[0] ?? "decimal";
};

const readLevel = (level: MarkupElement): Level => {
  const restart = valueOf(childNamed(level, "lvlRestart"));
  const suffix = valueOf(childNamed(level, "suff")) ?? "tab";
  return {
    start: integer(valueOf(childNamed(level, "start")), 0),
    format: formatOf(level),
    template: valueOf(childNamed(level, "lvlText")) ?? "",
    restart: restart === undefined ? null : integer(restart, 0),
    isLegal: isOn(childNamed(level, "isLgl")),
    separator: suffix === "nothing" ? "" : " ",
    style: valueOf(childNamed(level, "pStyle")) ?? null,
  };
};

const levelIndex = (element: MarkupElement): number => integer(element.attributes["ilvl"], 0);

const readLevels = (element: MarkupElement): Map<number, Level> =>
  new Map(childrenNamed(element, "lvl").map((level) => [levelIndex(level), readLevel(level)]));

const writeNumber = (value: number, format: string): string =>
  /^0+1$/.test(format) ? String(value).padStart(format.length, "0") : formatNumber(value, format);

/**
 * Counts numbered paragraphs as Word does. Paragraphs have to be asked for in the order of the document, each
 * once.
 */
export class Numbering {
  readonly #lists: ReadonlyMap<string, ListDefinition>;
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /**
   * @param part the root of numbering.xml; without one, nothing is numbered.
   * @param listOfStyle the list id that a numbering style names, for lists that are defined by a style.
   */
  constructor(part: MarkupElement | undefined, listOfStyle: (styleId: string) => string | null) {
    const root = childNamed(part, "numbering");
    const abstracts = new Map(
      childrenNamed(root, "abstractNum").map((each) => [each.attributes["abstractNumId"] ?? "", each]),
    );
    const nums = new Map(childrenNamed(root, "num").map((each) => [each.attributes["numId"] ?? "", each]));
    const abstractOf = (num: MarkupElement | undefined): MarkupElement | undefined =>
      abstracts.get(valueOf(childNamed(num, "abstractNumId")) ?? "");
    const lists = new Map<string, ListDefinition>();
    for (const [numId, num] of nums) {
      let abstract = abstractOf(num);
      const link = valueOf(childNamed(abstract, "numStyleLink"));
      if (link !== undefined) abstract = abstractOf(nums.get(listOfStyle(link) ?? "")) ?? abstract;
      if (abstract === undefined) continue;
      const levels = readLevels(abstract);
      const startOverrides = new Map<number, number>();
      for (const override of childrenNamed(num, "lvlOverride")) {
        for (const [, level] of readLevels(override)) levels.set(levelIndex(override), level);
        const start = valueOf(childNamed(override, "startOverride"));
        if (start !== undefined) startOverrides.set(levelIndex(override), integer(start, 1));
      }
      lists.set(numId, { counter: abstract.attributes["abstractNumId"] ?? "", levels, startOverrides });
    }
    this.#lists = lists;
  }

  has(listId: string): boolean {
    return this.#lists.has(listId);
  }

  /** The level of a list that belongs to a paragraph style, or null. */
  levelOfStyle(listId: string, styleId: string): number | null {
    for (const [index, level] of this.#lists.get(listId)?.levels ?? []) {
      if (level.style === styleId) return index;
    }
    return null;
  }

  /** Counts the next paragraph of a list at a level (0 the highest); null where the list has no such level. */
  next(listId: string, levelAt: number): ParagraphNumber | null {
    const list = this.#lists.get(listId);
    const level = list?.levels.get(levelAt);
    if (list === undefined || level === undefined || levelAt > DEEPEST_LEVEL) return null;
    const counters = this.#counters.get(list.counter) ?? [];
    this.#counters.set(list.counter, counters);
    if (!this.#begun.has(listId)) {
      this.#begun.add(listId);
      for (const overridden of list.startOverrides.keys()) counters[overridden] = undefined;
    }
    const startOf = (index: number): number =>
      list.startOverrides.get(index) ?? list.levels.get(index)?.start ?? 1;
    // A level that was passed over counts as if its first paragraph stood there.
    for (let above = 0; above < levelAt; above += 1) counters[above] ??= startOf(above);
    const before = counters[levelAt];
    counters[levelAt] = before === undefined ? startOf(levelAt) : before + 1;
    for (let below = levelAt + 1; below <= DEEPEST_LEVEL; below += 1) {
      const restart = list.levels.get(below)?.restart ?? null;
      if (restart === null || levelAt < restart) counters[below] = undefined;
    }
    if (level.format === "bullet") {
      const marker = Array.from(level.template, symbolText).join("");
      return { marker, separator: marker === "" ? "" : level.separator };
    }
    const marker = level.template.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = level.isLegal ? "decimal" : (list.levels.get(index)?.format ?? "decimal");
      return writeNumber(counters[index] ?? startOf(index), format);
    });
    const visible = marker.trim();
    return {
      marker: visible,
      separator: visible === "" || CLOSED_MARKER.test(visible) ? "" : level.separator,
    };
  }
}
