import type { ClauseReply, DocumentReply } from "../../src/contract/documents.ts";
import { documentKey } from "../source-documents.ts";
import type { Draft } from "./draft.ts";
import { draftId } from "./draft.ts";

/** A clause to ask about, with its texts. */
export interface AskedClause {
  readonly document: DocumentReply;
  /** The document's key in cases. */
  readonly key: string;
  readonly label: string;
  readonly marker: string | null;
  /** Without its descendants. */
  readonly ownText: string;
  readonly children: readonly { readonly ownText: string }[];
}

/** A question that a clause answers, or must not be taken to answer. */
export interface Proposal {
  readonly question: string;
  /** Verbatim parts of the clause and its children, every one needed; empty where a refusal is right. */
  readonly snippets: readonly string[];
  readonly facts: readonly string[];
  readonly tags: readonly string[];
  readonly toDo: string;
}

const clausesIn = (document: DocumentReply, clauses: readonly ClauseReply[]): AskedClause[] =>
  clauses.flatMap((clause) => {
    const own = ({ start, end }: ClauseReply): string => document.text.slice(start, end).trim();
    const asked = {
      document,
      key: documentKey(document.file.name),
      label: clause.label,
      marker: clause.marker,
      ownText: own(clause),
      children: clause.children.map((child) => ({ ownText: own(child) })),
    };
    return [asked, ...clausesIn(document, clause.children)];
  });

/** Every clause of a document in text order. */
export const askedClauses = (document: DocumentReply): AskedClause[] => clausesIn(document, document.clauses);

/** The proposal as a case for a person to look at. */
export const toDraft = (
  proposal: Proposal,
  { document, key, label }: AskedClause,
  from: Pick<Draft["from"], "kind" | "name">,
): Draft => {
  const refused = proposal.snippets.length === 0;
  return {
    accept: false,
    from: { ...from, clause: label },
    toDo: proposal.toDo,
    case: {
      id: draftId(key, proposal.question),
      question: proposal.question,
      evidence: proposal.snippets.map((snippet) => ({ anyOf: [{ document: key, snippet }] })),
      requiredFacts: proposal.facts.map((fact) => [fact]),
      expect: {
        refused,
        reasons: refused ? ["false_premise", "not_in_corpus"] : null,
        notice: !refused && document.status === "expired" ? "expired" : null,
      },
      tags: [...proposal.tags],
      keptAside: false,
    },
  };
};
