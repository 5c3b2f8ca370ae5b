import { Field, FixedSizeList, Float32, Int32, Schema, Utf8 } from "apache-arrow";

const text = (name: string): Field => new Field(name, new Utf8(), false);
const integer = (name: string, nullable: boolean): Field => new Field(name, new Int32(), nullable);

/** Unit vectors. The length is part of the type, but LanceDB pads or cuts silently: check it before. */
export const vectorField = (dimensions: number): Field =>
  new Field("vector", new FixedSizeList(dimensions, new Field("item", new Float32(), true)), false);

/** One row a document: `head` and `document` are JSON, `sha256` covers document and chunks. */
export const documentsSchema = new Schema([
  text("documentId"),
  text("sha256"),
  text("head"),
  text("document"),
]);

/**
 * One row a chunk. `words` and `bigrams` are blank-joined search terms of context and text; validity bounds
 * are day numbers, null where unknown.
 */
export const chunksSchema = (dimensions: number): Schema =>
  new Schema([
    text("chunkId"),
    text("clauseId"),
    text("documentId"),
    text("label"),
    integer("start", false),
    integer("end", false),
    text("text"),
    text("context"),
    integer("validFrom", true),
    integer("validTo", true),
    integer("repealedFrom", true),
    text("words"),
    text("bigrams"),
    vectorField(dimensions),
  ]);
