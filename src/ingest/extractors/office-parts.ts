import { damagedFile } from "./file-errors.ts";
import { childrenNamed, parseMarkup } from "./markup-tree.ts";
import type { MarkupElement } from "./markup-tree.ts";
import type { ZipArchive } from "./zip-archive.ts";

/** The XML parts of an office file (a zip archive by Open Packaging Conventions). */
export interface OfficeParts {
  /** Path of the main part, such as `word/document.xml`. */
  readonly main: string;
  /** The root of a part, or undefined where there is none. @throws PolicyError `damaged_file` */
  readonly xml: (path: string) => MarkupElement | undefined;
  /** Paths of the parts that the main part names for a purpose (`footnotes`, `header` …). */
  readonly related: (purpose: string) => readonly string[];
  /** The path that a relation id of the main part leads to. */
  readonly target: (relationId: string) => string | undefined;
}

interface Relation {
  readonly id: string;
  readonly purpose: string;
  readonly path: string;
}

/** UTF-8, or UTF-16 where a byte order mark says so. */
const decodeXml = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
};

const resolvePath = (folder: string, target: string): string => {
  const parts = target.startsWith("/") ? [] : folder.split("/").filter(Boolean);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
};

/** Opens the parts of an office file. @throws PolicyError `damaged_file` when it has no main part. */
export const openParts = (zip: ZipArchive, usualMain: string): OfficeParts => {
  const xml = (path: string): MarkupElement | undefined => {
    const bytes = zip.read(path);
    if (bytes === null) return undefined;
    const { root, incomplete } = parseMarkup(decodeXml(bytes), "xml");
    if (incomplete) throw damagedFile(`${path} is cut off`);
    return root;
  };
  const relationsOf = (path: string): Relation[] => {
    const slash = path.lastIndexOf("/") + 1;
    const folder = path.slice(0, slash);
    const root = xml(`${folder}_rels/${path.slice(slash)}.rels`);
    return childrenNamed(
      root === undefined ? undefined : childrenNamed(root, "Relationships")[0],
      "Relationship",
    )
      .filter(({ attributes }) => attributes["TargetMode"] !== "External")
      .map(({ attributes }) => ({
        id: attributes["Id"] ?? "",
        purpose: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
        path: resolvePath(folder, attributes["Target"] ?? ""),
      }));
  };
  const main = relationsOf("").find(({ purpose }) => purpose === "officeDocument")?.path ?? usualMain;
  if (!zip.names.includes(main)) throw damagedFile(`no ${main}`);
  const relations = relationsOf(main);
  return {
    main,
    xml,
    related: (purpose) =>
      relations.filter((relation) => relation.purpose === purpose).map(({ path }) => path),
    target: (relationId) => relations.find(({ id }) => id === relationId)?.path,
  };
};
