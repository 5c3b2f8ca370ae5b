import { randomBytes } from "node:crypto";
import { access, mkdir, rm, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { allowedBytes } from "../../server/access/memory-short.ts";
import { PACKAGE_ROOT } from "../package-root.ts";
import type { Finding } from "./finding.ts";
import { failure, ok, warning } from "./finding.ts";

const NEEDED_NODE = [22, 18] as const;
const MEGABYTE = 1_000_000;
/** What a server over some ten thousand clauses uses under load, and a small ingest beside it. */
const ENOUGH_MEMORY = 1_500;
const ENOUGH_DISK = 1_000;
const LEAST_DISK = 100;

const checkNode = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [needed, neededMinor] = NEEDED_NODE;
  const text = `Node ${process.versions.node}`;
  if (major > needed || (major === needed && minor >= neededMinor)) return ok("node", text, text);
  return failure(
    "node",
    `${text}，需要 ${NEEDED_NODE.join(".")} 或更高版本`,
    `${text}; ${NEEDED_NODE.join(".")} is needed`,
  );
};

const checkMemory = (): Finding => {
  const megabytes = Math.round(allowedBytes() / MEGABYTE);
  const text = `${megabytes} MB`;
  return megabytes >= ENOUGH_MEMORY
    ? ok("memory", `内存 ${text}`, `memory ${text}`)
    : warning(
        "memory",
        `内存只有 ${text}，建议 ${ENOUGH_MEMORY} MB 以上`,
        `memory ${text}; ${ENOUGH_MEMORY} MB is better`,
      );
};

/** The folder is made if there is none, as the server would. */
const checkFolder = async (dataDir: string): Promise<Finding> => {
  if (!path.isAbsolute(dataDir)) return ok("data", `存储桶 ${dataDir}`, `bucket ${dataDir}`);
  const probe = path.join(dataDir, `.doctor-${randomBytes(6).toString("hex")}`);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(probe, "");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return failure("data", `${dataDir} 不可写（${code}）`, `${dataDir} cannot be written to (${code})`);
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
  const { bavail, bsize } = await statfs(dataDir);
  const free = Math.round((bavail * bsize) / MEGABYTE);
  const zh = `${dataDir} 可写，剩余 ${free} MB`;
  const en = `${dataDir} can be written to, ${free} MB free`;
  if (free < LEAST_DISK) return failure("data", zh, en);
  return free < ENOUGH_DISK ? warning("data", zh, en) : ok("data", zh, en);
};

const checkPage = (): Promise<Finding> =>
  access(path.join(PACKAGE_ROOT, "web/dist/index.html")).then(
    () => ok("page", "网页已构建", "the page is built"),
    () => warning("page", "网页尚未构建：npm run build:web", "the page is not built: npm run build:web"),
  );

/** Node, memory, the data folder and the built page. */
export const checkMachine = async (dataDir: string): Promise<readonly Finding[]> => [
  checkNode(),
  checkMemory(),
  await checkFolder(dataDir),
  await checkPage(),
];
