import { readFileSync } from "node:fs";
import { LearntNetworksSchema, meanProbabilities } from "../policy/small-network.ts";
import type { SmallNetwork } from "../policy/small-network.ts";
import { remember } from "../policy/remember.ts";
import type { ConditionPair, ConditionReader, ConditionReading } from "./condition-reader.ts";

const DENIAL = /[不没未无别非]/;

const bigrams = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

const asNumber = (value: boolean): number => (value ? 1 : 0);

/**
 * What is judged by: where the two vectors agree and differ, number by number, brought to about the same size, what
 * is said by itself (plans, hedges and denials show there), how near the two are, how many pairs of characters they
 * share, and which of them denies something.
 */
export const conditionFeatures = (
  { condition, said }: ConditionPair,
  asked: Float32Array,
  given: Float32Array,
): Float32Array => {
  const width = asked.length;
  const features = new Float32Array(3 * width + 5);
  let cosine = 0;
  for (let at = 0; at < width; at += 1) {
    const [a, b] = [asked[at] ?? 0, given[at] ?? 0];
    features[at] = a * b * 20;
    features[width + at] = Math.abs(a - b) * 5;
    features[2 * width + at] = b * 5;
    cosine += a * b;
  }
  const wanted = bigrams(condition);
  const found = [...bigrams(said)].filter((pair) => wanted.has(pair)).length;
  const denials = [DENIAL.test(condition), DENIAL.test(said)] as const;
  features.set(
    [
      cosine * 10 - 8,
      found / Math.max(1, wanted.size),
      asNumber(denials[0]),
      asNumber(denials[1]),
      asNumber(denials[0] !== denials[1]),
    ],
    3 * width,
  );
  return features;
};

/** What the mean of several networks makes of a pair's features. */
export const meanJudgement = (
  networks: readonly SmallNetwork[],
  features: Float32Array,
): ConditionReading => {
  const [met = 0, unmet = 0] = meanProbabilities(networks, features);
  return { met, unmet };
};

/** Texts whose vectors are kept: conditions come again with every profile. */
const VECTORS_KEPT = 5_000;

/** What is needed of an embedder: vectors of questions, which short texts are nearest to. */
export interface TextVectors {
  readonly id: string;
  embedQuery(text: string): Promise<Float32Array>;
}

/**
 * Judges conditions by the vectors of the two texts and what is learnt of such pairs; null where the networks were
 * learnt for the vectors of another model.
 */
export const createConditionJudge = (vectors: TextVectors): ConditionReader | null => {
  // Learnt by `npm run fit:conditions`.
  const content = readFileSync(new URL("condition-networks.json", import.meta.url), "utf8");
  const { model, networks } = LearntNetworksSchema.parse(JSON.parse(content));
  if (model !== vectors.id) return null;
  const known = new Map<string, Float32Array>();
  const vectorOf = async (text: string): Promise<Float32Array> => {
    const before = known.get(text);
    if (before !== undefined) return before;
    return remember(known, text, await vectors.embedQuery(text), VECTORS_KEPT);
  };
  return {
    judge: async (pairs) => {
      const readings: ConditionReading[] = [];
      for (const pair of pairs) {
        const [asked, given] = await Promise.all([vectorOf(pair.condition), vectorOf(pair.said)]);
        readings.push(meanJudgement(networks, conditionFeatures(pair, asked, given)));
      }
      return readings;
    },
  };
};
