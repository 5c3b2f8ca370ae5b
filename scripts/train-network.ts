import { gelu } from "../src/policy/small-network.ts";
import type { SmallNetwork } from "../src/policy/small-network.ts";
import { seeded } from "../eval/verification/seeded.ts";

/** Features, and which of the labels is right, counted from 0. */
export interface LabelledFeatures {
  readonly features: Float32Array;
  readonly label: number;
}

export interface TrainingSettings {
  readonly labels: number;
  readonly hidden: number;
  readonly epochs: number;
  readonly batch: number;
  readonly rate: number;
  /** Weight decay (AdamW: Loshchilov and Hutter 2019). */
  readonly decay: number;
  /** Shares of inputs and hidden units left out at each step. */
  readonly dropInput: number;
  readonly dropHidden: number;
  readonly seed: number;
}

const BETA_1 = 0.9;
const BETA_2 = 0.999;

/** A matrix with the gradient and the moments that Adam keeps. */
class Parameters {
  readonly values: Float64Array;
  readonly gradient: Float64Array;
  readonly #mean: Float64Array;
  readonly #square: Float64Array;

  constructor(size: number, value: () => number) {
    this.values = Float64Array.from({ length: size }, value);
    this.gradient = new Float64Array(size);
    this.#mean = new Float64Array(size);
    this.#square = new Float64Array(size);
  }

  step(at: number, rate: number, decay: number): void {
    const [first, second] = [1 - BETA_1 ** at, 1 - BETA_2 ** at];
    for (let index = 0; index < this.values.length; index += 1) {
      const slope = this.gradient[index] ?? 0;
      const mean = BETA_1 * (this.#mean[index] ?? 0) + (1 - BETA_1) * slope;
      const square = BETA_2 * (this.#square[index] ?? 0) + (1 - BETA_2) * slope * slope;
      this.#mean[index] = mean;
      this.#square[index] = square;
      const value = this.values[index] ?? 0;
      this.values[index] =
        value - rate * (mean / first / (Math.sqrt(square / second) + 1e-8) + decay * value);
      this.gradient[index] = 0;
    }
  }
}

const rounded = (value: number): number => Math.round(value * 1e3) / 1e3;

const rows = (values: Float64Array, width: number): number[][] =>
  Array.from({ length: values.length / width }, (_, row) =>
    [...values.subarray(row * width, (row + 1) * width)].map((value) => rounded(value)),
  );

/** Trains a network of one hidden layer by cross-entropy with AdamW and dropout. Deterministic for its seed. */
export const trainNetwork = (
  examples: readonly LabelledFeatures[],
  { labels, hidden, epochs, batch, rate, decay, dropInput, dropHidden, seed }: TrainingSettings,
): SmallNetwork => {
  const inputs = examples[0]?.features.length ?? 0;
  const random = seeded(seed);
  const spread = (width: number) => (): number => (random() * 2 - 1) / Math.sqrt(width);
  const first = new Parameters(hidden * inputs, spread(inputs));
  const firstBias = new Parameters(hidden, () => 0);
  const second = new Parameters(labels * hidden, spread(hidden));
  const secondBias = new Parameters(labels, () => 0);
  const all = [first, firstBias, second, secondBias];
  const order = examples.map((_, index) => index);
  const kept = new Float64Array(inputs);
  const sums = new Float64Array(hidden);
  const active = new Float64Array(hidden);
  const keptHidden = new Float64Array(hidden);
  let steps = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (let from = 0; from < order.length; from += batch) {
      const chosen = order.slice(from, from + batch);
      for (const index of chosen) {
        const example = examples[index];
        if (example === undefined) continue;
        for (let at = 0; at < inputs; at += 1)
          kept[at] = random() < dropInput ? 0 : (example.features[at] ?? 0) / (1 - dropInput);
        for (let unit = 0; unit < hidden; unit += 1) {
          let sum = firstBias.values[unit] ?? 0;
          for (let at = 0; at < inputs; at += 1)
            sum += (kept[at] ?? 0) * (first.values[unit * inputs + at] ?? 0);
          sums[unit] = sum;
          keptHidden[unit] = random() < dropHidden ? 0 : 1 / (1 - dropHidden);
          active[unit] = gelu(sum) * (keptHidden[unit] ?? 0);
        }
        const logits = Array.from({ length: labels }, (_, label) => {
          let sum = secondBias.values[label] ?? 0;
          for (let unit = 0; unit < hidden; unit += 1)
            sum += (active[unit] ?? 0) * (second.values[label * hidden + unit] ?? 0);
          return sum;
        });
        const most = Math.max(...logits);
        const powers = logits.map((logit) => Math.exp(logit - most));
        const total = powers.reduce((sum, power) => sum + power, 0);
        const errors = powers.map(
          (power, label) => (power / total - (label === example.label ? 1 : 0)) / chosen.length,
        );
        for (let unit = 0; unit < hidden; unit += 1) {
          let back = 0;
          for (let label = 0; label < labels; label += 1) {
            const place = label * hidden + unit;
            back += (errors[label] ?? 0) * (second.values[place] ?? 0);
            second.gradient[place] =
              (second.gradient[place] ?? 0) + (errors[label] ?? 0) * (active[unit] ?? 0);
          }
          const sum = sums[unit] ?? 0;
          // The slope of GELU, by a small difference.
          const slope = ((gelu(sum + 1e-4) - gelu(sum - 1e-4)) / 2e-4) * (keptHidden[unit] ?? 0) * back;
          if (slope === 0) continue;
          firstBias.gradient[unit] = (firstBias.gradient[unit] ?? 0) + slope;
          for (let at = 0; at < inputs; at += 1) {
            const place = unit * inputs + at;
            first.gradient[place] = (first.gradient[place] ?? 0) + slope * (kept[at] ?? 0);
          }
        }
        errors.forEach((error, label) => {
          secondBias.gradient[label] = (secondBias.gradient[label] ?? 0) + error;
        });
      }
      steps += 1;
      for (const parameters of all) parameters.step(steps, rate, decay);
    }
  }
  return {
    first: rows(first.values, inputs),
    firstBias: [...firstBias.values].map((value) => rounded(value)),
    second: rows(second.values, hidden),
    secondBias: [...secondBias.values].map((value) => rounded(value)),
  };
};
