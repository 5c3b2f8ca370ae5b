import { readStored, writeStored } from "./browser-store.ts";

export type Theme = "system" | "light" | "dark";

const KEY = "zhengwen.theme";

/** The appearance that the reader chose; the system's until then. */
export const storedTheme = (): Theme => {
  const value = readStored(KEY);
  return value === "light" || value === "dark" ? value : "system";
};

/** Shows the page in this appearance and remembers it. */
export const applyTheme = (theme: Theme): void => {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  writeStored(KEY, theme === "system" ? null : theme);
};

/** system → light → dark → system */
export const nextTheme: Readonly<Record<Theme, Theme>> = { system: "light", light: "dark", dark: "system" };
