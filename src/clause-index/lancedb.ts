// LanceDB reads this when its native part is loaded: warnings about what is meant (a table that is created,
// for one) would stand between the lines that an operator should read.
process.env["LANCEDB_LOG"] ??= "error";

/** The one place where the engine is loaded. */
export const { connect, Index, makeArrowTable, MatchQuery, Session } = await import("@lancedb/lancedb");
