import { PolicyError } from "../../policy/policy-error.ts";

interface UnreadableFormat {
  readonly name: { readonly zh: string; readonly en: string };
  readonly extensions: readonly string[];
  /** What a person can do about it. */
  readonly remedy: { readonly zh: string; readonly en: string };
}

const SAVE_AS_DOCX = {
  zh: "请用 Word 或 WPS 打开后另存为 .docx 再导入",
  en: "open it in Word or WPS and save it as .docx",
};
const RECOGNISE = {
  zh: "请先做文字识别（OCR），再导入识别后的文档",
  en: "run text recognition (OCR) first and ingest its result",
};

const FORMATS = {
  doc: {
    name: {
      zh: "旧版 Word 文档（.doc）或 WPS 文字（.wps）",
      en: "an old Word (.doc) or WPS (.wps) document",
    },
    extensions: ["doc", "dot", "wps", "wpt"],
    remedy: SAVE_AS_DOCX,
  },
  xls: {
    name: {
      zh: "旧版 Excel 表格（.xls）或 WPS 表格（.et）",
      en: "an old Excel (.xls) or WPS (.et) spreadsheet",
    },
    extensions: ["xls", "et", "ett"],
    remedy: {
      zh: "请用 Excel 或 WPS 打开后另存为 .xlsx 再导入",
      en: "open it in Excel or WPS and save it as .xlsx",
    },
  },
  encrypted: {
    name: { zh: "加密的文档", en: "an encrypted document" },
    extensions: [],
    remedy: { zh: "请去掉密码后另存，再导入", en: "remove the password and save it again" },
  },
  rtf: { name: { zh: "RTF 文档", en: "an RTF document" }, extensions: ["rtf"], remedy: SAVE_AS_DOCX },
  odt: {
    name: { zh: "OpenDocument 文档", en: "an OpenDocument file" },
    extensions: ["odt", "ods", "uot", "uos"],
    remedy: SAVE_AS_DOCX,
  },
  ofd: {
    name: { zh: "版式文档（.ofd）", en: "an OFD document" },
    extensions: ["ofd"],
    remedy: {
      zh: "请用 OFD 阅读器转为 PDF（保留文字）后再导入，或使用发布单位的 Word、网页版本",
      en: "convert it to a PDF with text in an OFD reader, or use the issuer's Word or web version",
    },
  },
  slides: {
    name: { zh: "演示文稿", en: "a presentation" },
    extensions: ["ppt", "pptx", "dps"],
    remedy: { zh: "请另存为 PDF（保留文字）后再导入", en: "save it as a PDF with text" },
  },
  image: {
    name: { zh: "图片", en: "a picture" },
    extensions: ["jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic"],
    remedy: RECOGNISE,
  },
  mhtml: {
    name: { zh: "网页归档（.mht）", en: "a web archive (.mht)" },
    extensions: ["mht", "mhtml"],
    remedy: {
      zh: "请用浏览器打开后另存为“网页，仅 HTML”再导入",
      en: "save it from a browser as “HTML only”",
    },
  },
  "word-xml": {
    name: { zh: "Word XML 文档", en: "a Word XML document" },
    extensions: [],
    remedy: SAVE_AS_DOCX,
  },
  archive: {
    name: { zh: "压缩包", en: "an archive" },
    extensions: ["zip", "rar", "7z", "gz", "tar"],
    remedy: { zh: "请解压后导入其中的文件", en: "unpack it and ingest the files in it" },
  },
} as const satisfies Readonly<Record<string, UnreadableFormat>>;

/** Formats that are recognised and not read. */
export type UnreadableFormatName = keyof typeof FORMATS;

const isName = (name: string): name is UnreadableFormatName => Object.hasOwn(FORMATS, name);
const BY_EXTENSION: ReadonlyMap<string, UnreadableFormatName> = new Map(
  Object.keys(FORMATS)
    .filter(isName)
    .flatMap((name) => FORMATS[name].extensions.map((extension) => [extension, name] as const)),
);

/** The unreadable format that a file extension (lower case, no dot) stands for. */
export const unreadableFormatOf = (extension: string): UnreadableFormatName | null =>
  BY_EXTENSION.get(extension) ?? null;

/** Says what the file is, that it cannot be read, and what to do. */
export const unreadableFormat = (format: UnreadableFormatName): PolicyError => {
  const { name, remedy } = FORMATS[format];
  return new PolicyError({
    code: "unreadable_format",
    status: 415,
    message: {
      zh: `无法直接读取${name.zh}。${remedy.zh}。`,
      en: `This is ${name.en}, which cannot be read: ${remedy.en}.`,
    },
    detail: format,
  });
};

/** A PDF without a text layer. */
export const scannedPdf = (pages: number): PolicyError =>
  new PolicyError({
    code: "scanned_pdf",
    status: 415,
    message: {
      zh: `这个 PDF 是扫描件或图片（${pages} 页都没有可读的文字）。${RECOGNISE.zh}，或使用发布单位的 Word、网页版本。`,
      en: `This PDF is a scan (none of its ${pages} pages has text): ${RECOGNISE.en}.`,
    },
  });
