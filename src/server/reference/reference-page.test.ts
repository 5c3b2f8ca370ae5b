import { describe, expect, it } from "vitest";
import { openApi } from "../openapi.ts";
import { scriptedServices, testApp } from "../test-app.ts";

const app = testApp(scriptedServices({}));

describe("GET /reference", () => {
  it("shows every address and every schema, and each link leads somewhere", async () => {
    const response = await app.request("/reference");
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    const page = await response.text();
    const document = openApi();
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const method of Object.keys(operations)) {
        expect(page).toContain(`<code>${method.toUpperCase()} ${path}</code>`);
      }
    }
    const names = Object.keys(document.components.schemas);
    for (const name of names) expect(page).toContain(`<section id="${name}">`);
    const links = Array.from(page.matchAll(/href="#([^"]*)"/g), ([, name]) => name);
    expect(links.length).toBeGreaterThan(30);
    for (const name of links) expect(names).toContain(name);
    expect(page).not.toContain("[object");
  });

  it("asks no other host for anything, and runs nothing", async () => {
    const page = await (await app.request("/reference")).text();
    expect(page).not.toMatch(/https?:\/\/|<script|<style| style=| on\w+=/);
    const style = await app.request("/reference/style.css");
    expect(style.headers.get("content-type")).toMatch(/^text\/css/);
    expect(await style.text()).not.toMatch(/url\(|@import/);
  });
});
