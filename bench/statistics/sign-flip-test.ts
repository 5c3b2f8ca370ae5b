import { randomFrom } from "../../eval/bootstrap.ts";

const FLIPS = 10_000;
const SEED = 20_260_102;

/**
 * The two-sided p-value of Fisher's paired randomisation test: how often the mean difference would be as large as it is
 * if each question's difference had either sign by chance. The smallest value is 1/10,001.
 */
export const signFlipTest = (values: readonly number[], others: readonly number[]): number => {
  if (values.length !== others.length) throw new RangeError("Paired values must be of equal number.");
  const differences = values.map((value, index) => value - (others[index] ?? 0)).filter((each) => each !== 0);
  const observed = Math.abs(differences.reduce((sum, each) => sum + each, 0));
  const random = randomFrom(SEED);
  let asLarge = 0;
  for (let flip = 0; flip < FLIPS; flip += 1) {
    let sum = 0;
    for (const each of differences) sum += random() < 0.5 ? each : -each;
    // Rounding must not make the observed arrangement itself look smaller.
    if (Math.abs(sum) >= observed - 1e-12) asLarge += 1;
  }
  return (asLarge + 1) / (FLIPS + 1);
};
