/** What is needed to show an error to a reader and to explain it to an operator. */
export interface PolicyErrorOptions {
  /** Stable, for programs. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** Whether the same call can succeed later. */
  readonly retryable?: boolean;
  /** What the reader sees, in both languages. */
  readonly message: { readonly zh: string; readonly en: string };
  /** For the log alone; may name files and causes, never secrets. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/** The one error type of the project: a stable code, a status, a public message and a private detail. */
export class PolicyError extends Error {
  readonly code: string;
  readonly status: number;
  readonly retryable: boolean;
  readonly publicMessage: { readonly zh: string; readonly en: string };
  readonly detail: string | null;

  constructor(options: PolicyErrorOptions) {
    super(options.detail ?? options.message.en, { cause: options.cause });
    this.name = "PolicyError";
    this.code = options.code;
    this.status = options.status;
    this.retryable = options.retryable ?? false;
    this.publicMessage = options.message;
    this.detail = options.detail ?? null;
  }
}
