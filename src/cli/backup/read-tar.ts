import { backupDamaged } from "./backup-error.ts";

const BLOCK = 512;
/** Bytes of an extended header; ours are far shorter. */
const MOST_PAX = 100_000;

/** A file of an archive. Its bytes have to be read before the next file is asked for. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncGenerator<Buffer, void, undefined>;
}

const textAt = (block: Buffer, at: number, length: number): string => {
  const bytes = block.subarray(at, at + length);
  const end = bytes.indexOf(0);
  return bytes.subarray(0, end === -1 ? length : end).toString("utf8");
};

const numberAt = (block: Buffer, at: number, length: number): number => {
  const text = textAt(block, at, length).trim();
  if (!/^[0-7]+$/.test(text)) throw backupDamaged("tar");
  return Number.parseInt(text, 8);
};

/** The records of an extended header. */
const paxRecords = (bytes: Buffer): ReadonlyMap<string, string> => {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const length = Number.parseInt(bytes.subarray(at, at + 20).toString("latin1"), 10);
    if (!(length > 0)) throw backupDamaged("tar");
    const record = bytes.subarray(at, at + length).toString("utf8");
    const [, key = "", value = ""] = /^\d+ ([^=]+)=([\s\S]*)\n$/.exec(record) ?? [];
    records.set(key, value);
    at += length;
  }
  return records;
};

/** Takes exact numbers of bytes from a stream. */
class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next bytes, `size` at most, at least one. @throws PolicyError `backup_damaged` at the end */
  async some(size: number): Promise<Buffer> {
    while (this.#held.length === 0) {
      const next = await this.#source.next();
      if (next.done === true) throw backupDamaged("tar");
      this.#held = next.value;
    }
    const taken = this.#held.subarray(0, size);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  async exactly(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = size; left > 0; left -= parts.at(-1)?.length ?? 0) parts.push(await this.some(left));
    return Buffer.concat(parts);
  }

  /** Reads on to the end, which is where a compressed stream tells whether all of it was right. */
  async rest(): Promise<void> {
    for (;;) if ((await this.#source.next()).done === true) return;
  }
}

/**
 * The plain files of an archive (ustar with extended headers, as `backup` and GNU's and BSD's tar write them).
 * @throws PolicyError `backup_damaged` where it is cut off or no archive
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry, void, undefined> {
  const reader = new ByteReader(source);
  let extended: ReadonlyMap<string, string> = new Map();
  for (;;) {
    const block = await reader.exactly(BLOCK);
    if (block.every((byte) => byte === 0)) {
      await reader.rest();
      return;
    }
    const type = textAt(block, 156, 1);
    const size = Number(extended.get("size") ?? numberAt(block, 124, 12));
    if (!Number.isSafeInteger(size) || size < 0) throw backupDamaged("tar");
    const padding = (BLOCK - (size % BLOCK)) % BLOCK;
    // Two ways of giving a long name: records, or, as GNU's tar does, the name itself.
    if (type === "x" || type === "L") {
      if (size > MOST_PAX) throw backupDamaged("tar");
      const bytes = await reader.exactly(size);
      extended = type === "x" ? paxRecords(bytes) : new Map([["path", textAt(bytes, 0, size)]]);
      await reader.exactly(padding);
      continue;
    }
    const prefix = textAt(block, 345, 155);
    const plain = textAt(block, 0, 100);
    const name = extended.get("path") ?? (prefix === "" ? plain : `${prefix}/${plain}`);
    extended = new Map();
    let left = size;
    const bytes = async function* read(): AsyncGenerator<Buffer, void, undefined> {
      while (left > 0) {
        const part = await reader.some(left);
        left -= part.length;
        yield part;
      }
    };
    if (type === "0" || type === "") yield { name, size, bytes: bytes() };
    // What the caller left unread.
    while (left > 0) left -= (await reader.some(left)).length;
    await reader.exactly(padding);
  }
}
