import type { ReactNode } from "react";
import { useState } from "react";

/** A part of the library beside its list. It is folded where there is no room beside the list. */
export const LibraryCard = (props: { readonly title: string; readonly children: ReactNode }): ReactNode => {
  const [initiallyOpen] = useState(() => matchMedia("(min-width: 60rem)").matches);
  return (
    <details className="library-card" open={initiallyOpen}>
      <summary>
        <h3>{props.title}</h3>
      </summary>
      {props.children}
    </details>
  );
};
