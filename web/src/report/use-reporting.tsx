import type { ReactNode } from "react";
import { useMemo, useState } from "react";
import { findAnswer } from "../conversation/find-answer.ts";
import type { Conversation } from "../conversation/use-conversation.ts";
import type { OpenReport } from "./report-context.ts";
import { ReportDrawer } from "./report-drawer.tsx";
import type { ReportSubject } from "./report-of.ts";

/** Opens the report of an answer that this browser keeps or of a measure, and the drawer that it is written in. */
export const useReporting = (
  conversation: Pick<Conversation, "messages" | "history">,
): { readonly openReport: OpenReport; readonly drawer: ReactNode } => {
  const [subject, setSubject] = useState<ReportSubject | null>(null);
  const { messages, history } = conversation;
  const openReport = useMemo<OpenReport>(
    () => ({
      answer: (answerId, citation) => {
        const found =
          findAnswer(messages, answerId) ??
          history()
            .map((past) => findAnswer(past.messages, answerId))
            .find((each) => each !== null);
        if (found !== undefined) setSubject({ found, citation });
      },
      measure: (measure, citation) => setSubject({ measure, citation }),
    }),
    [messages, history],
  );
  return {
    openReport,
    drawer: subject !== null && <ReportDrawer subject={subject} onClose={() => setSubject(null)} />,
  };
};
