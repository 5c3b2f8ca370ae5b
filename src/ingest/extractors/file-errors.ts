import { PolicyError } from "../../policy/policy-error.ts";

/** The bytes are not what the format asks for, or are cut off. */
export const damagedFile = (detail: string, cause?: unknown): PolicyError =>
  new PolicyError({
    code: "damaged_file",
    status: 422,
    message: {
      zh: "文件已损坏或不完整，无法读取。请重新下载，或用原来的软件打开后另存一份再导入。",
      en: "The file is damaged or incomplete. Download it again, or open it in its own program and save a copy.",
    },
    detail,
    cause,
  });

/** The file would need more memory than a document is given. */
export const tooLarge = (detail: string): PolicyError =>
  new PolicyError({
    code: "file_too_large",
    status: 413,
    message: {
      zh: "文件展开后过大，已停止读取（可能是压缩炸弹，或夹带了大量图片）。请另存为较小的文件，或拆分后再导入。",
      en: "The file unpacks to more than a document may hold. Save a smaller copy or split it.",
    },
    detail,
  });

/** The file holds no text at all. */
export const noText = (detail: string): PolicyError =>
  new PolicyError({
    code: "no_text",
    status: 422,
    message: {
      zh: "文件里没有可读的文字。如果内容是图片或扫描件，请先做文字识别（OCR），再导入识别后的文档。",
      en: "The file holds no text. If its content is a picture or a scan, run text recognition (OCR) first.",
    },
    detail,
  });
