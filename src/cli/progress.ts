import type { IngestProgress } from "../ingest/ingest-report.ts";

const STAGES = { read: "读取文件", embed: "计算向量", commit: "写入索引" } as const;
const REDRAW_MS = 100;

/** One line of progress: how far, how fast (clauses a second), and the seconds that are left. */
export const progressLine = ({ stage, done, total }: IngestProgress, elapsedMs: number): string => {
  const line = `${STAGES[stage]} ${done}/${total}`;
  if (stage !== "embed" || done === 0 || elapsedMs <= 0) return line;
  const perSecond = done / (elapsedMs / 1000);
  const left = Math.ceil((total - done) / perSecond);
  return `${line}，每秒 ${perSecond.toFixed(1)} 条，约剩 ${left} 秒`;
};

/** Draws the progress of an ingest on standard error where that is a terminal; elsewhere it keeps quiet. */
export const showProgress = (): ((progress: IngestProgress) => void) => {
  if (!process.stderr.isTTY) return () => undefined;
  let stage: IngestProgress["stage"] | null = null;
  let started = 0;
  let drawn = 0;
  return (progress) => {
    const now = performance.now();
    const finished = progress.done === progress.total;
    if (progress.stage !== stage) {
      stage = progress.stage;
      started = now;
    } else if (now - drawn < REDRAW_MS && !finished) return;
    drawn = now;
    process.stderr.write(`\r\u001b[K${progressLine(progress, now - started)}`);
    if (finished && progress.stage === "commit") process.stderr.write("\n");
  };
};
