import type { Format } from "./extractor.ts";
import { damagedFile } from "./file-errors.ts";
import { unreadableFormat, unreadableFormatOf } from "./unreadable-formats.ts";
import type { UnreadableFormatName } from "./unreadable-formats.ts";
import { openZip } from "./zip-archive.ts";

export interface DetectedFormat {
  readonly format: Format;
  /** The extension promised another format; the content was believed. */
  readonly differsFromName: boolean;
}

const BY_EXTENSION: ReadonlyMap<string, Format> = new Map([
  ["txt", "plain-text"],
  ["text", "plain-text"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["htm", "html"],
  ["html", "html"],
  ["xhtml", "html"],
  ["shtml", "html"],
  ["docx", "docx"],
  ["docm", "docx"],
  ["dotx", "docx"],
  ["pdf", "pdf"],
  ["xlsx", "xlsx"],
  ["xlsm", "xlsx"],
  ["csv", "csv"],
  ["tsv", "csv"],
]);
/** Formats that show themselves by their first bytes; a file without them is damaged. */
const BINARY: ReadonlySet<Format> = new Set(["docx", "pdf", "xlsx"]);
const HEAD = 4096;

/** The extension of a file name in lower case, without its dot; empty where there is none. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** Whether files of this name are taken from a folder: formats that are read, and those that are refused by name. */
export const isDocumentName = (name: string): boolean => {
  const extension = extensionOf(name);
  return BY_EXTENSION.has(extension) || unreadableFormatOf(extension) !== null;
};

const ofZip = (bytes: Uint8Array): Format | UnreadableFormatName => {
  const { names } = openZip(bytes);
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^word\/.*\.xml$/i)) return "docx";
  if (has(/^xl\/.*\.(xml|bin)$/i)) return "xlsx";
  if (has(/^ppt\//i)) return "slides";
  if (has(/^OFD\.xml$/i)) return "ofd";
  if (has(/^content\.xml$/i)) return "odt";
  return "archive";
};

/** Old office files are all one container; names of streams within it are UTF-16. */
const ofOle = (bytes: Uint8Array, extension: string): UnreadableFormatName => {
  const hasStream = (name: string): boolean => Buffer.from(bytes).includes(Buffer.from(name, "utf16le"));
  if (hasStream("EncryptedPackage")) return "encrypted";
  if (hasStream("PowerPoint Document")) return "slides";
  if (hasStream("Workbook") || unreadableFormatOf(extension) === "xls") return "xls";
  return "doc";
};

const ofMagic = (bytes: Uint8Array, extension: string): Format | UnreadableFormatName | null => {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) {
    try {
      return ofZip(bytes);
    } catch (cause) {
      // Whole or not, what is named .ofd cannot be read: to fetch it again would not help.
      const refused = unreadableFormatOf(extension);
      if (refused === null) throw cause;
      return refused;
    }
  }
  if (head.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return ofOle(bytes, extension);
  // Some writers put a few bytes before the header.
  if (/^[^]{0,1024}%PDF-\d/.test(head)) return "pdf";
  if (head.startsWith("{\\rtf")) return "rtf";
  if (/^(?:\xFF\xD8\xFF|\x89PNG|GIF8|BM[^]{4}\0\0\0\0|II\*\0|MM\0\*|RIFF[^]{4}WEBP)/.test(head))
    return "image";
  if (/^(?:Rar!|7z\xBC\xAF|\x1F\x8B)/.test(head)) return "archive";
  // Text formats, in whatever encoding: NUL bytes of UTF-16 are passed over.
  const ascii = head
    .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, "")
    .replaceAll("\0", "")
    .trimStart();
  if (/^MIME-Version:/i.test(ascii) && /multipart\/related/i.test(ascii)) return "mhtml";
  if (/^<\?xml[^>]*>\s*(?:<\?mso-application[^>]*>\s*)?<(?:pkg:package|w:wordDocument)\b/i.test(ascii))
    return "word-xml";
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b/i.test(ascii))
    return "html";
  return null;
};

const READABLE: ReadonlySet<string> = new Set(BY_EXTENSION.values());

const isReadable = (format: Format | UnreadableFormatName): format is Format => READABLE.has(format);

/**
 * Decides by the content, and where that shows nothing, by the extension: a `.doc` that is a web page is read
 * as one. Text of an unknown extension is plain text.
 * @throws PolicyError `unreadable_format` naming what to do, `damaged_file`, `file_too_large`
 */
export const detectFormat = (name: string, bytes: Uint8Array): DetectedFormat => {
  const extension = extensionOf(name);
  const byName = BY_EXTENSION.get(extension);
  const byContent = ofMagic(bytes, extension);
  if (byContent !== null) {
    if (!isReadable(byContent)) throw unreadableFormat(byContent);
    // Markdown and tables of text may begin like a page without being one.
    if (byContent === "html" && (byName === "markdown" || byName === "csv")) {
      return { format: byName, differsFromName: false };
    }
    return { format: byContent, differsFromName: byName !== byContent };
  }
  if (byName !== undefined && BINARY.has(byName)) throw damagedFile(`${extension} without its signature`);
  const refused = unreadableFormatOf(extension);
  if (refused !== null) throw unreadableFormat(refused);
  return { format: byName ?? "plain-text", differsFromName: false };
};
