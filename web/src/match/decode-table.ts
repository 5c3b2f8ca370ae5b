/** The text of a table file: UTF-8, or else GB18030, which Chinese spreadsheets save; null where it is neither. */
export const decodeTable = (bytes: ArrayBuffer): string | null => {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // A workbook or a picture may decode by chance, but no table holds a NUL.
      if (!text.includes("\0")) return text;
    } catch {
      continue;
    }
  }
  return null;
};
