import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A source of numbers that a seed repeats: `next(n)` is an integer from 0 to n − 1. */
export type Random = (below: number) => number;

/** Mulberry32: small, fast, and the same on every machine. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
};

/** What has broken parsers before: extremes, nesting, merged cells without end, unclosed marks. */
const TOKENS = [
  "\0",
  "\uFFFD",
  "\uFEFF",
  "-1",
  "0",
  "99999999999999999999",
  "NaN",
  "__proto__",
  "constructor",
  "&#x0;",
  "&amp;&lt;",
  "]]>",
  "<!--",
  "<w:tbl><w:tr><w:tc>",
  '<w:gridSpan w:val="2147483647"/>',
  '<w:vMerge w:val="restart"/>',
  '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>',
  '<w:lvlText w:val="%1%2%3%9"/>',
  '<w:basedOn w:val="Heading"/>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<td colspan="1000000000" rowspan="1000000000">',
  '<ol start="-9999999">',
  "<div>".repeat(600),
  "> ".repeat(600),
  "*_~`[".repeat(100),
  "|-|-|\n",
  "\n---\n",
  '"',
  "\r",
  "第9999条 ",
  "（一）",
  "1.1.1.1.1.1.1 ",
  "../../../../etc/passwd",
  "/Kids[2 0 R 2 0 R]",
  "/Length 999999999",
  "endobj",
];

const splice = (bytes: Uint8Array, at: number, removed: number, inserted: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + removed)]);

const mutateOnce = (bytes: Uint8Array, random: Random): Uint8Array => {
  const at = random(bytes.length + 1);
  const length = 1 + random(Math.min(200, bytes.length + 1));
  switch (random(7)) {
    case 0: {
      const changed = Uint8Array.from(bytes);
      for (let flips = 1 + random(8); flips > 0; flips -= 1) changed[random(changed.length)] = random(256);
      return changed;
    }
    case 1:
      return splice(bytes, at, length, new Uint8Array());
    case 2:
      return splice(bytes, at, 0, bytes.subarray(at, at + length));
    case 3:
      return splice(bytes, at, random(2) * length, strToU8(TOKENS[random(TOKENS.length)] ?? ""));
    case 4:
      return bytes.slice(0, at);
    case 5: {
      const from = random(bytes.length + 1);
      return splice(bytes, at, length, bytes.subarray(from, from + length));
    }
    default: {
      // A stretch many times over: depth and repetition.
      const stretch = bytes.subarray(at, at + Math.min(length, 60));
      return splice(bytes, at, 0, Buffer.concat(Array.from({ length: 1 + random(300) }, () => stretch)));
    }
  }
};

const mutateFew = (bytes: Uint8Array, random: Random): Uint8Array => {
  let mutated = bytes;
  for (let times = 1 + random(4); times > 0; times -= 1) mutated = mutateOnce(mutated, random);
  return mutated;
};

/** Attributes of XML are where numbers and references are: these are changed by value. */
const mutateAttribute = (xml: string, random: Random): string => {
  const attributes = [...xml.matchAll(/="([^"]*)"/g)];
  const chosen = attributes[random(attributes.length)];
  if (chosen === undefined) return xml;
  const value = (TOKENS[random(TOKENS.length)] ?? "").replaceAll(/["<&]/g, "");
  return `${xml.slice(0, chosen.index)}="${value}"${xml.slice(chosen.index + chosen[0].length)}`;
};

/**
 * Damages a file. Half of the time, the parts of a zip archive are damaged and packed again, so that the damage
 * reaches what reads them instead of failing at their checksum.
 */
export const mutateBytes = (bytes: Uint8Array, random: Random): Uint8Array => {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip || random(4) === 0) return mutateFew(bytes, random);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[random(names.length)] ?? "";
  const part = parts[name] ?? new Uint8Array();
  const repacked: Record<string, Uint8Array> = { ...parts };
  if (random(20) === 0) Reflect.deleteProperty(repacked, name);
  else if (random(2) === 0) repacked[name] = strToU8(mutateAttribute(strFromU8(part), random));
  else repacked[name] = mutateFew(part, random);
  return zipSync(repacked);
};
