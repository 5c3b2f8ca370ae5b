import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { MatchReply, MatchRequest } from "../../src/contract/match.ts";
import { createAssistantClient } from "../assistant-client.ts";
import { withServerProcess } from "../server-process.ts";
import { measureAt } from "./measure-at.ts";
import { policyCases } from "./policy-cases.ts";

/** A company of a round, with the verdict that was given; null where no measure stands at the words of the case. */
export interface RoundResult {
  readonly policy: string;
  readonly case: ReturnType<typeof policyCases>[number]["cases"][number];
  readonly verdict: MatchReply["measures"][number]["verdict"] | null;
  readonly right: boolean;
}

const LIMIT = 50;

/**
 * Puts the texts of a folder's `.yaml` files into an index of their own and judges each of their companies.
 * @param match - asks the server at an address
 */
export const runRounds = async (
  folder: string,
  match: (target: string, request: MatchRequest) => Promise<MatchReply>,
): Promise<readonly RoundResult[]> => {
  const policies = policyCases(pathToFileURL(`${resolve(folder)}/`)).map((policy, at) => ({
    ...policy,
    file: `${String(at + 1).padStart(3, "0")}.txt`,
  }));
  const texts = await mkdtemp(join(tmpdir(), "zhengwen-rounds-"));
  try {
    for (const { file, text } of policies) await writeFile(join(texts, file), text);
    return await withServerProcess(
      async ({ url }) => {
        const client = createAssistantClient(url);
        const ids = new Map(
          (await client.documents()).map(({ file, documentId }) => [file.name, documentId]),
        );
        const results: RoundResult[] = [];
        for (const { name, file, cases } of policies) {
          const documentId = ids.get(file);
          if (documentId === undefined) throw new TypeError(`The index has no text ${name}.`);
          const { text } = await client.document(documentId);
          for (const each of cases) {
            const { profile, asOf, at, is, amount } = each;
            const reply = await match(url, { profile, asOf, limit: LIMIT, documentIds: [documentId] });
            const found = measureAt(text, at, reply);
            const right =
              found?.verdict === is && (amount === undefined || (found.amount ?? "").includes(amount));
            results.push({ policy: name, case: each, verdict: found?.verdict ?? null, right });
          }
        }
        return results;
      },
      [texts],
    );
  } finally {
    await rm(texts, { recursive: true, force: true });
  }
};

const VERDICTS = ["applies", "may_apply", "does_not_apply"] as const;

/** Right of all by expected verdict, and a line for each that is wrong. */
export const roundsReport = (results: readonly RoundResult[]): string => {
  const line = (name: string, of: readonly RoundResult[]): string => {
    const right = of.filter((each) => each.right).length;
    return `${name.padEnd(16)}${right}/${of.length}${of.length === 0 ? "" : ` (${((100 * right) / of.length).toFixed(1)}%)`}`;
  };
  const wrong = results
    .filter(({ right }) => !right)
    .map(({ policy, verdict, case: { is, at, profile, why, disputed } }) => {
      const who = profile.description ?? JSON.stringify(profile);
      const reason = disputed === undefined ? (why ?? "") : `disputed: ${disputed}`;
      return `  ${policy} “${at}”: ${is} expected, ${verdict ?? "not found"}. ${who} (${reason})`;
    });
  return [
    line("verdict right", results),
    ...VERDICTS.map((verdict) =>
      line(
        verdict,
        results.filter((each) => each.case.is === verdict),
      ),
    ),
    ...(wrong.length === 0 ? [] : ["", "wrong verdicts:", ...wrong]),
  ].join("\n");
};
