import { childNamed, childrenNamed } from "../markup-tree.ts";
import type { MarkupElement } from "../markup-tree.ts";
import { isOn } from "./numbering.ts";

/** What a style, with those that it is based on, says about its paragraphs or runs. */
export interface ResolvedStyle {
  readonly name: string;
  /** The list that numbers its paragraphs, and the style of the chain that says so. */
  readonly listId: string | null;
  readonly listStyle: string | null;
  readonly listLevel: number | null;
  /** 0 is the highest outline level; null is body text. */
  readonly outlineLevel: number | null;
  readonly isHidden: boolean;
}

const NO_STYLE: ResolvedStyle = {
  name: "",
  listId: null,
  listStyle: null,
  listLevel: null,
  outlineLevel: null,
  isHidden: false,
};
const LONGEST_CHAIN = 50;
const BODY_TEXT_LEVEL = 9;

/** The outline level (0–8) that paragraph properties state; null where they state none or body text. */
export const outlineLevelOf = (properties: MarkupElement | undefined): number | null | undefined => {
  const element = childNamed(properties, "outlineLvl");
  if (element === undefined) return undefined;
  const level = Number(element.attributes["val"]);
  return Number.isInteger(level) && level >= 0 && level < BODY_TEXT_LEVEL ? level : null;
};

/** The styles of a document, resolved along `basedOn`. */
export class Styles {
  readonly #elements: ReadonlyMap<string, MarkupElement>;
  readonly #resolved = new Map<string, ResolvedStyle>();
  readonly #defaultParagraph: string | null;

  /** @param part the root of styles.xml, where there is one. */
  constructor(part: MarkupElement | undefined) {
    const styles = childrenNamed(childNamed(part, "styles"), "style");
    this.#elements = new Map(styles.map((style) => [style.attributes["styleId"] ?? "", style]));
    const byDefault = styles.find(
      ({ attributes }) =>
        attributes["type"] === "paragraph" && ["1", "true"].includes(attributes["default"] ?? ""),
    );
    this.#defaultParagraph = byDefault?.attributes["styleId"] ?? null;
  }

  /** @param id a style id, or undefined for the default paragraph style. */
  paragraph(id: string | undefined): ResolvedStyle {
    return this.resolve(id !== undefined && this.#elements.has(id) ? id : (this.#defaultParagraph ?? ""));
  }

  resolve(id: string): ResolvedStyle {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    let { listId, listStyle, listLevel, isHidden } = NO_STYLE;
    let outlineLevel: number | null | undefined;
    let hiddenKnown = false;
    let at: string | undefined = id;
    for (let step = 0; at !== undefined && step < LONGEST_CHAIN; step += 1) {
      const style = this.#elements.get(at);
      const properties = childNamed(style, "pPr");
      const numbering = childNamed(properties, "numPr");
      const list = childNamed(numbering, "numId")?.attributes["val"];
      if (listId === null && list !== undefined) [listId, listStyle] = [list, at];
      const level = childNamed(numbering, "ilvl")?.attributes["val"];
      if (listLevel === null && level !== undefined) listLevel = Number(level);
      if (outlineLevel === undefined) outlineLevel = outlineLevelOf(properties);
      const vanish = childNamed(childNamed(style, "rPr"), "vanish");
      if (!hiddenKnown && vanish !== undefined) [hiddenKnown, isHidden] = [true, isOn(vanish)];
      at = childNamed(style, "basedOn")?.attributes["val"];
    }
    const name = childNamed(this.#elements.get(id), "name")?.attributes["val"] ?? "";
    const resolved = { name, listId, listStyle, listLevel, outlineLevel: outlineLevel ?? null, isHidden };
    this.#resolved.set(id, resolved);
    return resolved;
  }

  /** The list that a numbering style names. */
  listOf(styleId: string): string | null {
    return this.resolve(styleId).listId;
  }
}
