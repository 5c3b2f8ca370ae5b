import { z } from "zod";
import { StatusSchema } from "../../../src/contract/common.ts";
import type { LibraryFilter } from "./library-filter.ts";
import { NO_FILTER, SORTS } from "./library-filter.ts";

/** A value that cannot be read stands for none. */
const QuerySchema = z.object({
  q: z.string().max(500).catch(""),
  status: StatusSchema.nullable().catch(null),
  issuer: z.string().min(1).max(200).nullable().catch(null),
  year: z
    .string()
    .regex(/^(?:\d{4}|unknown)$/)
    .nullable()
    .catch(null),
  soon: z.literal("1").nullable().catch(null),
  sort: z.enum(SORTS).catch(NO_FILTER.sort),
});

/** The filter that the part of an address after `#library?` asks for. */
export const readLibraryQuery = (query: string): LibraryFilter => {
  const { q, status, issuer, year, soon, sort } = QuerySchema.parse(
    Object.fromEntries(new URLSearchParams(query)),
  );
  return { text: q, status, issuer, year, endsSoon: soon !== null, sort };
};

/** The part of an address that asks for a filter; empty where all is shown as it is. */
export const writeLibraryQuery = ({ text, status, issuer, year, endsSoon, sort }: LibraryFilter): string => {
  const query = new URLSearchParams();
  if (text.trim() !== "") query.set("q", text);
  if (status !== null) query.set("status", status);
  if (issuer !== null) query.set("issuer", issuer);
  if (year !== null) query.set("year", year);
  if (endsSoon) query.set("soon", "1");
  if (sort !== NO_FILTER.sort) query.set("sort", sort);
  return query.toString();
};
