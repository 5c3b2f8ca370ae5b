/** Columns that a terminal gives a text: two for each wide (East Asian) character. */
const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (width, character) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1),
    0,
  );

/** A table for the terminal; the first column to the left, the others to the right. */
export const textTable = (rows: readonly (readonly string[])[]): string => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  return rows
    .map((row) =>
      widths
        .map((width, column) => {
          const cell = row[column] ?? "";
          const padding = " ".repeat(width - widthOf(cell));
          return column === 0 ? `${cell}${padding}` : `${padding}${cell}`;
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};
