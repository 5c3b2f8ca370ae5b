import { OPS, Util } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFPageProxy } from "pdfjs-dist";

/** A straight line drawn on a page, from `from` to `to` along its direction, at `at` across it; points. */
export interface Rule {
  readonly isHorizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

type Matrix = readonly number[];
interface Point {
  readonly x: number;
  readonly y: number;
}

/** A page of drawings has many more lines than a table; they are not looked at. */
const MOST_RULES = 4_000;
/** Points: filled shapes thinner than this are lines. */
const THIN = 2.5;
const SHORTEST = 3;
const STRAIGHT = 0.5;

const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill]);

/** Numbers of values after each code of the library's paths: move, line, curve, quadratic curve, close. */
const VALUES = [2, 2, 6, 4, 0] as const;
const CLOSE = 4;

const numbersOf = (value: unknown): number[] =>
  value instanceof Float32Array || Array.isArray(value) ? Array.from(value, Number) : [];

/** The parts of a path as points; curves count as lines to their ends. */
const subpathsOf = (data: readonly number[], matrix: Matrix): Point[][] => {
  const paths: Point[][] = [];
  for (let at = 0; at < data.length;) {
    const code = data[at] ?? CLOSE;
    const values = VALUES[code];
    if (values === undefined) break;
    const path = paths.at(-1);
    if (code === CLOSE) {
      const first = path?.[0];
      if (first !== undefined) path?.push(first);
    } else {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
      const px = data[at + values - 1] ?? 0;
      const py = data[at + values] ?? 0;
      const point = { x: a * px + c * py + e, y: b * px + d * py + f };
      if (code === 0 || path === undefined) paths.push([point]);
      else path.push(point);
    }
    at += values + 1;
  }
  return paths;
};

const ruleBetween = (one: Point, other: Point): Rule | null => {
  const [width, height] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
  if (height <= STRAIGHT && width >= SHORTEST) {
    return {
      isHorizontal: true,
      at: (one.y + other.y) / 2,
      from: Math.min(one.x, other.x),
      to: Math.max(one.x, other.x),
    };
  }
  if (width <= STRAIGHT && height >= SHORTEST) {
    return {
      isHorizontal: false,
      at: (one.x + other.x) / 2,
      from: Math.min(one.y, other.y),
      to: Math.max(one.y, other.y),
    };
  }
  return null;
};

/** A filled shape that is so thin that a reader sees a line. */
const thinRule = (path: readonly Point[]): Rule | null => {
  const xs = path.map(({ x }) => x);
  const ys = path.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  if (bottom - top <= THIN && right - left >= SHORTEST)
    return ruleBetween({ x: left, y: middle.y }, { x: right, y: middle.y });
  if (right - left <= THIN && bottom - top >= SHORTEST)
    return ruleBetween({ x: middle.x, y: top }, { x: middle.x, y: bottom });
  return null;
};

/** The horizontal and vertical lines that a page draws, in points from its upper left corner. */
export const readRules = async (page: PDFPageProxy): Promise<readonly Rule[]> => {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rule[] = [];
  let matrix: Matrix = page.getViewport({ scale: 1 }).transform;
  const saved: Matrix[] = [];
  const transform = (by: unknown): void => {
    const values = numbersOf(by);
    if (values.length === 6) matrix = Util.transform([...matrix], values);
  };
  for (const [index, operation] of fnArray.entries()) {
    if (rules.length > MOST_RULES) return [];
    const args: unknown[] = Array.isArray(argsArray[index]) ? argsArray[index] : [];
    if (operation === OPS.save) {
      saved.push(matrix);
    } else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) {
      matrix = saved.pop() ?? matrix;
    } else if (operation === OPS.transform) {
      transform(args);
    } else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      transform(args[0]);
    } else if (operation === OPS.constructPath) {
      const [paint, data] = args;
      const isStroke = typeof paint === "number" && STROKES.has(paint);
      const isFill = typeof paint === "number" && FILLS.has(paint);
      if (!isStroke && !isFill) continue;
      for (const path of subpathsOf(numbersOf(Array.isArray(data) ? data[0] : null), matrix)) {
        const thin = path.length > 2 ? thinRule(path) : null;
        if (thin !== null) rules.push(thin);
        else if (isStroke) {
          for (const [at, point] of path.entries()) {
            const before = path[at - 1];
            const rule = before === undefined ? null : ruleBetween(before, point);
            if (rule !== null) rules.push(rule);
          }
        }
      }
    }
  }
  return rules;
};
