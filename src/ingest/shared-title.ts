/** Where a title ends and the address of an article in it begins: ` 第十二条之一`, ` 第12条`, ` 附则`. */
const ARTICLE =
  /[\s　]*第[\d零〇一二三四五六七八九十百千万]*(?:[编章节条款项目](?:之[一二三四五六七八九十]+)?)?$/;
const JOINT = /[\s　·:：—-]+$/;
/** UTF-16 units; what titles share is a coincidence if it is shorter … */
const SHORTEST = 2;
/** … or ends in the middle of something and is shorter than this. */
const SHORTEST_OPEN = 4;

const sharedPrefix = (texts: readonly string[]): string => {
  let prefix = texts[0] ?? "";
  for (const text of texts) {
    let length = 0;
    while (length < prefix.length && prefix[length] === text[length]) length += 1;
    prefix = prefix.slice(0, length);
  }
  return prefix;
};

/**
 * The document's title that the titles of its clauses begin with, such as 国家发展规划法 of 国家发展规划法 第一条;
 * null where they share none or a clause has no title.
 */
export const sharedTitle = (titles: readonly (string | null)[]): string | null => {
  const given = titles.filter((title) => title !== null);
  if (given.length < titles.length) return null;
  const prefix = sharedPrefix(given).replace(/[\uD800-\uDBFF]$/, "");
  let title = prefix;
  for (let longer = ""; longer !== title;) {
    longer = title;
    title = title.replace(ARTICLE, "").replace(JOINT, "");
  }
  const whole = title !== prefix || given.every((each) => each.length === prefix.length);
  return title.length < (whole ? SHORTEST : SHORTEST_OPEN) ? null : title;
};
