import { HoverCard } from "radix-ui";
import type { FocusEvent, ReactNode } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";
import { useMessages } from "../language/language-context.tsx";
import { CitationPreview } from "./citation-preview.tsx";

/** Focus that a pointer or the page itself set is no reason to show the preview. */
const onlyVisibleFocus = (event: FocusEvent<HTMLElement>): void => {
  if (!event.currentTarget.matches(":focus-visible")) event.preventDefault();
};

/** `[1]` in an answer: shows its quote on hover and focus, and opens the original. */
export const CitationChip = (props: {
  readonly citation: CitationReply;
  readonly onOpen: () => void;
}): ReactNode => {
  const messages = useMessages();
  const { citation } = props;
  return (
    <HoverCard.Root openDelay={200} closeDelay={120}>
      <HoverCard.Trigger asChild onFocus={onlyVisibleFocus}>
        <button
          type="button"
          className={`chip chip-${citation.status}`}
          aria-label={messages.citationChip(citation.index, citation.label, citation.documentTitle)}
          onClick={props.onOpen}
        >
          [{citation.index}]
        </button>
      </HoverCard.Trigger>
      <HoverCard.Portal>
        <HoverCard.Content className="preview" side="top" sideOffset={6} collisionPadding={12}>
          <CitationPreview citation={citation} />
        </HoverCard.Content>
      </HoverCard.Portal>
    </HoverCard.Root>
  );
};
