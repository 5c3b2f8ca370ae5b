const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text made safe for HTML content and quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");

/** HTML that was built with `html`, so that it is not escaped again. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

type Part = string | number | Markup | readonly Markup[];

const render = (part: Part): string => {
  if (part instanceof Markup) return part.html;
  if (typeof part === "object") return part.map((each) => each.html).join("");
  return escapeHtml(String(part));
};

/** A tag for templates that escapes everything put into them but `Markup`. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(
    strings.map((text, index) => `${text}${index < parts.length ? render(parts[index] ?? "") : ""}`).join(""),
  );
