import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "src/**/*.test.ts",
      "eval/**/*.test.ts",
      "bench/**/*.test.ts",
      "web/**/*.test.ts",
      "web/**/*.test.tsx",
      "scripts/**/*.test.ts",
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: the embedder and LanceDB bring threads of their own.
    maxWorkers: 2,
  },
});
