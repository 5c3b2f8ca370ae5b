import type { Answer } from "../policy/answer.ts";
import type { AnswerReply } from "./answer.ts";
import type { CitationReply } from "./common.ts";
import type { Citation } from "../policy/citation.ts";

type Loose<T> = T extends readonly (infer Item)[]
  ? Loose<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Loose<T[Key]> }
    : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** Fails to compile when the domain's answer and the contract's drift apart. */
export type ContractConformance = [Same<Loose<Answer>, AnswerReply>, Same<Loose<Citation>, CitationReply>];
export const contractConformance: ContractConformance = [true, true];
