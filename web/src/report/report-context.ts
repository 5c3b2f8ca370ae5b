import { createContext, useContext } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";

/** Opens the form in which a citation of an answer, or the whole answer, is reported. */
export type OpenReport = (answerId: string, citation: CitationReply | null) => void;

const ReportContext = createContext<OpenReport>(() => undefined);

export const ReportProvider = ReportContext.Provider;
export const useReport = (): OpenReport => useContext(ReportContext);
