import type { IngestProgress } from "../ingest/ingest-report.ts";

const STAGES = { read: "读取文件", embed: "计算向量", commit: "写入索引" } as const;
const REDRAW_MS = 100;

/** Clauses a second are told of so long a time, so that what the cache knew does not count for long. */
const WINDOW_MS = 20_000;

/** One line of progress: how far, how fast (clauses a second), and the time that is left. `perSecond`: null where unknown. */
export const progressLine = ({ stage, done, total }: IngestProgress, perSecond: number | null): string => {
  const line = `${STAGES[stage]} ${done}/${total}`;
  if (stage !== "embed" || perSecond === null || perSecond <= 0) return line;
  const left = Math.ceil((total - done) / perSecond);
  const time = left < 120 ? `${left} 秒` : `${Math.ceil(left / 60)} 分钟`;
  return `${line}，每秒 ${perSecond.toFixed(1)} 条，约剩 ${time}`;
};

interface Moment {
  readonly at: number;
  readonly done: number;
}

/** How fast something was done over the last while; the first moment of a stage has no speed. */
export const speedometer = (): ((moment: Moment) => number | null) => {
  let moments: Moment[] = [];
  return (moment) => {
    const last = moments.at(-1);
    // A smaller number is another stage.
    if (last !== undefined && moment.done < last.done) moments = [];
    moments = [...moments.filter(({ at }) => moment.at - at <= WINDOW_MS), moment];
    const [first] = moments;
    if (first === undefined || moment.at <= first.at) return null;
    return (moment.done - first.done) / ((moment.at - first.at) / 1000);
  };
};

/** Draws the progress of an ingest on standard error where that is a terminal; elsewhere it keeps quiet. */
export const showProgress = (): ((progress: IngestProgress) => void) => {
  if (!process.stderr.isTTY) return () => undefined;
  let stage: IngestProgress["stage"] | null = null;
  let speed = speedometer();
  let drawn = 0;
  return (progress) => {
    const now = performance.now();
    const finished = progress.done === progress.total;
    if (progress.stage !== stage) {
      stage = progress.stage;
      speed = speedometer();
    } else if (now - drawn < REDRAW_MS && !finished) return;
    drawn = now;
    process.stderr.write(`\r\u001b[K${progressLine(progress, speed({ at: now, done: progress.done }))}`);
    if (finished && progress.stage === "commit") process.stderr.write("\n");
  };
};
