import type { ReactNode } from "react";
import { useState } from "react";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "./icon.tsx";
import { applyTheme, nextTheme, storedTheme } from "./theme.ts";

/** Goes through system, light and dark. */
export const ThemeSwitch = (): ReactNode => {
  const messages = useMessages();
  const [theme, setTheme] = useState(storedTheme);
  const change = (): void => {
    applyTheme(nextTheme[theme]);
    setTheme(nextTheme[theme]);
  };
  return (
    <button type="button" className="bar-button" onClick={change} title={messages.theme[theme]}>
      <Icon name={theme} />
      <span className="visually-hidden">{messages.theme[theme]}</span>
    </button>
  );
};
