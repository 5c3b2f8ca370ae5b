import type { ReactNode } from "react";

const PATHS = {
  documents: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  add: "M12 5v14M5 12h14",
  send: "M12 19V5M6 11l6-6 6 6",
  stop: "M7 7h10v10H7z",
  close: "M6 6l12 12M18 6L6 18",
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  system: "M4 5h16v11H4zM9 20h6M12 16v4",
  light: "M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2",
  dark: "M20 14.5A8.5 8.5 0 119.5 4a7 7 0 0010.5 10.5z",
  warning: "M12 4l9 16H3zM12 10v5M12 17.5v.5",
  contents: "M9 6h11M9 12h11M9 18h11M4 6h.5M4 12h.5M4 18h.5",
  withheld: "M12 3a9 9 0 100 18 9 9 0 000-18zM5.7 5.7l12.6 12.6",
  match: "M4 6h9M4 12h6M4 18h6M13 15l3 3 5-7",
  chat: "M4 5h16v11H10l-5 4v-4H4z",
  quoted: "M7 17L17 7M9 7h8v8",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  account: "M12 4a4 4 0 100 8 4 4 0 000-8zM4 21c0-4 3.5-6 8-6s8 2 8 6",
  logIn: "M14 4h6v16h-6M3 12h12M11 8l4 4-4 4",
  upload: "M12 16V4M7 9l5-5 5 5M4 16v4h16v-4",
  history: "M12 4a8 8 0 11-7.4 5M4 4v5h5M12 8v4l3 2",
  remove: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
  download: "M12 4v11M7 10l5 5 5-5M5 20h14",
  flag: "M6 21V4h11l-2 4 2 4H6",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
  link: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing of one em; decoration only, the name stands beside it or in the button's label. */
export const Icon = ({ name }: { readonly name: IconName }): ReactNode => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
