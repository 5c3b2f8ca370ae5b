const HERE = "http://here.invalid";

/**
 * The address to use in a link, or null where it must stay text: only http(s) addresses and paths of this
 * origin pass. The address is parsed before it is judged, as a browser would read it.
 */
export const safeLink = (value: string | null): string | null => {
  if (value === null || !URL.canParse(value, HERE)) return null;
  const url = new URL(value, HERE);
  if (value.startsWith("/")) {
    return url.origin === HERE ? `${url.pathname}${url.search}${url.hash}` : null;
  }
  return /^https?:\/\//i.test(value) ? url.href : null;
};
