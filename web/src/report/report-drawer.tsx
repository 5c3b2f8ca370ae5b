import type { ReactNode } from "react";
import { useMessages } from "../language/language-context.tsx";
import { Drawer } from "../page/drawer.tsx";
import { ReportForm } from "./report-form.tsx";
import type { ReportSubject } from "./report-of.ts";

/** The report of an answer or of one citation, in a drawer. */
export const ReportDrawer = (props: {
  readonly subject: ReportSubject;
  readonly onClose: () => void;
}): ReactNode => {
  const { report } = useMessages();
  return (
    <Drawer title={props.subject.citation === null ? report.title : report.citation} onClose={props.onClose}>
      <ReportForm subject={props.subject} />
    </Drawer>
  );
};
