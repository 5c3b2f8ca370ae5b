import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";

export const USAGE = `npm run bench:retrieval -- [options]

  --data <folder>    the folder with stard/; without it the policy questions alone are measured
  --index <folder>   a finished index of STARD's articles (default: one in the cache, built once)
  --sets <names>     of stard,state-council,seeds (default: all)
  --part <part>      choosing (default) or kept
  --choose           try weights and normalisations instead (on the choosing part only)
  --no-peers         without MiniSearch and LangChain.js
  --cache <folder>   indices, vectors and results (default: bench/.cache)
  --fresh            take no result from the cache
  --json <file>      also write the results there`;

const OptionsSchema = z.object({
  data: z.string().nullable().default(null),
  index: z.string().nullable().default(null),
  sets: z
    .string()
    .default("stard,state-council,seeds")
    .transform((names) => names.split(","))
    .pipe(z.array(z.enum(["stard", "state-council", "seeds"]))),
  part: z.enum(["choosing", "kept"]).default("choosing"),
  choose: z.boolean().default(false),
  "no-peers": z.boolean().default(false),
  cache: z.string().default(path.join(import.meta.dirname, ".cache")),
  fresh: z.boolean().default(false),
  json: z.string().nullable().default(null),
  help: z.boolean().default(false),
});

/** What `npm run bench:retrieval` was asked to do. @throws Error that says what is wrong, with the usage */
export const parseRetrievalOptions = (args: readonly string[]) => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: "string" },
        index: { type: "string" },
        sets: { type: "string" },
        part: { type: "string" },
        choose: { type: "boolean" },
        "no-peers": { type: "boolean" },
        cache: { type: "string" },
        fresh: { type: "boolean" },
        json: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    const options = OptionsSchema.parse(values);
    if (options.choose && options.part === "kept") throw new Error("Choices are made on the choosing part.");
    return options;
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\n\n${USAGE}`, { cause });
  }
};
