import type { ReactNode } from "react";
import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { readStored, writeStored } from "../page/browser-store.ts";
import { chinese } from "./chinese.ts";
import { english } from "./english.ts";
import type { Messages } from "./messages.ts";

type Language = "zh-CN" | "en";

const KEY = "zhengwen.language";
const tables: Readonly<Record<Language, Messages>> = { "zh-CN": chinese, en: english };

interface LanguageSwitch {
  readonly language: Language;
  readonly messages: Messages;
  readonly other: Language;
  readonly switchLanguage: () => void;
}

const LanguageContext = createContext<LanguageSwitch>({
  language: "zh-CN",
  messages: chinese,
  other: "en",
  switchLanguage: () => undefined,
});

/** Provides the page's texts: Chinese unless the reader switched to English. */
export const LanguageProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const [language, setLanguage] = useState<Language>(() => (readStored(KEY) === "en" ? "en" : "zh-CN"));
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${tables[language].productName} · ${tables[language].tagline}`;
  }, [language]);
  const value = useMemo<LanguageSwitch>(() => {
    const other: Language = language === "en" ? "zh-CN" : "en";
    return {
      language,
      messages: tables[language],
      other,
      switchLanguage: () => {
        writeStored(KEY, other);
        setLanguage(other);
      },
    };
  }, [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
};

export const useLanguage = (): LanguageSwitch => useContext(LanguageContext);
export const useMessages = (): Messages => useContext(LanguageContext).messages;
