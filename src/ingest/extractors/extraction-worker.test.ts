import { spawnSync } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { ExtractionWorker } from "./extraction-worker.ts";
import { writeDocx } from "./docx-fixture.ts";
import { setParagraphs, writePdf } from "./pdf-fixture.ts";

const worker = new ExtractionWorker({ timeoutMs: 60_000, memoryMb: 1024 });
const hasty = new ExtractionWorker({ timeoutMs: 1, memoryMb: 1024 });
const narrow = new ExtractionWorker({ timeoutMs: 60_000, memoryMb: 64 });
afterAll(() => Promise.all([worker.close(), hasty.close(), narrow.close()]));

const DOCX = writeDocx([{ text: "正文" }]);

describe("ExtractionWorker", () => {
  it("reads files that are asked for at once, each with its own result", async () => {
    const texts = ["甲", "乙", "丙"];
    const results = await Promise.all(texts.map((text) => worker.extract("docx", writeDocx([{ text }]))));
    expect(results.map(({ text }) => text)).toEqual(texts);
  });

  it("stops a file that takes too long, and reads the next", async () => {
    const pages = Array.from({ length: 20 }, () => setParagraphs(["正文".repeat(200)]));
    await expect(hasty.extract("pdf", writePdf(pages))).rejects.toMatchObject({ code: "extraction_timeout" });
    await expect(worker.extract("docx", DOCX)).resolves.toMatchObject({ text: "正文" });
  });

  it("stops a file that takes too much memory, and goes on with a new thread", async () => {
    const paragraph = "<w:p><w:r><w:t>文</w:t></w:r></w:p>";
    const document = `<w:document><w:body>${paragraph.repeat(1_000_000)}</w:body></w:document>`;
    const huge = writeDocx([], { parts: { "word/document.xml": document } });
    await expect(narrow.extract("docx", huge)).rejects.toMatchObject({ code: "extraction_memory" });
    await expect(narrow.extract("docx", DOCX)).resolves.toMatchObject({ text: "正文" });
  });

  it("lets the process end, and prints nothing of its own", () => {
    const program = `
      import(${JSON.stringify(new URL("extract-text.ts", import.meta.url).href)}).then(async ({ extractText }) => {
      const { text } = await extractText("a.pdf", Buffer.from(${JSON.stringify(Buffer.from(writePdf([setParagraphs(["正文文字不止一行".repeat(3)])])).toString("base64"))}, "base64"));
      process.stdout.write(text);
      });`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", program], {
      encoding: "utf8",
      timeout: 50_000,
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: "正文文字不止一行".repeat(3),
      stderr: "",
    });
  });
});
