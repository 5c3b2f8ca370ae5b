import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { AssistantClient } from "../assistant-client.ts";
import { createAssistantClient } from "../assistant-client.ts";
import { chatEndpoint } from "../openai/chat-completion.ts";
import type { ChatEndpoint } from "../openai/chat-completion.ts";
import { readSources } from "../run-evaluation.ts";
import { say } from "../say.ts";
import { withServerProcess } from "../server-process.ts";
import { documentKey } from "../source-documents.ts";
import { wrongOption } from "../wrong-option.ts";
import { acceptDrafts } from "./accept-drafts.ts";
import type { Draft } from "./draft.ts";
import { addDrafts } from "./draft.ts";
import { ReportSchema } from "../../src/contract/report.ts";
import { draftFromReport } from "./draft-from-report.ts";
import { proposeFromModel } from "./propose-from-model.ts";
import { proposeFromTemplates } from "./propose-from-templates.ts";

const USAGE = `npm run eval -- propose [--target <url>] [--document <key>]… [--count <n>]
  Questions from the clauses of documents, as drafts. --count: for each document (default: 5).
  --endpoint openai:<url> --model <name>: a model writes them (key: OPENAI_API_KEY); else templates do.
npm run eval -- report <file | ->
  A reader's report of a wrong citation (one JSON object) as a draft.
npm run eval -- accept --cases <file>
  Moves the drafts with "accept": true to a cases file, after checking them.

  --drafts <file>        where drafts lie (default: eval/reports/drafts.jsonl)
  --documents <folder>   further sources; may be repeated`;

const COMMANDS = new Set(["propose", "report", "accept"]);

/** Whether the first word of the command line asks for new cases. */
export const isGrowingCommand = ([first]: readonly string[]): boolean => COMMANDS.has(first ?? "");

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      target: { type: "string" },
      document: { type: "string", multiple: true, default: [] },
      documents: { type: "string", multiple: true, default: [] },
      count: { type: "string", default: "5" },
      endpoint: { type: "string" },
      model: { type: "string" },
      drafts: { type: "string", default: "eval/reports/drafts.jsonl" },
      cases: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
type Values = ReturnType<typeof parse>["values"];

const endpointOf = ({ endpoint, model }: Values): ChatEndpoint | null => {
  if (endpoint === undefined && model === undefined) return null;
  if (model === undefined || endpoint?.startsWith("openai:http") !== true) {
    throw wrongOption("--endpoint openai:<url> and --model <name> belong together", USAGE);
  }
  return chatEndpoint(endpoint.slice("openai:".length), model);
};

const proposeAt = async (client: AssistantClient, values: Values): Promise<Draft[]> => {
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 1) throw wrongOption("--count expects a whole number", USAGE);
  const endpoint = endpointOf(values);
  const wanted = new Set(values.document);
  const all = await client.documents();
  const chosen = all.filter(({ file }) => wanted.size === 0 || wanted.has(documentKey(file.name)));
  if (chosen.length === 0) {
    const keys = all.map(({ file }) => documentKey(file.name)).join(", ");
    throw wrongOption(`the target has no such document; it has ${keys}`, USAGE);
  }
  const drafts: Draft[] = [];
  for (const { documentId } of chosen) {
    const document = await client.document(documentId);
    drafts.push(
      ...(endpoint === null
        ? proposeFromTemplates(document, count)
        : await proposeFromModel(endpoint, document, count)),
    );
  }
  return drafts;
};

const propose = async (values: Values): Promise<void> => {
  const drafts =
    values.target === undefined
      ? await withServerProcess((server) => proposeAt(createAssistantClient(server.url), values))
      : await proposeAt(createAssistantClient(values.target), values);
  const added = addDrafts(values.drafts, drafts);
  say(`${added} drafts added to ${values.drafts}. Read them, correct them, set "accept": true, then: accept`);
};

const report = (values: Values, file: string | undefined): void => {
  if (file === undefined) throw wrongOption("report expects a file, or - for the standard input", USAGE);
  let read: ReturnType<typeof ReportSchema.safeParse>;
  try {
    read = ReportSchema.safeParse(JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8")));
  } catch (error) {
    throw wrongOption(`${file}: ${error instanceof Error ? error.message : String(error)}`, USAGE, error);
  }
  if (!read.success) {
    const issues = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw wrongOption(`${file} is no report: ${issues.join("; ")}`, USAGE);
  }
  const added = addDrafts(values.drafts, [draftFromReport(read.data, readSources(values.documents))]);
  say(added === 0 ? "This question is a draft already." : `A draft was added to ${values.drafts}.`);
};

const accept = (values: Values): void => {
  if (values.cases === undefined) throw wrongOption("accept expects --cases <file>", USAGE);
  const moved = acceptDrafts(values.drafts, values.cases, readSources(values.documents));
  say(`${moved} cases moved from ${values.drafts} to ${values.cases}.`);
};

/** Runs `propose`, `report` or `accept`. @returns the exit status @throws PolicyError */
export const runGrowingCommand = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = ((): ReturnType<typeof parse> => {
    try {
      return parse(args);
    } catch (error) {
      throw wrongOption(error instanceof Error ? error.message : String(error), USAGE, error);
    }
  })();
  const [command, file] = positionals;
  if (values.help) process.stdout.write(`${USAGE}\n`);
  else if (command === "propose") await propose(values);
  else if (command === "report") report(values, file);
  else accept(values);
  return 0;
};
