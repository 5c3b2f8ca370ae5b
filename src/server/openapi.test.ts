import { describe, expect, it } from "vitest";
import { scriptedServices, testApp } from "./test-app.ts";
import { openApi } from "./openapi.ts";

/** Every `$ref` of a JSON value. */
const references = (value: unknown): string[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === "$ref" && typeof each === "string" ? [each] : references(each),
  );
};

describe("openApi", () => {
  it("has a schema for every reference", () => {
    const document = openApi();
    const names = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(references(document).length).toBeGreaterThan(10);
    for (const reference of references(document)) expect(names).toContain(reference);
  });

  it("describes exactly the addresses that the app has", () => {
    const app = testApp(scriptedServices({}));
    const served = app.routes
      .filter(
        ({ method, path }) => method !== "ALL" && /^\/(?:api\/|v1\/|mcp|metrics|healthz|readyz)/.test(path),
      )
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(?:\{[^}]*\})?/g, "{$1}")}`);
    const described = Object.entries(openApi().paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toStrictEqual([...new Set(served)].toSorted());
  });
});
