import { readFileSync } from "node:fs";
import { z } from "zod";
import { remember } from "../policy/remember.ts";
import type { ConditionPair, ConditionReader, ConditionReading } from "./condition-reader.ts";

/** One network of a hidden layer (GELU): [inputs × hidden], [hidden], [hidden × 3], [3], each row by row. */
const NetworkSchema = z.object({
  first: z.array(z.array(z.number())),
  firstBias: z.array(z.number()),
  second: z.array(z.array(z.number())),
  secondBias: z.array(z.number()),
});

export type ConditionNetwork = z.infer<typeof NetworkSchema>;

/** Learnt by `npm run fit:conditions` for the vectors of one model; of several networks the mean counts. */
const JudgeSchema = z.object({ model: z.string(), networks: z.array(NetworkSchema).min(1) });

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

/** GELU by its usual approximation (Hendrycks and Gimpel 2016). */
export const gelu = (value: number): number =>
  0.5 * value * (1 + Math.tanh(0.7978845608 * (value + 0.044715 * value ** 3)));

/** Probabilities of met, unmet and unknown. */
const judgeFeatures = (network: ConditionNetwork, features: Float32Array): readonly number[] => {
  const hidden = network.firstBias.map((bias, unit) => {
    let sum = bias;
    for (let at = 0; at < features.length; at += 1)
      sum += (features[at] ?? 0) * (network.first[unit]?.[at] ?? 0);
    return gelu(sum);
  });
  const logits = network.secondBias.map((bias, label) =>
    hidden.reduce((sum, value, unit) => sum + value * (network.second[label]?.[unit] ?? 0), bias),
  );
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
};

/** The mean of several networks' probabilities. */
export const meanJudgement = (
  networks: readonly ConditionNetwork[],
  features: Float32Array,
): ConditionReading => {
  const each = networks.map((network) => judgeFeatures(network, features));
  const mean = (label: number): number =>
    each.reduce((sum, probabilities) => sum + (probabilities[label] ?? 0), 0) / each.length;
  return { met: mean(0), unmet: mean(1) };
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
  const content = readFileSync(new URL("condition-networks.json", import.meta.url), "utf8");
  const { model, networks } = JudgeSchema.parse(JSON.parse(content));
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
