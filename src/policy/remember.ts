/** Keeps a value in a map of at most `limit` entries; the one that was kept first makes room. */
export const remember = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value, limit: number): Value => {
  if (map.size >= limit) {
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
  }
  map.set(key, value);
  return value;
};
