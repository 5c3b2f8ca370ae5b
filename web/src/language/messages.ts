import type { AnswerReply } from "../../../src/contract/answer.ts";
import type { ChatData } from "../../../src/contract/chat.ts";
import type { CitationReply } from "../../../src/contract/common.ts";
import type { Report } from "../../../src/contract/report.ts";
import type { Theme } from "../page/theme.ts";

type Status = CitationReply["status"];
type NoticeKind = AnswerReply["notices"][number]["kind"];
type ReportReason = NonNullable<Report["reason"]>;
type RefusalReason = ChatData["refusal"]["reason"];

/** The form in which a citation or an answer is reported. */
interface ReportMessages {
  readonly title: string;
  readonly citation: string;
  readonly citationOf: (index: number) => string;
  readonly quoteOf: (quote: string) => string;
  readonly measurePrivacy: string;
  readonly answer: string;
  readonly what: string;
  readonly reasons: Readonly<Record<ReportReason, string>>;
  readonly note: string;
  readonly notePlaceholder: string;
  readonly noteNeeded: string;
  readonly privacy: string;
  readonly send: string;
  readonly sending: string;
  readonly sent: string;
  readonly reference: (reportId: string) => string;
}

/** Every text of the page's own. What documents and answers say is never translated. */
export interface Messages {
  readonly productName: string;
  readonly tagline: string;
  readonly skipToInput: string;
  /** In the library, where nothing is asked. */
  readonly skipToSearch: string;
  readonly documents: string;
  readonly newConversation: string;
  readonly matching: string;
  /** The main views, and the conversation among them. */
  readonly views: string;
  readonly chat: string;
  readonly switchLanguage: string;
  readonly theme: Readonly<Record<Theme, string>>;
  readonly conversation: string;
  readonly welcomeTitle: string;
  readonly welcomeText: string;
  readonly welcomePoints: readonly string[];
  readonly examplesTitle: string;
  readonly questionLabel: string;
  readonly questionPlaceholder: string;
  readonly inputHint: string;
  readonly send: string;
  readonly stop: string;
  readonly counter: (used: number, limit: number) => string;
  readonly tooLong: (limit: number) => string;
  readonly you: string;
  readonly assistant: string;
  readonly working: string;
  readonly understoodAs: string;
  readonly counted: (count: number) => string;
  readonly citationChip: (index: number, label: string, title: string) => string;
  readonly citationsTitle: (count: number) => string;
  readonly openOriginal: string;
  readonly notice: Readonly<Record<NoticeKind, string>>;
  readonly refusal: Readonly<Record<RefusalReason, string>>;
  readonly nearestTitle: string;
  readonly nearestNote: string;
  readonly asOf: (day: string) => string;
  readonly modelMade: string;
  readonly extractive: string;
  readonly originalPrevails: string;
  readonly unfinished: string;
  readonly copy: string;
  readonly copyMarkdown: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly exporting: Readonly<
    Record<"word" | "conversation" | "working" | "done" | "failed" | "fileName", string>
  >;
  readonly link: Readonly<Record<"copy" | "copied" | "askedAnew", string>>;
  readonly report: ReportMessages;
  readonly connection: Readonly<
    Record<"lost" | "notSent" | "back" | "backHeld" | "waiting" | "ready", string>
  >;
  readonly showAllCitations: (count: number) => string;
  readonly showFewerCitations: string;
  readonly editQuestion: string;
  readonly askAgain: string;
  readonly cancel: string;
  readonly asOfToday: string;
  readonly asOfLabel: string;
  readonly asOfReset: string;
  readonly history: string;
  readonly historySearch: string;
  readonly historyEmpty: string;
  readonly delete: string;
  readonly historyCount: (count: number) => string;
  readonly historyDelete: (question: string) => string;
  readonly retry: string;
  readonly failedTitle: string;
  readonly unreachable: string;
  readonly tooSlow: (seconds: number) => string;
  readonly malformed: string;
  readonly errorCode: string;
  readonly status: Readonly<Record<Status, string>>;
  readonly original: string;
  readonly close: string;
  readonly loading: string;
  readonly contents: string;
  readonly expand: (label: string) => string;
  readonly givenTitle: string;
  readonly givenTitleNote: string;
  readonly issuers: string;
  readonly documentNumber: string;
  readonly published: string;
  readonly validity: (from: string | null, to: string | null) => string;
  readonly source: string;
  readonly previousCitation: string;
  readonly nextCitation: string;
  readonly citation: string;
  readonly quoteChanged: string;
  readonly clauseMissing: string;
  readonly documentsTitle: string;
  readonly documentsEmpty: string;
  readonly documentsEmptyHint: string;
}
