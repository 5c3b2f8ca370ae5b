/** The input that a reader comes to first in the library. */
export const LIBRARY_SEARCH_ID = "library-search";
