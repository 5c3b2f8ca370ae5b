import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { detectFormat, isDocumentName } from "./detect-format.ts";
import { writeDocx } from "./docx-fixture.ts";
import { extractText } from "./extract-text.ts";
import { ZIP_LIMITS } from "./zip-archive.ts";

const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8("<a/>")])));
const ole = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "latin1"), Buffer.from(stream, "utf16le")]);

describe("detectFormat", () => {
  it.each([
    ["政策.doc", ole("WordDocument"), /旧版 Word.*另存为 \.docx/],
    ["政策.wps", ole("WordDocument"), /WPS.*另存为 \.docx/],
    ["政策.docx", ole("EncryptedPackage"), /加密.*去掉密码/],
    ["表.xls", ole("Workbook"), /Excel.*另存为 \.xlsx/],
    ["政策.ofd", zip("OFD.xml", "Doc_0/Document.xml"), /版式文档.*PDF/],
    ["半.ofd", Buffer.from("PK\x03\x04"), /版式文档.*PDF/],
    ["政策.odt", zip("content.xml", "mimetype"), /OpenDocument.*另存为 \.docx/],
    ["政策.zip", zip("a.txt"), /压缩包.*解压/],
    ["政策.pptx", zip("ppt/presentation.xml"), /演示文稿.*PDF/],
    ["政策.rtf", Buffer.from("{\\rtf1 text}"), /RTF.*另存为 \.docx/],
    ["扫描.png", Buffer.from("\x89PNG\r\n\x1A\n", "latin1"), /图片.*OCR/],
    ["扫描.jpg", Buffer.from("\xFF\xD8\xFF\xE0", "latin1"), /图片.*OCR/],
    ["政策.mht", Buffer.from("MIME-Version: 1.0\r\nContent-Type: multipart/related"), /网页归档/],
    ["政策.wps", Buffer.from("not a document"), /WPS.*另存为 \.docx/],
  ])("says of %s what it is and what to do", (name, bytes, message) => {
    expect(() => detectFormat(name, bytes)).toThrowError(
      expect.objectContaining({
        code: "unreadable_format",
        publicMessage: expect.objectContaining({ zh: expect.stringMatching(message) }),
      }),
    );
  });

  it("believes the content before the name, and says so", async () => {
    const page = Buffer.from("<html><body><p>正文</p></body></html>");
    expect(detectFormat("政策.doc", page)).toEqual({ format: "html", differsFromName: true });
    expect(detectFormat("政策.doc", writeDocx([{ text: "正文" }]))).toEqual({
      format: "docx",
      differsFromName: true,
    });
    const { text, issues } = await extractText("政策.doc", page);
    expect([text, issues.map(({ code }) => code)]).toEqual(["正文", ["format_differs_from_name"]]);
  });

  it("takes text of any name for plain text, and broken binary files for damaged", () => {
    expect(detectFormat("政策", Buffer.from("正文")).format).toBe("plain-text");
    expect(() => detectFormat("政策.pdf", Buffer.from("正文"))).toThrowError(
      expect.objectContaining({ code: "damaged_file" }),
    );
    expect(() => detectFormat("政策.docx", Buffer.from("PK\x03\x04"))).toThrowError(
      expect.objectContaining({ code: "damaged_file" }),
    );
  });

  it("takes documents from a folder, readable or not, and nothing else", () => {
    expect(["a.txt", "a.DOCX", "a.wps", "a.png", "a.Md"].filter(isDocumentName)).toHaveLength(5);
    expect(["manifest.json", "a.js", "a", "a.css"].filter(isDocumentName)).toEqual([]);
  });
});

describe("limits", () => {
  it("stops at a zip bomb, whether it states its size or lies about it", async () => {
    const bomb = Buffer.from(
      zipSync({ "word/document.xml": new Uint8Array(ZIP_LIMITS.partBytes + 1) }, { level: 1 }),
    );
    await expect(extractText("bomb.docx", bomb)).rejects.toMatchObject({ code: "file_too_large" });
    const directory = bomb.lastIndexOf("PK\x01\x02", undefined, "latin1");
    bomb.writeUInt32LE(10, directory + 24);
    await expect(extractText("bomb.docx", bomb)).rejects.toMatchObject({ code: "file_too_large" });
  });

  it("stops at XML that nests without end", async () => {
    const deep = `<w:document><w:body>${"<w:sdt>".repeat(100_000)}`;
    const bytes = writeDocx([], { parts: { "word/document.xml": deep } });
    await expect(extractText("deep.docx", bytes)).rejects.toMatchObject({ code: "damaged_file" });
  });

  it("expands no entities of the document's own", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;文</w:t></w:r></w:p></w:body></w:document>`;
    const { text } = await extractText("a.docx", writeDocx([], { parts: { "word/document.xml": bomb } }));
    expect(text).toBe("&b;文");
  });

  it("reads no damaged part as if it were whole", async () => {
    const bytes = Buffer.from(zipSync({ "word/document.xml": strToU8("<w:document/>") }, { level: 0 }));
    const at = bytes.indexOf("document/>");
    bytes.write("D", at, "latin1");
    await expect(extractText("a.docx", bytes)).rejects.toMatchObject({ code: "damaged_file" });
  });
});
