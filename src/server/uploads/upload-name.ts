import { isDocumentName } from "../../ingest/extractors/detect-format.ts";
import { isReadyMade } from "../../ingest/source-files.ts";
import { PolicyError } from "../../policy/policy-error.ts";

/** Bytes of a file's name; file systems take 255, and a suffix may follow. */
const LONGEST_NAME = 200;
/** Separators, what Windows forbids, and characters that are not seen or turn the direction of writing. */
const UNSAFE = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;
/** Names of devices on Windows, whatever their extension. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const unsafe = (): PolicyError =>
  new PolicyError({
    code: "unsafe_file_name",
    status: 422,
    message: {
      zh: "文件名无效：不能含有路径、控制字符或特殊符号，也不能过长。",
      en: "The file name is not valid: no paths, control or special characters, and not too long.",
    },
  });

const unsupported = (): PolicyError =>
  new PolicyError({
    code: "unsupported_format",
    status: 422,
    message: {
      zh: "不支持这种文件：请上传 txt、md、html、docx、xlsx、csv 或 pdf。",
      en: "Files of this kind are not taken: upload txt, md, html, docx, xlsx, csv or pdf.",
    },
  });

/**
 * The name under which an upload is kept: the one it came with, if it is a plain name of a document.
 * @throws PolicyError `unsafe_file_name`, `unsupported_format`
 */
export const uploadName = (given: string): string => {
  const name = given.normalize("NFC");
  const isPlain =
    name.isWellFormed() && !UNSAFE.test(name) && !DEVICES.test(name) && !/^[.~\s]|[.\s]$/.test(name);
  if (!isPlain || name === "" || Buffer.byteLength(name) > LONGEST_NAME) throw unsafe();
  // Ready-made clauses choose their own ids, and could take those of others.
  if (!isDocumentName(name) || isReadyMade(name)) throw unsupported();
  return name;
};
