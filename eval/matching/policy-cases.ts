import { readFileSync, readdirSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { DaySchema } from "../../src/contract/common.ts";
import type { Profile } from "../../src/contract/profile.ts";
import { ProfileSchema } from "../../src/contract/profile.ts";

const AS_OF = "2026-11-22";

const CaseSchema = z
  .strictObject({
    is: z.enum(["applies", "may_apply", "does_not_apply"]),
    /** Words of the clause that holds the measure, or of its conditions. */
    at: z.string().min(1),
    /** Words of the amount that is shown. */
    amount: z.string().optional(),
    asOf: DaySchema.default(AS_OF),
    /** A description in place of a whole profile. */
    says: z.string().optional(),
    profile: ProfileSchema.optional(),
    why: z.string().optional(),
    /** Not read right yet: the verdict that is expected is not the one that is given. */
    missed: z.boolean().default(false),
    /** Why the verdict that is expected is not what the text and the rules of eval/matching say. */
    disputed: z.string().optional(),
  })
  .transform(({ says, profile, ...rest }) => {
    const asked: Profile = profile ?? { description: says };
    return { ...rest, profile: asked };
  });

/** A text in the manner of a city's policies with profiles and their verdicts. Made for tests: no such policy exists. */
const PolicySchema = z.strictObject({
  name: z.string(),
  text: z.string(),
  cases: z.array(CaseSchema).min(1),
});

/** The policies of the `.yaml` files of a folder, in the order of their names. */
export const policyCases = (folder: URL): readonly z.infer<typeof PolicySchema>[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .toSorted()
    .flatMap((name) =>
      z.array(PolicySchema).parse(parse(readFileSync(new URL(name, folder), "utf8"), { uniqueKeys: true })),
    );
