import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { TestServer } from "./start-server.ts";
import { startServer } from "./start-server.ts";
import type { Visit, VisitOptions } from "./visit.ts";
import { visit } from "./visit.ts";

export interface PageFixture {
  readonly url: () => string;
  readonly server: () => TestServer;
  readonly open: (options?: VisitOptions) => Promise<Visit["page"]>;
}

/**
 * A server and a browser for the tests of a block. After each test every page that it opened is closed, and
 * none may have asked another host, broken the content security policy, or written an error.
 * @param settings - environment variables of the server
 */
export const pageFixture = (
  executablePath: string,
  settings: Readonly<Record<string, string>> = {},
): PageFixture => {
  let server: TestServer | null = null;
  let browser: Browser | null = null;
  let visits: Visit[] = [];
  beforeAll(async () => {
    server = await startServer(settings);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(async () => {
    const complaints = visits.flatMap((each) => each.complaints);
    await Promise.all(visits.map((each) => each.close()));
    visits = [];
    expect(complaints).toEqual([]);
  });
  const running = (): TestServer => {
    if (server === null) throw new Error("the server has not been started");
    return server;
  };
  const url = (): string => running().url;
  return {
    url,
    server: running,
    open: async (options) => {
      if (browser === null) throw new Error("the browser has not been started");
      const opened = await visit(browser, url(), options);
      visits.push(opened);
      return opened.page;
    },
  };
};
