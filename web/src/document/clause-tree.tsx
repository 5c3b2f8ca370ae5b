import { Collapsible } from "radix-ui";
import type { MouseEvent, ReactNode } from "react";
import { useState } from "react";
import type { ClauseReply } from "../../../src/contract/documents.ts";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";
import { documentPath } from "../page/route.ts";

/** A clause that helps to find one's way: it has a marker or a heading of its own. */
const isSignpost = (clause: ClauseReply): boolean =>
  clause.kind !== "footnote" && clause.kind !== "dash" && (clause.marker !== null || clause.heading !== null);

/** How long a name in the tree may be before it is cut, in characters. */
const NAME_LENGTH = 30;

const nameOf = (clause: ClauseReply): string => {
  const name = `${clause.marker ?? ""}${clause.heading ?? ""}` || clause.label;
  return name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH)}…` : name;
};

interface TreeProps {
  readonly documentId: string;
  readonly clauses: readonly ClauseReply[];
  /** The current clause and its ancestors. */
  readonly currentPath: ReadonlySet<string>;
  /** The signpost that the reader is at. */
  readonly currentId: string | null;
  readonly onGo: (clauseId: string) => void;
}

const Node = (props: TreeProps & { readonly clause: ClauseReply }): ReactNode => {
  const messages = useMessages();
  const { clause } = props;
  const children = clause.children.filter((child) => isSignpost(child));
  const isOnPath = props.currentPath.has(clause.clauseId);
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? isOnPath;
  const go = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    props.onGo(clause.clauseId);
  };
  const link = (
    <a
      href={documentPath(props.documentId, clause.clauseId)}
      aria-current={props.currentId === clause.clauseId ? "location" : undefined}
      onClick={go}
    >
      {nameOf(clause)}
    </a>
  );
  if (children.length === 0) return <li className="tree-leaf">{link}</li>;
  return (
    <Collapsible.Root asChild open={open} onOpenChange={setOpened}>
      <li>
        <div className="tree-row">
          <Collapsible.Trigger className="tree-toggle" aria-label={messages.expand(nameOf(clause))}>
            <Icon name="next" />
          </Collapsible.Trigger>
          {link}
        </div>
        <Collapsible.Content asChild>
          <ul>
            {children.map((child) => (
              <Node key={child.clauseId} {...props} clause={child} />
            ))}
          </ul>
        </Collapsible.Content>
      </li>
    </Collapsible.Root>
  );
};

/** The document's outline: where one is, and the way to elsewhere. */
export const ClauseTree = (props: TreeProps): ReactNode => (
  <ul className="tree" lang="zh-CN">
    {props.clauses
      .filter((clause) => isSignpost(clause))
      .map((clause) => (
        <Node key={clause.clauseId} {...props} clause={clause} />
      ))}
  </ul>
);
