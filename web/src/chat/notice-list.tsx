import type { ReactNode } from "react";
import type { AnswerReply } from "../../../src/contract/answer.ts";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";

/** What a reader must know before relying on the answer, such as that a plan has expired. */
export const NoticeList = (props: { readonly notices: AnswerReply["notices"] }): ReactNode => {
  const messages = useMessages();
  if (props.notices.length === 0) return null;
  return (
    <ul className="notices">
      {props.notices.map((notice) => (
        <li
          key={`${notice.kind} ${notice.documentId ?? ""} ${notice.text}`}
          className={`notice notice-${notice.kind}`}
        >
          <Icon name="warning" />
          <p>
            <strong>{messages.notice[notice.kind]}</strong>
            <span lang="zh-CN">{notice.text}</span>
          </p>
        </li>
      ))}
    </ul>
  );
};
