import type { ReactNode } from "react";
import type { AnswerReply } from "../../../src/contract/answer.ts";
import { useMessages } from "../language/language-context.tsx";
import type { IconName } from "../page/icon.tsx";
import { Icon } from "../page/icon.tsx";
import { NoticeText } from "./notice-text.tsx";

type Notice = AnswerReply["notices"][number];

/** What applies, and what is asked back, is no warning. */
const ICONS: Readonly<Partial<Record<Notice["kind"], IconName>>> = { match: "match", question: "chat" };

/** A question that is asked back: it stands below the answer, where one goes on writing. */
export const isAskedBack = ({ kind }: Notice): boolean => kind === "question";

/** What a reader must know before relying on the answer, such as that a plan has expired. */
export const NoticeList = (props: { readonly notices: readonly Notice[] }): ReactNode => {
  const messages = useMessages();
  if (props.notices.length === 0) return null;
  return (
    <ul className="notices">
      {props.notices.map((notice) => (
        <li
          key={`${notice.kind} ${notice.documentId ?? ""} ${notice.text}`}
          className={`notice notice-${notice.kind}`}
        >
          <Icon name={ICONS[notice.kind] ?? "warning"} />
          <p>
            <strong>{messages.notice[notice.kind]}</strong>
            <NoticeText text={notice.text} />
          </p>
        </li>
      ))}
    </ul>
  );
};
