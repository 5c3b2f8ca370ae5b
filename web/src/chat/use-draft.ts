import { useCallback, useState } from "react";

const KEY = "zhengwen.draft";

const stored = (): string => {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
};

/** What is written and not sent yet; it survives a reload of the page, in its tab. */
export const useDraft = (): readonly [string, (text: string) => void] => {
  const [text, setText] = useState(stored);
  const change = useCallback((next: string): void => {
    setText(next);
    try {
      if (next === "") sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, next);
    } catch {
      // Where the browser keeps nothing, it lasts as long as the page.
    }
  }, []);
  return [text, change];
};
