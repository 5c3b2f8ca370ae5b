// oxlint-disable-next-line import/no-unassigned-import -- it is there for what it does, before all others
import "./zod-without-eval.ts";
import "./styles/page.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AccessProvider } from "./access/access-context.tsx";
import { App } from "./app.tsx";
import { LanguageProvider } from "./language/language-context.tsx";
import { applyTheme, storedTheme } from "./page/theme.ts";

applyTheme(storedTheme());

const container = document.getElementById("page");
if (container === null) throw new Error("index.html has no #page");
createRoot(container).render(
  <StrictMode>
    <LanguageProvider>
      <AccessProvider>
        <App />
      </AccessProvider>
    </LanguageProvider>
  </StrictMode>,
);
