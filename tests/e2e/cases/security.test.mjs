// What a security reviewer asks; each test carries the number of its question.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { url, useBrowser } from "../harness/browser.mjs";
import {
  articleText,
  changeDocument,
  MARK,
  openPage,
  PANEL,
  settle,
  waitForMarks,
  withArticle,
} from "../harness/page.mjs";

const held = useBrowser();
const dist = process.env.WHOSAID_DIST ?? new URL("../../../dist", import.meta.url).pathname;
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)));
const scripts = files.filter((name) => name.endsWith(".js")).map((name) => [name, readFileSync(join(dist, name), "utf8")]);
const NONCE = "bm9uY2Utb2YtdGhlLXRlc3Q";

/** The policy of the strictest publishers: nonces instead of addresses. */
const strict = (wasm = " 'wasm-unsafe-eval'") =>
  `default-src 'none'; script-src 'nonce-${NONCE}' 'strict-dynamic'${wasm}; style-src 'nonce-${NONCE}'; connect-src 'self'; ` +
  "img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const under = (policy, more = {}) => (page) =>
  changeDocument(page, ({ body, headers }) => ({
    headers: { ...headers, "content-security-policy": policy, ...more },
    body: body.replace(/<(script|style|link)\b/g, `<$1 nonce="${NONCE}"`),
  }));

async function works(page) {
  await page.locator(MARK).first().click();
  await page.locator(PANEL).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(PANEL).waitFor({ state: "hidden" });
}

test("security 1, 4, 5, 6: works under nonces, strict-dynamic and Trusted Types without a violation", async () => {
  const { page, messages, close } = await openPage(held, { prepare: under(strict()) });
  await works(page);
  await settle(page);
  assert.deepEqual(messages, []);
  await close();
});

test("security 2: without wasm-unsafe-eval the article is as it was, and one line says why", async () => {
  const { page: plain, close: closePlain } = await openPage(held, { wait: false });
  const expected = await articleText(plain);
  await closePlain();
  const { page, messages, close } = await openPage(held, { wait: false, prepare: under(strict("")) });
  const said = () => messages.filter((message) => /^(warning|error|info|log): .*who-?said/i.test(message));
  await eventually(() => said().length > 0);
  assert.equal(said().length, 1, messages.join("\n"));
  assert.deepEqual(messages.filter((message) => message.startsWith("uncaught")), []);
  assert.equal(await articleText(page), expected);
  assert.equal(await page.locator(MARK).count(), 0);
  await close();
});

test("security 7, 8: no innerHTML, eval, new Function or document.write in any script", () => {
  assert.ok(scripts.length >= 2, files.join(" "));
  for (const [name, text] of scripts) {
    const found = text.match(/\b(innerHTML|outerHTML|insertAdjacentHTML|eval\s*\(|new\s+Function|document\.write)/g);
    assert.equal(found, null, `${name}: ${found}`);
  }
});

for (const [number, what, pattern] of [
  [10, "wasm", /\/whosaid-[0-9a-f]+\.wasm$/],
  [11, "glue", /\/whosaid-[0-9a-f]+\.js$/],
]) {
  test(`security ${number}: ${what} with another content is not run; the article is as it was`, async () => {
    const tamper = async (page) =>
      page.route(pattern, async (route) => {
        const response = await route.fetch();
        const body = await response.body();
        // Still valid: a custom section at the end, or a statement that would be seen.
        const more = what === "wasm" ? Buffer.from([0, 2, 1, 120]) : Buffer.from("\nglobalThis.tampered = true;");
        await route.fulfill({ response, body: Buffer.concat([body, more]) });
      });
    const { page, messages, close } = await openPage(held, { wait: false, prepare: tamper });
    await eventually(() => messages.some((message) => /who-?said/i.test(message)));
    await settle(page);
    assert.equal(await page.evaluate(() => globalThis.tampered), undefined);
    assert.equal(await page.locator(MARK).count(), 0);
    assert.ok((await articleText(page)).length > 500);
    await close();
  });
}

test("security 12, 14: nothing is fetched but the served files", async () => {
  const { page, requests, close } = await openPage(held);
  await works(page);
  const declared = new Set([url, ...files.map((name) => new URL(name, url).href)]);
  assert.deepEqual(requests.filter((request) => !declared.has(request) && !request.startsWith("data:")), []);
  await close();
});

test("security 13: no cookie, no storage, no beacon", async () => {
  const { page, close } = await openPage(held, {
    prepare: (page) =>
      page.addInitScript(() => {
        window.beacons = [];
        navigator.sendBeacon = (address) => window.beacons.push(String(address));
      }),
  });
  await works(page);
  assert.deepEqual(await page.context().cookies(), []);
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    window.beacons.length,
  ]);
  assert.deepEqual(kept, [0, 0, 0, 0, 0]);
  await close();
});

test("security 17: markup in the article's words stays words", async () => {
  const payloads = [
    "<img src=x onerror=window.pwned=1>",
    "<script>window.pwned=1</script>",
    "</bdi></q><svg onload=window.pwned=1>",
    "{{window.pwned=1}}",
    "javascript:window.pwned=1",
    "&lt;img src=x onerror=window.pwned=1&gt;",
  ];
  const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const paragraphs = payloads.map((payload) => `<p>“We saw ${escape(payload)} in the log,” Mara Quill said on Monday.</p>`);
  const { page, close } = await openPage(held, { prepare: withArticle(paragraphs.join("")) });
  const marks = page.locator(MARK);
  assert.ok((await marks.count()) >= payloads.length - 1);
  for (let index = 0; index < (await marks.count()); index++) {
    await marks.nth(index).click();
    await page.locator(PANEL).waitFor();
    assert.equal(await page.locator("who-said :is(img, script, svg[onload], iframe)").count(), 0);
    await page.keyboard.press("Escape");
    await page.locator(PANEL).waitFor({ state: "hidden" });
  }
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  await close();
});

test("security 20: __proto__ and constructor in the options change nothing", async () => {
  const { page, close } = await openPage(held);
  const loader = await page.locator("script[src*='who-said.js']").evaluate((script) => script.src);
  const polluted = await page.evaluate(async (loader) => {
    const { mount } = await import(loader);
    const config = JSON.parse('{"__proto__": {"lang": 7, "polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}');
    const handle = await mount(document.body.appendChild(document.createElement("div")), config);
    await handle.destroy();
    return {}.polluted;
  }, loader);
  assert.equal(polluted, undefined);
  await close();
});

test("security 24: works with every permission denied", async () => {
  const denied = ["camera", "microphone", "geolocation", "clipboard-write", "clipboard-read", "fullscreen", "web-share"];
  const policy = denied.map((feature) => `${feature}=()`).join(", ");
  const { page, close } = await openPage(held, { prepare: under(strict(), { "permissions-policy": policy }) });
  await works(page);
  await close();
});

test("security 26: nothing of the machine that built it is in what is shipped", () => {
  for (const name of files) {
    const text = readFileSync(join(dist, name), "latin1");
    const found = text.match(/\/(home|root|Users)\/[\w.-]+|\/tmp\/[\w.-]+|\.cargo\/registry/g);
    assert.equal(found, null, `${name}: ${found}`);
  }
});

test("security 26: the bill of materials names every crate of the module by version, terms and checksum", () => {
  const bill = JSON.parse(readFileSync(join(dist, "bill-of-materials.cdx.json"), "utf8"));
  const lock = readFileSync(new URL("../../../Cargo.lock", import.meta.url), "utf8");
  assert.equal(bill.bomFormat, "CycloneDX");
  assert.equal(bill.metadata.component.name, "whosaid");
  const names = bill.components.map(({ name }) => name);
  for (const name of ["yew", "web-sys", "wasm-bindgen", "serde"]) assert.ok(names.includes(name), name);
  for (const name of ["scraper", "proptest", "schemars", "syn"]) assert.ok(!names.includes(name), `${name} is not shipped`);
  for (const { name, version, licenses, hashes } of bill.components) {
    assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"`), name);
    assert.ok(licenses[0].expression, name);
    assert.ok(lock.includes(hashes[0].content), name);
  }
});

async function eventually(condition, limit = 15_000) {
  const end = Date.now() + limit;
  while (!condition() && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
}
