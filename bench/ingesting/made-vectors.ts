import { createHash } from "node:crypto";
import type { Embedder } from "../../src/text-models/embedder.ts";

const DIMENSIONS = 384;

const madeVector = (text: string): Float32Array => {
  const digest = createHash("sha512").update(text).digest();
  const values = Float32Array.from(
    { length: DIMENSIONS },
    (_, index) => (digest[index % digest.length] ?? 0) - 127 + (index % 7),
  );
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
};

/** Vectors that a hash makes: for measuring everything but the model. */
export const createMadeVectors = (): Embedder => ({
  id: "made",
  dimensions: DIMENSIONS,
  load: () => Promise.resolve(),
  embedQuery: (text) => Promise.resolve(madeVector(text)),
  embedPassages: (texts) => Promise.resolve(texts.map((text) => madeVector(text))),
});
