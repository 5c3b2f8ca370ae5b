/** The cells of a CSV table (RFC 4180), line by line, without a byte-order mark and empty lines. */
export const readCsv = (text: string): string[][] => {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = "";
  let quoted = false;
  const endLine = (): void => {
    line.push(cell);
    if (line.length > 1 || cell !== "") lines.push(line);
    line = [];
    cell = "";
  };
  const source = text.replace(/^\uFEFF/, "");
  for (let at = 0; at < source.length; at += 1) {
    const unit = source.charAt(at);
    if (quoted) {
      if (unit !== '"') cell += unit;
      else if (source.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (unit === '"' && cell === "") quoted = true;
    else if (unit === ",") {
      line.push(cell);
      cell = "";
    } else if (unit === "\n") endLine();
    else if (unit !== "\r") cell += unit;
  }
  endLine();
  return lines;
};
