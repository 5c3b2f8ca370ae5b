import type { MarkupElement } from "../markup-tree.ts";

/** Elements whose words nobody reads as text. */
export const SCRIPTS: ReadonlySet<string> = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "iframe",
  "object",
  "svg",
]);
/** Elements around the text of a page, not of it. */
const FRAME_ELEMENTS: ReadonlySet<string> = new Set([
  "nav",
  "footer",
  "aside",
  "form",
  "button",
  "select",
  "textarea",
  "dialog",
]);
/** Names that pages give to what stands around the text. */
const FRAME_NAMES =
  /(?:^|[\s_-])(?:nav(?:igation|bar)?|menu|breadcrumbs?|crumbs?|sidebar|side|footer?|foot|copyright|share|sharing|toolbar|related|recommend|login|search(?:box|bar)?|pagination|pager|qrcode|weixin|topbar|banner|advert|ads?)(?:$|[\s_-]|\d)/i;
/** The head of the site; what has no links there may be the title of the text. */
const HEADER_NAMES = /(?:^|\s)(?:page[-_]?|site[-_]?)?(?:top|header|head)(?:$|\s)/i;
const FRAME_ROLES: ReadonlySet<string> = new Set([
  "navigation",
  "banner",
  "contentinfo",
  "search",
  "complementary",
]);
/** Names that government sites and their publishing systems give to the text itself. */
const CONTENT_NAMES =
  /(?:^|\s)(?:ucap-content|trs_editor|trs_ueditor|view|pages_content|article[-_]?(?:content|body|con|text)|news[-_]?(?:content|con|text)|content[-_]?(?:text|body|main)|main[-_]?(?:text|content)|wenzhang|zwnr|xxgk[-_]?content|zoomcon|zoom|detail[-_]?(?:content|con|text)|art_con|con_text|rich_media_content|policy[-_]?content)(?:$|\s)/i;
/** A container of this share of the page's words is the text of the page. */
const MAIN_SHARE = 0.6;

const namesOf = ({ attributes }: MarkupElement): string =>
  `${attributes["id"] ?? ""} ${attributes["class"] ?? ""}`;

/** Not shown: by attribute or by inline style. */
export const isHidden = ({ name, attributes }: MarkupElement): boolean =>
  attributes["hidden"] !== undefined ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes["style"] ?? "") ||
  (name === "input" && attributes["type"] === "hidden");

interface Weight {
  readonly words: number;
  readonly linked: number;
  readonly links: number;
}

/** How many characters an element shows, and how many of them are links. Each element is weighed once. */
export class PageWeights {
  readonly #weights = new Map<MarkupElement, Weight>();

  of(element: MarkupElement): Weight {
    const known = this.#weights.get(element);
    if (known !== undefined) return known;
    const isLink = element.name === "a" && element.attributes["href"] !== undefined;
    let [words, linked, links] = [0, 0, isLink ? 1 : 0];
    if (!SCRIPTS.has(element.name) && !isHidden(element)) {
      for (const child of element.children) {
        if (typeof child === "string") {
          words += child.replaceAll(/\s+/g, "").length;
        } else {
          const weight = this.of(child);
          words += weight.words;
          linked += weight.linked;
          links += weight.links;
        }
      }
    }
    const weight = { words, linked: isLink ? words : linked, links };
    this.#weights.set(element, weight);
    return weight;
  }
}

/** Whether an element is part of the page around the text: by its element, its names, or because it is all links. */
export const isFrame = (element: MarkupElement, weights: PageWeights): boolean => {
  const { name, attributes } = element;
  const { words, linked, links } = weights.of(element);
  if (FRAME_ELEMENTS.has(name) || FRAME_ROLES.has(attributes["role"] ?? "")) {
    // Some systems put the whole page into one form.
    return words < 2_000 || linked * 2 > words;
  }
  if (["html", "body", "main", "article", "p", "td", "tr", "tbody", "table"].includes(name)) return false;
  if (name === "header" || (HEADER_NAMES.test(namesOf(element)) && words < 1_000)) return linked > 0;
  if (FRAME_NAMES.test(namesOf(element)) && words < 1_000) return true;
  return ["div", "ul", "ol", "dl", "section"].includes(name) && links >= 4 && linked > words * 0.7;
};

const isContent = (element: MarkupElement): boolean =>
  element.name === "article" ||
  element.name === "main" ||
  element.attributes["itemprop"] === "articleBody" ||
  element.attributes["role"] === "main" ||
  CONTENT_NAMES.test(namesOf(element));

/**
 * The element that holds the text of a page: the innermost one that is marked or named as such and has most of
 * the page's unlinked words; else the whole body. Being careful not to lose text comes first: what is only
 * likely to be decoration stays.
 */
export const findMainContent = (body: MarkupElement, weights: PageWeights): MarkupElement => {
  const own = (element: MarkupElement): number => {
    const { words, linked } = weights.of(element);
    return words - linked;
  };
  const wordsInFrames = (element: MarkupElement): number => {
    let words = 0;
    for (const child of element.children) {
      if (typeof child === "string") continue;
      words += isFrame(child, weights) ? own(child) : wordsInFrames(child);
    }
    return words;
  };
  const total = own(body) - wordsInFrames(body);
  let best = body;
  const visit = (element: MarkupElement): void => {
    for (const child of element.children) {
      if (typeof child === "string" || own(child) < total * MAIN_SHARE) continue;
      if (isContent(child)) best = child;
      visit(child);
    }
  };
  visit(body);
  return best;
};
