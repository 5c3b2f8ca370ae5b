/** A document's title in exactly one pair of title marks: 《…》, whether or not the title brings its own. */
export const bookTitle = (title: string): string =>
  /^《[^《》]*》$/.test(title) ? title : `《${title.replace(/《/g, "〈").replace(/》/g, "〉")}》`;
