import { stat } from "node:fs/promises";
import { readTokens } from "./token-file.ts";
import type { TokenRecord } from "./token.ts";
import { findToken } from "./token.ts";

/** How long the server may not know that a token was added or removed, in milliseconds. */
const FRESH_MS = 500;

/** The tokens of a file, as a running server knows them: what changes there holds without a restart. */
export class TokenStore {
  readonly #file: string | null;
  #records: readonly TokenRecord[] = [];
  /** Time of change and size of the file that was read. */
  #version = "";
  #checkedAt = Number.NEGATIVE_INFINITY;
  #checking: Promise<void> | null = null;

  /** @param file - null where there is no place for tokens: then there is none */
  constructor(file: string | null) {
    this.#file = file;
  }

  /** @throws PolicyError `tokens_malformed` */
  async records(): Promise<readonly TokenRecord[]> {
    if (performance.now() - this.#checkedAt > FRESH_MS) {
      this.#checking ??= this.#refresh().finally(() => {
        this.#checking = null;
      });
      await this.#checking;
    }
    return this.#records;
  }

  /** The record of a token, or null. */
  async find(token: string): Promise<TokenRecord | null> {
    return findToken(await this.records(), token);
  }

  async #refresh(): Promise<void> {
    if (this.#file === null) return;
    const state = await stat(this.#file).catch(() => null);
    const version = state === null ? "" : `${state.ino} ${state.mtimeMs} ${state.size}`;
    if (version !== this.#version) {
      this.#records = version === "" ? [] : await readTokens(this.#file);
      this.#version = version;
    }
    this.#checkedAt = performance.now();
  }
}
