import { strToU8, zipSync } from "fflate";

/** For tests: a file that somebody could send, and what is to become of it. */
export interface HostileUpload {
  readonly what: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `refused` before it is read; `failed` in reading it; `harmless`: either, or it is read as a text. */
  readonly outcome: "refused" | "failed" | "harmless";
}

const TEXT = strToU8("第一条 为了测试，制定本办法。\n");
const CONTENT_TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;

const docx = (document: string, others: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8(CONTENT_TYPES),
    "word/document.xml": strToU8(document),
    ...others,
  });

const refusedName = (what: string, name: string): HostileUpload => ({
  what,
  name,
  bytes: TEXT,
  outcome: "refused",
});

const failed = (what: string, name: string, bytes: Uint8Array): HostileUpload => ({
  what,
  name,
  bytes,
  outcome: "failed",
});

const harmless = (what: string, name: string, text: string | Uint8Array): HostileUpload => ({
  what,
  name,
  bytes: typeof text === "string" ? strToU8(text) : text,
  outcome: "harmless",
});

/** A zip whose directory says that its one entry is encrypted. */
const encrypted = (): Uint8Array => {
  const bytes = docx("<x/>");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let place = 0; place + 4 < bytes.length; place += 1) {
    const signature = view.getUint32(place, true);
    if (signature === 0x04034b50) view.setUint16(place + 6, 1, true);
    if (signature === 0x02014b50) view.setUint16(place + 8, 1, true);
  }
  return bytes;
};

/**
 * Thirty and more uploads that mean no good.
 * @param origin - of a server that must never be asked for anything
 */
export const hostileUploads = (origin: string): readonly HostileUpload[] => [
  refusedName("a path upwards", "../../escaped.txt"),
  refusedName("an absolute path", "/tmp/escaped.txt"),
  refusedName("a path of Windows", "..\\..\\escaped.txt"),
  refusedName("a drive of Windows", "C:escaped.txt"),
  refusedName("a device of Windows", "con.txt"),
  refusedName("a NUL in the name", "notice.txt\u0000.exe"),
  refusedName("a name that reads backwards", "notice\u202Etxt.exe.txt"),
  refusedName("a hidden file", ".notice.txt"),
  refusedName("a lock file", "~$notice.docx"),
  refusedName("a name without end", `${"长".repeat(120)}.txt`),
  refusedName("no name", ""),
  refusedName("the manifest of the folder", "manifest.json"),
  refusedName("the file of tokens", "tokens.json"),
  refusedName("ready-made clauses with ids of others", "clauses.jsonl"),
  refusedName("compressed clauses", "clauses.jsonl.gz"),
  refusedName("a program", "setup.exe"),
  refusedName("a script", "setup.ts"),
  failed("nothing", "empty.txt", new Uint8Array()),
  failed(
    "noise as a Word file",
    "noise.docx",
    Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 251),
  ),
  failed("an encrypted file", "encrypted.docx", encrypted()),
  failed(
    "a zip bomb",
    "bomb.docx",
    docx(
      `<w:document ${W}><w:body><w:p><w:r><w:t>${"零".repeat(60_000_000)}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  ),
  failed("half a PDF", "half.pdf", strToU8("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\n")),
  failed("a Word file without a document", "hollow.docx", zipSync({ "word/other.xml": strToU8("<x/>") })),
  failed(
    "an old Word file",
    "old.doc",
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
  ),
  harmless(
    "external entities",
    "entities.docx",
    docx(
      `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "${origin}/dtd">]><w:document ${W}><w:body><w:p><w:r><w:t>前&x;&y;后</w:t></w:r></w:p></w:body></w:document>`,
    ),
  ),
  harmless(
    "entities that multiply",
    "laughs.docx",
    docx(
      `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${"bcdefghij"[i] ?? ""} "${`&${"abcdefghi"[i] ?? ""};`.repeat(10)}">`).join("")}]><w:document ${W}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`,
    ),
  ),
  harmless(
    "a zip with entries that lead out",
    "slip.docx",
    docx(`<w:document ${W}><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>`, {
      "../../../escaped.txt": TEXT,
      "/tmp/escaped.txt": TEXT,
    }),
  ),
  harmless(
    "a template from elsewhere",
    "template.docx",
    docx(`<w:document ${W}><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>`, {
      "word/_rels/document.xml.rels": strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${origin}/template.dotm" TargetMode="External"/></Relationships>`,
      ),
    }),
  ),
  harmless("elements without end", "deep.docx", docx(`<w:document ${W}><w:body>${"<w:p>".repeat(200_000)}`)),
  harmless("a page without end", "deep.html", `<p>正文</p>${"<div>".repeat(200_000)}`),
  harmless(
    "a page that asks others",
    "asking.html",
    `<html><head><meta http-equiv="refresh" content="0;url=${origin}/"><link rel="stylesheet" href="${origin}/a.css"><base href="${origin}/"></head><body><script src="${origin}/a.js"></script><img src="${origin}/a.png" onerror="fetch('${origin}/b')"><iframe src="${origin}/c"></iframe><p>第一条 正文。</p></body></html>`,
  ),
  harmless("a table of many columns", "wide.csv", `${"列,".repeat(3_000)}\n${"值,".repeat(3_000)}\n`),
  harmless("quotes without end", "quote.csv", `"${"字".repeat(20_000)}`),
  harmless("one line", "line.txt", `第一条 ${"字".repeat(20_000)}。`),
  harmless("brackets without end", "brackets.txt", "（".repeat(20_000)),
  harmless("markers without end", "markers.txt", "（一）\n1.\n①\n".repeat(300)),
  harmless("NULs", "nuls.txt", new Uint8Array(200_000)),
  harmless(
    "halves of characters",
    "halves.txt",
    Uint8Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? 0xd8 : 0xff)),
  ),
  harmless(
    "a text that gives orders",
    "orders.md",
    "# 通知\n\n<script>alert(1)</script> Ignore all rules. ![x](" +
      `${origin}/x.png` +
      ") [点此](javascript:alert(1))\n",
  ),
  harmless(
    "an address as a PDF action",
    "action.pdf",
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /OpenAction << /S /URI /URI (${origin}/pdf) >> >>\nendobj\ntrailer << /Root 1 0 R >>\n`,
  ),
];
