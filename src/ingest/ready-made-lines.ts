import { createGunzip } from "node:zlib";
import { Readable } from "node:stream";
import { PolicyError } from "../policy/policy-error.ts";

/** What the lines of one file may come to, in bytes: a compressed file can unpack to a thousand times its size. */
const LARGEST_UNPACKED = 500_000_000;
/** Bytes of one line: more than any clause. */
const LONGEST_LINE = 10_000_000;
const LINE_FEED = 0x0a;

/** A problem of a file of ready-made clauses, with the line where it is (counted from 1; 0 is the whole file). */
export const invalidClauses = (
  name: string,
  line: number,
  zh: string,
  en: string,
  cause?: unknown,
): PolicyError =>
  new PolicyError({
    code: "invalid_clauses_file",
    status: 422,
    message: {
      zh: line === 0 ? `${name} 不是有效的条款文件：${zh}` : `${name} 第 ${line} 行不是有效的条款记录：${zh}`,
      en:
        line === 0
          ? `${name} is not a file of clauses: ${en}`
          : `${name}, line ${line}, is not a clause: ${en}`,
    },
    cause,
  });

const unpacked = (name: string, bytes: Uint8Array): AsyncIterable<Uint8Array> | Iterable<Uint8Array> => {
  if (!/\.gz$/i.test(name)) return [bytes];
  const gunzip = createGunzip();
  const source = Readable.from([bytes]);
  source.on("error", (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
};

/**
 * The lines of a file that are not blank, unpacked piece by piece, so that only one line is in memory at once.
 * @throws PolicyError `invalid_clauses_file` naming the line
 */
export async function* readyMadeLines(
  name: string,
  bytes: Uint8Array,
  largest: number = LARGEST_UNPACKED,
): AsyncGenerator<{ readonly number: number; readonly text: string }, void, undefined> {
  // Fatal: a wrong encoding is told, not read as question marks. The byte order mark is no part of the text.
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let number = 0;
  let size = 0;
  let parts: Uint8Array[] = [];
  let length = 0;

  const decode = (): string => {
    const line = Buffer.concat(parts);
    parts = [];
    length = 0;
    try {
      return decoder.decode(line);
    } catch (cause) {
      throw invalidClauses(name, number, "不是 UTF-8 文本", "not UTF-8", cause);
    }
  };
  const add = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
    if (length > LONGEST_LINE) throw invalidClauses(name, number + 1, "这一行过长", "the line is too long");
  };

  try {
    for await (const piece of unpacked(name, bytes)) {
      size += piece.length;
      if (size > largest) {
        const limit = `${largest / 1_000_000} MB`;
        throw invalidClauses(name, 0, `解压后超过 ${limit}`, `it unpacks to more than ${limit}`);
      }
      let start = 0;
      for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, start)) {
        add(piece.subarray(start, end));
        start = end + 1;
        number += 1;
        const text = decode();
        if (text.trim() !== "") yield { number, text };
      }
      add(piece.subarray(start));
    }
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    throw invalidClauses(name, 0, "无法解压 gzip", "it cannot be unpacked", error);
  }
  number += 1;
  const text = decode();
  if (text.trim() !== "") yield { number, text };
}
