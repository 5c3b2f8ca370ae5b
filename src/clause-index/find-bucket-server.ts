import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** For tests: an S3-speaking server on loopback, with an empty bucket. */
export interface BucketServer {
  /** `s3://…` */
  readonly location: string;
  /** What LanceDB reads of the environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * For tests: moto's server (`pip install 'moto[server]'`), named by `MOTO_SERVER` or found on the path; null, and a
 * reason on standard error, without one.
 */
export const findBucketServer = (): string | null => {
  const onPath = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "moto_server"));
  const found = [process.env["MOTO_SERVER"], ...onPath].find(
    (file) => file !== undefined && existsSync(file),
  );
  if (found !== undefined) return found;
  console.warn(
    "Buckets were not tested: no moto_server was found; pip install 'moto[server]', or name it in MOTO_SERVER.",
  );
  return null;
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address !== null ? address.port : 0;
};

/** For tests: starts that server, and makes a bucket in it. */
export const startBucketServer = async (program: string): Promise<BucketServer> => {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const child = spawn(program, ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  const ended = once(child, "close");
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  for (let attempt = 0; ; attempt += 1) {
    const made = await fetch(`${endpoint}/bucket`, { method: "PUT" }).catch(() => null);
    if (made?.ok === true) break;
    if (attempt === 300) {
      await stop();
      throw new Error(`${program} did not start`);
    }
    await setTimeout(100);
  }
  return {
    location: "s3://bucket/zhengwen",
    endpoint,
    environment: {
      AWS_ENDPOINT: endpoint,
      AWS_ALLOW_HTTP: "true",
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    },
    stop,
  };
};
