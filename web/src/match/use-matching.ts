import { useCallback, useEffect, useRef, useState } from "react";
import type { MatchReply } from "../../../src/contract/match.ts";
import { MatchReplySchema } from "../../../src/contract/match.ts";
import { LIMITS } from "../../../src/contract/limits.ts";
import { asError } from "../api/api-failure.ts";
import { postJson } from "../api/post-json.ts";
import { readStored, writeStored } from "../page/browser-store.ts";
import type { DraftField, ProfileDraft } from "./profile-draft.ts";
import { EMPTY_DRAFT, isEmptyDraft, readDraft } from "./profile-draft.ts";
import { MATCH_KEY } from "./match-key.ts";
import { readSavedMatch, writeSavedMatch } from "./saved-match.ts";

const FIRST_LIMIT = 20;

type Verdict = MatchReply["measures"][number]["verdict"];

/** Names a measure across replies. */
export const measureKey = ({ title, citation }: MatchReply["measures"][number]): string =>
  `${citation.clauseId} ${citation.start} ${title}`;

export interface Matching {
  readonly draft: ProfileDraft;
  readonly asOf: string;
  readonly reply: MatchReply | null;
  /** Verdicts of the reply before, by measure; empty where it was about someone else. */
  readonly before: ReadonlyMap<string, Verdict>;
  /** The form differs from what was judged. */
  readonly outdated: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly wrong: readonly (DraftField | "description")[];
  readonly nothingSaid: boolean;
  readonly mayHaveMore: boolean;
  readonly change: (field: DraftField | "description", text: string) => void;
  readonly changeAsOf: (day: string) => void;
  readonly judge: () => void;
  /** Fills in one field and judges at once. */
  readonly answer: (field: DraftField, text: string) => void;
  readonly more: () => void;
  readonly clear: () => void;
}

const sameDraft = (a: ProfileDraft, b: ProfileDraft): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The profile with its judgement. Both stay in this browser; the profile is sent when it is to be judged. */
export const useMatching = (): Matching => {
  const [saved, setSaved] = useState(() => readSavedMatch(readStored(MATCH_KEY)));
  const [before, setBefore] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const [limit, setLimit] = useState(FIRST_LIMIT);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [wrong, setWrong] = useState<Matching["wrong"]>([]);
  const [nothingSaid, setNothingSaid] = useState(false);
  const running = useRef<AbortController | null>(null);
  const { draft, asOf, judged } = saved;

  useEffect(() => {
    const nothing = isEmptyDraft(saved.draft) && saved.asOf === "" && saved.judged === null;
    writeStored(MATCH_KEY, nothing ? null : writeSavedMatch(saved));
  }, [saved]);
  useEffect(() => () => running.current?.abort(), []);

  const run = (given: ProfileDraft, most: number, compare: boolean): void => {
    running.current?.abort();
    const reading = readDraft(given);
    const unreadable = "wrong" in reading ? reading.wrong : [];
    setWrong(unreadable);
    setNothingSaid(isEmptyDraft(given));
    if ("wrong" in reading || isEmptyDraft(given)) return;
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setError(null);
    const body = { profile: reading.profile, limit: most, ...(asOf === "" ? {} : { asOf }) };
    // What comes after another run has begun, or the view has gone, is of no interest.
    const settle = (change: () => void): void => {
      if (controller.signal.aborted) return;
      setBusy(false);
      change();
    };
    const show = (reply: MatchReply): void => {
      const earlier = compare && judged !== null ? judged.reply.measures : [];
      setBefore(new Map(earlier.map((measure) => [measureKey(measure), measure.verdict])));
      setLimit(most);
      setSaved((current) => ({ ...current, judged: { draft: given, asOf, reply } }));
    };
    postJson("/api/match", body, MatchReplySchema, controller.signal).then(
      (reply) => settle(() => show(reply)),
      (reason: unknown) => settle(() => setError(asError(reason))),
    );
  };

  return {
    draft,
    asOf,
    reply: judged?.reply ?? null,
    before,
    outdated: judged !== null && !(sameDraft(judged.draft, draft) && judged.asOf === asOf),
    busy,
    error,
    wrong,
    nothingSaid,
    mayHaveMore: judged !== null && judged.reply.measures.length >= limit && limit < LIMITS.searchLimit,
    change: useCallback((field, text) => {
      setWrong((current) => current.filter((each) => each !== field));
      setNothingSaid(false);
      setSaved((current) => ({ ...current, draft: { ...current.draft, [field]: text } }));
    }, []),
    changeAsOf: useCallback((day) => setSaved((current) => ({ ...current, asOf: day })), []),
    judge: () => run(draft, FIRST_LIMIT, true),
    answer: (field, text) => {
      const answered = { ...draft, [field]: text };
      setSaved((current) => ({ ...current, draft: answered }));
      run(answered, limit, true);
    },
    more: () => run(draft, Math.min(limit * 2, LIMITS.searchLimit), false),
    clear: () => {
      running.current?.abort();
      setBusy(false);
      setError(null);
      setWrong([]);
      setNothingSaid(false);
      setBefore(new Map());
      setSaved({ draft: EMPTY_DRAFT, asOf: "", judged: null });
    },
  };
};
