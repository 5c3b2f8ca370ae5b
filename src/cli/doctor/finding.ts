/** What one check found: as it should be, worth a look, or in the way of work. */
export interface Finding {
  readonly check: string;
  readonly level: "ok" | "warning" | "failure";
  readonly zh: string;
  readonly en: string;
}

export const ok = (check: string, zh: string, en: string): Finding => ({ check, level: "ok", zh, en });
export const warning = (check: string, zh: string, en: string): Finding => ({
  check,
  level: "warning",
  zh,
  en,
});
export const failure = (check: string, zh: string, en: string): Finding => ({
  check,
  level: "failure",
  zh,
  en,
});
