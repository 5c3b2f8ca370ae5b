/** A stretch of text on a page: points from the lower left corner of an A4 page (595 × 842). */
export interface FixtureText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, "0"),
  ).join("");

/**
 * Writes a PDF for tests, in a font that is named but not embedded, as many Chinese documents do: a reader has to
 * know the character map `UniGB-UCS2-H`. All characters are one font size wide.
 */
export const writePdf = (pages: readonly (readonly FixtureText[])[]): Uint8Array => {
  const objects: string[] = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${6 + index * 2} 0 R`).join(" ")}]>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 5 0 R>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
  ];
  pages.forEach((texts, index) => {
    const stream = texts
      .map(({ text, x, y, size = 12 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`)
      .join("\n");
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${7 + index * 2} 0 R>>`,
      `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    );
  });
  let file = "%PDF-1.4\n";
  const offsets: string[] = [];
  objects.forEach((object, index) => {
    offsets.push(`${String(file.length).padStart(10, "0")} 00000 n \n`);
    file += `${index + 1} 0 obj${object}endobj\n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, "latin1"));
};

/** Sets paragraphs as Chinese documents do: first lines indented by two characters, lines filled to the margin. */
export const setParagraphs = (
  paragraphs: readonly string[],
  {
    left = 90,
    width = 34,
    top = 760,
    size = 12,
  }: { left?: number; width?: number; top?: number; size?: number } = {},
): FixtureText[] => {
  const texts: FixtureText[] = [];
  let y = top;
  for (const paragraph of paragraphs) {
    let rest = paragraph;
    for (let line = 0; rest !== ""; line += 1) {
      const indent = line === 0 ? 2 : 0;
      texts.push({ text: rest.slice(0, width - indent), x: left + indent * size, y, size });
      rest = rest.slice(width - indent);
      y -= size * 1.8;
    }
  }
  return texts;
};
