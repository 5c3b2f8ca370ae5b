import { readFileSync } from "node:fs";
import { LearntNetworksSchema, meanProbabilities } from "../policy/small-network.ts";
import type { LearntNetworks } from "../policy/small-network.ts";

let learnt: LearntNetworks | null = null;

/**
 * Learnt by `npm run fit:answer-network` from questions and sentences that answer them, or nearly. Half a megabyte: read
 * with the first question, for most commands ask none.
 */
const learntNetworks = (): LearntNetworks =>
  (learnt ??= LearntNetworksSchema.parse(
    JSON.parse(readFileSync(new URL("answer-networks.json", import.meta.url), "utf8")),
  ));

/** Where the two vectors agree and differ, number by number, and their cosine, brought to about the same size. */
export const answerFeatures = (question: Float32Array, sentence: Float32Array): Float32Array => {
  const width = question.length;
  const features = new Float32Array(2 * width + 1);
  let cosine = 0;
  for (let at = 0; at < width; at += 1) {
    const [a, b] = [question[at] ?? 0, sentence[at] ?? 0];
    features[at] = a * b * 20;
    features[width + at] = Math.abs(a - b) * 10;
    cosine += a * b;
  }
  features[2 * width] = cosine * 5 - 4;
  return features;
};

/** No probability is trusted further than this. */
const SUREST = 0.999;

/**
 * Log odds that a sentence answers a question, by their vectors alone: −7 to 7. 0 where the vectors are of another
 * model than the one that this was learnt for.
 */
export const oddsOfAnswer = (modelId: string, question: Float32Array, sentence: Float32Array): number => {
  const { model, networks } = learntNetworks();
  if (modelId !== model) return 0;
  const [answers = 0.5] = meanProbabilities(networks, answerFeatures(question, sentence));
  const bounded = Math.min(SUREST, Math.max(1 - SUREST, answers));
  return Math.log(bounded / (1 - bounded));
};
