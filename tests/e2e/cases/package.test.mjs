// The npm package: what it is made of, in a page with an import map, and in a build with Vite.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "vite";
import { useBrowser } from "../harness/browser.mjs";
import { serve } from "../harness/site.mjs";
import { MARK } from "../harness/page.mjs";

const held = useBrowser();
const dist = process.env.WHOSAID_DIST ?? new URL("../../../dist", import.meta.url).pathname;
const page = (lang, head, article) => `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><title>A page of its own</title><link rel="icon" href="data:,">${head}</head>
<body><article>${article}</article><div id="voices"></div>
<script type="module" src="./main.js"></script></body>
</html>`;
const ENGLISH = "<p>“The pier is closed,” Mara Quill said on Monday.</p>";
const GERMAN = "<p>„Der Steg ist gesperrt“, sagte Mara Quill am Montag. Er wird im Mai wieder geöffnet, und das ist nicht spät.</p>";
const MAIN = `import { mount } from "whosaid";
window.handle = await mount("#voices", { for: "article" });`;

let site;
before(() => {
  // As a registry would hand it out: the files that the package names, and no others.
  site = mkdtempSync(join(tmpdir(), "whosaid-package-"));
  const packed = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: dist, stdio: ["ignore", "pipe", "ignore"] }));
  const files = (Array.isArray(packed) ? packed[0] : Object.values(packed)[0]).files.map(({ path }) => path);
  const into = join(site, "node_modules/whosaid");
  for (const name of files) {
    mkdirSync(dirname(join(into, name)), { recursive: true });
    cpSync(join(dist, name), join(into, name));
  }
  writeFileSync(join(site, "package.json"), '{ "private": true, "type": "module" }');
  writeFileSync(join(site, "main.js"), MAIN);
});
after(() => rmSync(site, { recursive: true, force: true }));

/** What a page of `folder` says and fetches, and what the widget finds there. */
async function visit(folder) {
  const { address, close } = await serve(folder, { strict: false });
  const context = await held.browser.newContext();
  const tab = await context.newPage();
  const [messages, failed] = [[], []];
  tab.on("console", (message) => messages.push(message.text()));
  tab.on("pageerror", (error) => messages.push(String(error)));
  tab.on("response", (response) => response.status() >= 400 && failed.push(response.url()));
  await tab.goto(address);
  await tab.waitForFunction(() => window.handle);
  await tab.locator(MARK).first().click();
  await tab.locator("[role=dialog]").waitFor();
  const found = await tab.evaluate(() => window.handle.report().attributions.map(({ content }) => content.exact));
  const label = await tab.locator(MARK).first().getAttribute("aria-label");
  await context.close();
  await close();
  return { messages, failed, found, label };
}

test("a package holds the loader, its types, and all that the loader fetches", () => {
  const names = readdirSync(join(site, "node_modules/whosaid"));
  for (const wanted of [/^who-said\.js$/, /^who-said\.d\.ts$/, /^README\.md$/, /^whosaid-\w+\.js$/, /^whosaid-\w+\.wasm$/, /^whosaid-\w+\.de\.txt$/])
    assert.ok(names.some((name) => wanted.test(name)), `${wanted} in ${names.join(" ")}`);
  assert.deepEqual(names.filter((name) => /index|demo|themes|design/.test(name)), [], "no page of ours");
});

test("the package works in a page with an import map, without a bundler", async () => {
  const map = '<script type="importmap">{ "imports": { "whosaid": "./node_modules/whosaid/who-said.js" } }</script>';
  writeFileSync(join(site, "index.html"), page("en", map, ENGLISH));
  const { messages, failed, found } = await visit(site);
  assert.deepEqual({ messages, failed, found }, { messages: [], failed: [], found: ["The pier is closed,"] });
});

for (const [lang, article, expected, label] of [
  ["en", ENGLISH, "The pier is closed,", /^Who said this\? Mara Quill/],
  ["de", GERMAN, "Der Steg ist gesperrt", /Mara Quill/],
]) {
  test(`a build with Vite works, its article in ${lang}`, { timeout: 60_000 }, async () => {
    writeFileSync(join(site, "index.html"), page(lang, "", article));
    await build({ root: site, base: "./", logLevel: "error", build: { target: "esnext", emptyOutDir: true, outDir: "built" } });
    const visited = await visit(join(site, "built"));
    assert.deepEqual([visited.messages, visited.failed, visited.found], [[], [], [expected]]);
    assert.match(visited.label, label);
  });
}
