/** Limits of the contract, in UTF-16 code units unless said otherwise. */
export const LIMITS = {
  questionCharacters: 2_000,
  historyTurns: 50,
  historyTurnCharacters: 20_000,
  documentIds: 200,
  searchLimit: 100,
  /** Bytes of a JSON request body. */
  bodyBytes: 1_000_000,
  /** Bytes of an upload with the form around it. */
  uploadBytes: 20_000_000,
  /** Within which a request has to be sent, in milliseconds. */
  receiveMs: 30_000,
  /** Objects and arrays of a JSON body inside one another. */
  jsonDepth: 64,
} as const;
