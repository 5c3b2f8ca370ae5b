/** Where the browser keeps the profile and its last judgement. */
export const MATCH_KEY = "zhengwen.match";
