import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { textTable } from "../eval/report/text-table.ts";
import { createTransformersEmbedder } from "../src/text-models/transformers-embedder.ts";
import { loadPlainTransformers } from "./embedding/plain-transformers.ts";
import { readStoredChunks } from "./methods/stored-chunks.ts";
import { readQuestionSets } from "./question-sets/read-question-sets.ts";

/*
 * `npm run bench:embed [-- --cache <folder>] [--against <folder>] [--json <file>]`: passages a second of the project's
 * embedder, against transformers.js called with one text after the other and with padded batches of 16; with `--against`
 * also against another model's folder, embedded as the project does.
 */
const PASSAGES = 300;
/** The ways take turns, so that what else runs on the machine slows all of them alike. */
const ROUNDS = 5;
const BATCH = 16;

const { values } = parseArgs({
  options: {
    cache: { type: "string", default: path.join(import.meta.dirname, ".cache") },
    against: { type: "string" },
    json: { type: "string" },
  },
});
/** The embedder finds its model by name: the other one stands under that name in a folder of its own. */
const otherModel = (folder: string) => {
  const models = mkdtempSync(path.join(tmpdir(), "zhengwen-models-"));
  symlinkSync(path.resolve(folder), path.join(models, "zhengwen-embed"), "dir");
  return createTransformersEmbedder(models);
};
const load = loadavg()[0] ?? 0;
const model = createTransformersEmbedder();
await model.load();
const sets = await readQuestionSets(
  { names: ["state-council", "seeds"], part: "choosing", data: null, stardIndex: null, cache: values.cache },
  model,
);
const chunks = (await Promise.all(sets.map(({ indexFolder }) => readStoredChunks(indexFolder)))).flat();
const step = chunks.length / PASSAGES;
const passages = Array.from({ length: PASSAGES }, (_, index) => chunks[Math.floor(index * step)]?.text ?? "");

const plain = await loadPlainTransformers();
const other = values.against === undefined ? null : otherModel(values.against);
const ways = [
  { name: "this project", embed: async (texts: string[]) => (await model.embedPassages(texts)).length },
  ...(other === null
    ? []
    : [
        {
          name: "the other model, the same way",
          embed: async (texts: string[]) => (await other.embedPassages(texts)).length,
        },
      ]),
  { name: "transformers.js, one by one", embed: (texts: string[]) => plain.oneByOne(texts) },
  { name: `transformers.js, batches of ${BATCH}`, embed: (texts: string[]) => plain.inBatches(texts, BATCH) },
].map((way) => ({ ...way, seconds: 0 }));
for (const { embed } of ways) await embed(passages.slice(0, BATCH));
for (let round = 0; round < ROUNDS; round += 1) {
  const texts = passages.filter((_text, index) => index % ROUNDS === round);
  for (const way of [...ways.slice(round % ways.length), ...ways.slice(0, round % ways.length)]) {
    const begun = performance.now();
    const count = await way.embed(texts);
    if (count !== texts.length)
      throw new Error(`${way.name} gave ${count} vectors for ${texts.length} texts.`);
    way.seconds += (performance.now() - begun) / 1000;
  }
}

const own = ways[0]?.seconds ?? 0;
const lengths = passages.map(({ length }) => length).toSorted((a, b) => a - b);
process.stdout.write(
  `${PASSAGES} passages of ${lengths[0]}–${lengths.at(-1)} characters, half of them longer than ${lengths[PASSAGES / 2]}\n` +
    `${textTable([
      ["", "passages a second", "this project's rate / its rate"],
      ...ways.map(({ name, seconds }) => [name, (PASSAGES / seconds).toFixed(1), (seconds / own).toFixed(2)]),
    ])}\nLoad of the machine at the start: ${load.toFixed(1)}\n`,
);
if (values.json !== undefined) {
  const rates = ways.map(({ name, seconds }) => ({ name, passagesPerSecond: PASSAGES / seconds }));
  writeFileSync(values.json, `${JSON.stringify({ load, passages: PASSAGES, rates }, null, 2)}\n`);
}
