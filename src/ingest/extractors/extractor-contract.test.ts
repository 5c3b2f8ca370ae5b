import { afterAll, describe, expect, it } from "vitest";
import { PolicyError } from "../../policy/policy-error.ts";
import { checkExtracted } from "./check-extracted.ts";
import { detectFormat } from "./detect-format.ts";
import { extractText } from "./extract-text.ts";
import { ExtractionWorker } from "./extraction-worker.ts";
import { FORMAT_SAMPLES } from "./format-samples.ts";

const worker = new ExtractionWorker({ timeoutMs: 60_000, memoryMb: 1024 });
afterAll(() => worker.close());

describe.each(FORMAT_SAMPLES)("the extractor of $format", ({ format, name, bytes, kept, dropped }) => {
  const extract = (content: Uint8Array) => extractText(name, content, worker);

  it("is chosen by the content, whatever the name where the content shows it", () => {
    expect(detectFormat(name, bytes)).toEqual({ format, differsFromName: false });
  });

  it("keeps the text and drops the rest with reasons", async () => {
    const result = await extract(bytes);
    for (const words of kept) expect(result.text).toContain(words);
    const lost = result.dropped.map(({ text }) => text).join("\n");
    for (const words of dropped) {
      expect(lost).toContain(words);
      expect(result.text).not.toContain(words);
    }
  });

  it("keeps its promises about lines, places and pages", async () => {
    expect(checkExtracted(await extract(bytes))).toEqual([]);
  });

  it("gives the same for the same bytes, and leaves them alone", async () => {
    const before = Uint8Array.from(bytes);
    const first = await extract(bytes);
    expect(await extract(bytes)).toEqual(first);
    expect(Buffer.compare(before, bytes)).toBe(0);
  });

  it("reads or refuses a file that is cut off anywhere, in words a reader understands", async () => {
    for (const share of [0.01, 0.2, 0.5, 0.8, 0.95]) {
      const cut = bytes.slice(0, Math.max(1, Math.floor(bytes.length * share)));
      const result = await extract(cut).catch((error: unknown) => error);
      if (result instanceof PolicyError) expect(result.publicMessage.zh).toMatch(/请/);
      else expect(result).toMatchObject({ text: expect.stringMatching(/\S/) });
    }
  });

  it("refuses a file without words", async () => {
    await expect(extract(Buffer.from(" \n\u3000\n"))).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:no_text|damaged_file)$/),
    });
  });
});
