import { z } from "zod";

/** A network of one hidden layer (GELU): [hidden × inputs], [hidden], [labels × hidden], [labels], row by row. */
export const SmallNetworkSchema = z.object({
  first: z.array(z.array(z.number())),
  firstBias: z.array(z.number()),
  second: z.array(z.array(z.number())),
  secondBias: z.array(z.number()),
});

export type SmallNetwork = z.infer<typeof SmallNetworkSchema>;

/** Networks learnt for the vectors of one embedding model; of several the mean counts. */
export const LearntNetworksSchema = z.object({
  model: z.string(),
  networks: z.array(SmallNetworkSchema).min(1),
});

export type LearntNetworks = z.infer<typeof LearntNetworksSchema>;

/** GELU by its usual approximation (Hendrycks and Gimpel 2016). */
export const gelu = (value: number): number =>
  0.5 * value * (1 + Math.tanh(0.7978845608 * (value + 0.044715 * value ** 3)));

const probabilitiesOf = (network: SmallNetwork, features: Float32Array): readonly number[] => {
  const hidden = network.firstBias.map((bias, unit) => {
    const weights = network.first[unit] ?? [];
    let sum = bias;
    for (let at = 0; at < features.length; at += 1) sum += (features[at] ?? 0) * (weights[at] ?? 0);
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

/** The mean of several networks' probabilities, label by label. */
export const meanProbabilities = (
  networks: readonly SmallNetwork[],
  features: Float32Array,
): readonly number[] => {
  const each = networks.map((network) => probabilitiesOf(network, features));
  return (networks[0]?.secondBias ?? []).map(
    (_, label) => each.reduce((sum, probabilities) => sum + (probabilities[label] ?? 0), 0) / each.length,
  );
};
