import type { ReactNode } from "react";
import { useMessages } from "../language/language-context.tsx";
import { Drawer } from "../page/drawer.tsx";
import { DocumentList } from "./document-list.tsx";

/** The list of documents in a modal drawer. */
export const DocumentDrawer = (props: {
  readonly onOpen: (documentId: string) => void;
  readonly onClose: () => void;
}): ReactNode => {
  const messages = useMessages();
  return (
    <Drawer title={messages.documentsTitle} onClose={props.onClose}>
      <DocumentList onOpen={props.onOpen} />
    </Drawer>
  );
};
