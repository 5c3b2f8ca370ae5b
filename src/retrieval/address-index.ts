import type { ClauseTree, IndexSnapshot } from "../clause-index/index-types.ts";
import { AheadOfNeed } from "../policy/ahead-of-need.ts";
import type { GiveWay, Step } from "../policy/ahead-of-need.ts";
import { walkClauses } from "../policy/clause.ts";
import type { AddressStep } from "./clause-address.ts";
import { findByAddress } from "./find-address.ts";
import {
  ENUMERATIONS,
  labelledNumber,
  paragraphNumber,
  readMarker,
  SHAPES_OF_LEVEL,
  WRITTEN_OUT,
} from "./marker-shapes.ts";
import type { Shape } from "./marker-shapes.ts";

/** A clause of some document of the index. */
export interface FoundAddress {
  readonly documentId: string;
  readonly clauseId: string;
}

/** What a step can ask of a document: a clause of that shape and number, or of that shape with any number. */
const numbered = (shape: Shape, number: number | null, suffix: number | null): string =>
  `${shape} ${number}${suffix === null ? "" : `_${suffix}`}`;
const atPath = (path: string): string => `path ${path}`;

/** What a document has that a step can ask for. */
const asksMet = function* (clauses: ClauseTree["clauses"]): Generator<string> {
  for (const { clause } of walkClauses(clauses)) {
    const marker = readMarker(clause);
    if (marker !== null) {
      yield marker.shape;
      yield numbered(marker.shape, marker.number, marker.suffix);
      yield atPath(marker.path);
    }
    if (clause.kind === "paragraph" && paragraphNumber(clause) !== null)
      yield `款 ${paragraphNumber(clause)}`;
    else if (clause.kind === "paragraph" || clause.kind === "dash") {
      yield `${clause.kind} ${labelledNumber(clause)}`;
    }
    const seen = new Set<Shape>();
    for (const child of clause.children) {
      const { shape, number } = readMarker(child) ?? {};
      if (shape === undefined || seen.has(shape) || WRITTEN_OUT.has(shape)) continue;
      seen.add(shape);
      // （十三）…（十七） below 六、: its fourth is （十六）, so that a number alone rules nothing out.
      if ((number ?? 1) > 1) yield CONTINUED;
    }
  }
};
const CONTINUED = "continued";

/** What a document must have one of to hold a step; null: every document may. */
const asksOf = (step: AddressStep, isFirst: boolean): readonly string[] | null => {
  const { level, number, suffix = null, path } = step;
  if (level === "plain" || level === "dash") {
    return number < 0 ? null : [`${level === "dash" ? "dash" : "paragraph"} ${number}`];
  }
  // The own text of an article is its first 款.
  if (level === "paragraph" && !isFirst && (number < 0 || number === 1)) return null;
  const shapes = SHAPES_OF_LEVEL[level];
  const wider = !isFirst && shapes.includes("bracket") ? [...shapes, ...ENUMERATIONS] : shapes;
  if (number < 0) return wider;
  if (path !== undefined) return [atPath(path.join("."))];
  const asks = wider.map((shape) => numbered(shape, number, suffix));
  return isFirst ? asks : [...asks, `款 ${number}`, CONTINUED];
};

/** Finds the clauses that an address means in all documents of an index. */
export class AddressIndex {
  readonly #trees: ClauseTree[] = [];
  /** The places in `#trees` of the documents that meet an ask. */
  readonly #meeting = new Map<string, number[]>();

  add(tree: ClauseTree): void {
    const place = this.#trees.push(tree) - 1;
    for (const ask of asksMet(tree.clauses)) {
      const places = this.#meeting.get(ask);
      if (places === undefined) this.#meeting.set(ask, [place]);
      else if (places.at(-1) !== place) places.push(place);
    }
  }

  /** The documents that may hold an address: for each step they have a clause that it could mean. */
  #candidates(address: readonly AddressStep[]): Iterable<ClauseTree> {
    let candidates: Set<number> | null = null;
    for (const [at, step] of address.entries()) {
      const asks = asksOf(step, at === 0);
      if (asks === null) continue;
      const meeting = new Set(asks.flatMap((ask) => this.#meeting.get(ask) ?? []));
      candidates = candidates === null ? meeting : candidates.intersection(meeting);
    }
    if (candidates === null) return this.#trees;
    return [...candidates].flatMap((place) => this.#trees[place] ?? []);
  }

  /** The clauses that an address means, by their documents' ids; null where they are more than `most`. */
  find(address: readonly AddressStep[], most: number): FoundAddress[] | null {
    const found: FoundAddress[] = [];
    for (const { documentId, clauses } of this.#candidates(address)) {
      for (const { clause } of findByAddress(clauses, address)) {
        if (found.length === most) return null;
        found.push({ documentId, clauseId: clause.clauseId });
      }
    }
    return found.toSorted((a, b) => (a.documentId < b.documentId ? -1 : Number(a.documentId > b.documentId)));
  }
}

const readIndex = async (snapshot: Pick<IndexSnapshot, "clauseTrees">, step: Step): Promise<AddressIndex> => {
  const index = new AddressIndex();
  for await (const tree of snapshot.clauseTrees()) {
    index.add(tree);
    await step();
  }
  return index;
};

const indices = new WeakMap<object, AheadOfNeed<AddressIndex>>();

/**
 * The addresses of all documents of a snapshot: read when first asked for, then kept as long as the snapshot is.
 * @param giveWay - for reading ahead; whoever asks without it has the rest read at full speed
 */
export const addressIndexOf = (
  snapshot: Pick<IndexSnapshot, "clauseTrees">,
  giveWay: GiveWay | null = null,
): Promise<AddressIndex> => {
  let index = indices.get(snapshot);
  if (index === undefined) {
    index = new AheadOfNeed((step) => readIndex(snapshot, step), giveWay);
    indices.set(snapshot, index);
    // A failure is forgotten, so that the next question can succeed.
    index.done().catch(() => indices.delete(snapshot));
  }
  return giveWay === null ? index.wanted() : index.done();
};
