import { useState } from "react";
import { useLanguage } from "../language/language-context.tsx";
import { exportWord } from "./export-word.ts";
import type { ExportedTurn } from "./turn-paragraphs.ts";
import type { ExportRequest } from "./word-file.ts";

type Progress = "none" | "working" | "done" | "failed";

/** Exports turns to Word, and what is to be told of that. */
export const useWordExport = (): {
  readonly run: (turns: readonly ExportedTurn[], whole: ExportRequest["whole"]) => void;
  readonly working: boolean;
  readonly failed: boolean;
  readonly said: string;
} => {
  const { messages, language } = useLanguage();
  const [progress, setProgress] = useState<Progress>("none");
  return {
    run: (turns, whole) => {
      setProgress("working");
      exportWord({ turns, whole, messages, language }).then(
        () => setProgress("done"),
        () => setProgress("failed"),
      );
    },
    working: progress === "working",
    failed: progress === "failed",
    said: progress === "none" ? "" : messages.exporting[progress],
  };
};
