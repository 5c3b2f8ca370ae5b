const BLOCK = 512;
const NAME_BYTES = 100;

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, "0")}\0`;

/** A header of the ustar format. */
const header = (name: string, size: number, type: string, seconds: number): Buffer => {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, NAME_BYTES, "utf8");
  // Only its owner may read it: tokens and uploads are among the files.
  for (const [text, at] of [
    [octal(0o600, 8), 100],
    [octal(0, 8), 108],
    [octal(0, 8), 116],
    [octal(size, 12), 124],
    [octal(seconds, 12), 136],
    [" ".repeat(8), 148],
    [type, 156],
    ["ustar\u000000", 257],
  ] as const) {
    block.write(text, at, "latin1");
  }
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return block;
};

/** A record of an extended header (pax): `<its length> key=value`. */
const paxRecord = (key: string, value: string): Buffer => {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (String(length).length + rest !== length) length = String(length).length + rest;
  return Buffer.from(`${length} ${key}=${value}\n`);
};

/** Bytes that fill the last block of a file. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** The end of an archive. */
export const TAR_END: Buffer = Buffer.alloc(2 * BLOCK);

/** What stands before a file's bytes: a name that does not fit, or is not ASCII, comes in an extended header. */
export const tarHeader = (name: string, size: number, seconds: number): Buffer => {
  const fits = Buffer.byteLength(name) < NAME_BYTES && Buffer.byteLength(name) === name.length;
  const isLarge = size >= 8 ** 11;
  if (fits && !isLarge) return header(name, size, "0", seconds);
  const records = Buffer.concat([paxRecord("path", name), paxRecord("size", String(size))]);
  return Buffer.concat([
    header("pax-header", records.length, "x", seconds),
    records,
    tarPadding(records.length),
    header("long-name", isLarge ? 0 : size, "0", seconds),
  ]);
};
