import { crc32, inflateRawSync } from "node:zlib";
import { damagedFile, tooLarge } from "./file-errors.ts";

/** What an archive may hold, so that a small file cannot fill the memory. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes that one part may unpack to. */
  readonly partBytes: number;
  /** Bytes that all parts read from one archive may unpack to. */
  readonly totalBytes: number;
}

export const ZIP_LIMITS: ZipLimits = { entries: 10_000, partBytes: 100_000_000, totalBytes: 200_000_000 };

/** A zip archive in memory; parts are unpacked when they are asked for. */
export interface ZipArchive {
  readonly names: readonly string[];
  /** The unpacked part, or null where the archive has none of this name. */
  readonly read: (name: string) => Uint8Array | null;
}

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

const findEnd = (view: DataView): number => {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw damagedFile("zip without a central directory");
};

const readDirectory = (bytes: Uint8Array, limits: ZipLimits): Map<string, Entry> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // 0xffff and 0xffffffff announce zip64, which no document of a permitted size needs.
  if (count > limits.entries) throw tooLarge(`zip with ${count} entries`);
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw damagedFile("zip directory is cut off");
    }
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    // Names are only looked up, never written to a disk; some writers use backslashes.
    entries.set(name.replaceAll("\\", "/").replace(/^\//, ""), {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};

const unpack = (bytes: Uint8Array, name: string, entry: Entry, limits: ZipLimits): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, compressed, method, flags, crc } = entry;
  if ((flags & 1) === 1) throw damagedFile(`${name} is encrypted`);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) {
    throw damagedFile(`${name} has no local header`);
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressed > bytes.length) throw damagedFile(`${name} is cut off`);
  const packed = bytes.subarray(start, start + compressed);
  let content: Uint8Array;
  if (method === 0) {
    content = packed;
  } else if (method === 8) {
    try {
      content = inflateRawSync(packed, { maxOutputLength: limits.partBytes });
    } catch (cause) {
      const code = cause instanceof Error && "code" in cause ? cause.code : "";
      if (code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(`${name} unpacks to too much`);
      throw damagedFile(`${name} does not unpack`, cause);
    }
  } else {
    throw damagedFile(`${name} is packed by an unknown method ${method}`);
  }
  if (crc32(content) !== crc) throw damagedFile(`${name} does not match its checksum`);
  return content;
};

/**
 * Opens a zip archive. The sizes that it states are not trusted: unpacking stops at the limits, and every part
 * is checked against its checksum, so that a damaged file is never read as if it were whole.
 * @throws PolicyError `damaged_file`, `file_too_large`
 */
export const openZip = (bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): ZipArchive => {
  const entries = readDirectory(bytes, limits);
  let total = 0;
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if (entry.size > limits.partBytes || total + entry.size > limits.totalBytes) {
        throw tooLarge(`${name} states ${entry.size} bytes`);
      }
      const content = unpack(bytes, name, entry, limits);
      total += content.length;
      if (total > limits.totalBytes) throw tooLarge(`parts unpack to more than ${limits.totalBytes} bytes`);
      return content;
    },
  };
};
