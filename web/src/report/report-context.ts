import { createContext, useContext } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";
import type { ReportedMeasure } from "./report-of.ts";

/** Opens the forms in which something is reported. */
export interface OpenReport {
  /** A citation of an answer; the whole answer where it is null. */
  readonly answer: (answerId: string, citation: CitationReply | null) => void;
  /** Words of a measure that was matched. */
  readonly measure: (measure: ReportedMeasure, citation: CitationReply) => void;
}

const ReportContext = createContext<OpenReport>({ answer: () => undefined, measure: () => undefined });

export const ReportProvider = ReportContext.Provider;
export const useReport = (): OpenReport => useContext(ReportContext);
