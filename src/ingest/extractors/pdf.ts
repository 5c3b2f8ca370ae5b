import type { Extractor } from "./extractor.ts";
export const pdfExtractor: Extractor = {
  format: "pdf",
  extract: () => {
    throw new RangeError("not yet");
  },
};
