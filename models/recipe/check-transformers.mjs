// Embeds texts with transformers.js as the product does and compares with vectors from onnxruntime:
//   node check-transformers.mjs MODEL_FOLDER EXPECTED_JSON
import { readFileSync } from "node:fs";
import path from "node:path";
import { AutoModel, AutoTokenizer, env } from "@xenova/transformers";

const LEAST_COSINE = 0.995;
const [folder, expectedFile] = process.argv.slice(2).map((each) => path.resolve(each));
const { texts, vectors } = JSON.parse(readFileSync(expectedFile, "utf8"));

env.allowRemoteModels = false;
env.allowLocalModels = true;
env.localModelPath = `${path.dirname(folder)}/`;
const name = path.basename(folder);
const tokenizer = await AutoTokenizer.from_pretrained(name);
const model = await AutoModel.from_pretrained(name, { dtype: "q8", device: "cpu" });

let least = 1;
for (const [index, text] of texts.entries()) {
  const { last_hidden_state: rows } = await model(tokenizer(text, { truncation: true, max_length: 512 }));
  const width = rows.dims[2];
  const sums = new Float64Array(width);
  for (const [place, value] of rows.data.entries()) sums[place % width] += value;
  const length = Math.hypot(...sums);
  let cosine = 0;
  for (const [place, value] of vectors[index].entries()) cosine += (value * sums[place]) / length;
  least = Math.min(least, cosine);
}
console.log(`transformers.js: cosine at least ${least.toFixed(4)} over ${texts.length} texts`);
if (!(least >= LEAST_COSINE)) process.exit(1);
