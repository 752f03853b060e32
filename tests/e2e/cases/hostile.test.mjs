// Security, continued: pages, data and moments that mean no good. Numbers are those of SECURITY.md.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { articleText, changeDocument, MARK, openPage, PANEL, settle, withArticle } from "../harness/page.mjs";

const held = useBrowser();
const root = new URL("../../../", import.meta.url).pathname;
const dist = process.env.WHOSAID_DIST ?? join(root, "dist");
const read = (name) => readFileSync(join(dist, name), "utf8");
const scripts = readdirSync(dist).filter((name) => name.endsWith(".js"));

const withHead = (html) => (page) => changeDocument(page, ({ body }) => ({ body: body.replace("</head>", `${html}</head>`) }));
const withBody = (html) => (page) => changeDocument(page, ({ body }) => ({ body: body.replace("<body>", `<body>${html}`) }));
const said = (messages) => messages.filter((message) => /^warning: who-said/.test(message));

async function eventually(condition, limit = 10_000) {
  const end = Date.now() + limit;
  while (!(await condition()) && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
}

/** The page as it is without the widget. */
async function plainText() {
  const { page, close } = await openPage(held, { wait: false, prepare: withHead('<meta name="who-said" content="off">') });
  const text = await articleText(page);
  await close();
  return text;
}

async function isUntouched(page) {
  assert.equal(await articleText(page), await plainText());
  assert.equal(await page.locator(MARK).count(), 0);
}

test("security 3: the README says that connect-src is needed; without it the article is as it was", async () => {
  assert.match(readFileSync(join(root, "README.md"), "utf8"), /`connect-src`/);
  const prepare = (page) =>
    changeDocument(page, ({ headers }) => {
      const policy = headers["content-security-policy"].replace("connect-src 'self'", "connect-src 'none'");
      return { headers: { ...headers, "content-security-policy": policy } };
    });
  const { page, messages, close } = await openPage(held, { wait: false, prepare });
  await eventually(() => said(messages).length);
  assert.equal(said(messages).length, 1, messages.join("\n"));
  await isUntouched(page);
  await close();
});

test("security 9: the snippet that is shipped has the loader's hash", () => {
  const hash = createHash("sha384").update(readFileSync(join(dist, "who-said.js"))).digest("base64");
  assert.ok(read("README.md").includes(`integrity="sha384-${hash}"`), "integrity in dist/README.md");
});

test("security 15, 16: addresses from the page are links for http(s) only, and tell nobody where they are followed", async () => {
  const addresses = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#9;script:alert(1)", "&#1;javascript:alert(1)",
    "data:text/html,x", "vbscript:x", "blob:x", "//evil.example/\\@x", "https://harbour-gazette.example/teague"];
  const paragraphs = addresses.map(
    (address) => `<p>“The pier is closed,” Mara Quill told <a href="${address}">the Harbour Gazette</a> on Monday.</p>`,
  );
  const { page, close } = await openPage(held, { prepare: withArticle(paragraphs.join("")) });
  const marks = page.locator(MARK);
  const links = [];
  for (let index = 0; index < (await marks.count()); index++) {
    await marks.nth(index).click();
    await page.locator(PANEL).waitFor();
    links.push(...(await page.locator("who-said a").evaluateAll((all) => all.map(({ href, rel }) => ({ href, rel })))));
    await page.keyboard.press("Escape");
    await page.locator(PANEL).waitFor({ state: "hidden" });
  }
  for (const { href, rel } of links) {
    assert.match(href, /^https?:\/\//);
    assert.deepEqual(["noopener", "noreferrer"].filter((word) => !rel.split(" ").includes(word)), [], href);
  }
  assert.ok(links.some(({ href }) => href === "https://harbour-gazette.example/teague"), "an honest link is one");
  await close();
});

test("security 18: control characters of writing direction do not leave the words they stand in", async () => {
  const article = "<p>“Up is \u202edown\u2066 here,” said Mara \u202eQuill\u202c Sand.</p><p>“It is,” said Ida\u2067 Fenn.</p>";
  const { page, close } = await openPage(held, { prepare: withArticle(article) });
  const controls = "[\u202a-\u202e\u2066-\u2069]";
  const labels = await page.locator(MARK).evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label")));
  assert.deepEqual(labels.filter((label) => new RegExp(controls).test(label)), []);
  await page.locator(MARK).first().click();
  await page.locator(PANEL).waitFor();
  const loose = await page.locator("who-said").evaluate((host, controls) => {
    const walker = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (new RegExp(controls).test(node.data) && !node.parentElement.closest("bdi")) found.push(node.data);
    return found;
  }, controls);
  assert.deepEqual(loose, []);
  await close();
});

test("security 21: elements named like the page's own properties change nothing, or the widget does not come", async () => {
  const named = '<img name="head" alt=""><a id="CSS"></a><a id="mount"></a><form id="config"><input name="theme"></form>';
  const { page, messages, close } = await openPage(held, { prepare: withBody(named) });
  await page.locator(MARK).first().click();
  await page.locator(PANEL).waitFor();
  assert.deepEqual(messages, []);
  await close();
  const hostile = await openPage(held, { wait: false, prepare: withBody('<form name="createElement"></form>') });
  await eventually(() => said(hostile.messages).length);
  assert.equal(said(hostile.messages).length, 1, hostile.messages.join("\n"));
  await isUntouched(hostile.page);
  await hostile.close();
});

test("security 22: no script makes a regular expression of data", () => {
  for (const name of scripts) assert.doesNotMatch(read(name), /\bRegExp\s*\(/, name);
});

test("security 23: the panel does not stay over a dialog of the page", async () => {
  const { page, close } = await openPage(held);
  const mark = page.locator(MARK).first();
  await mark.click();
  await page.locator(PANEL).waitFor();
  await page.evaluate(() => {
    const dialog = document.body.appendChild(document.createElement("div"));
    dialog.setAttribute("role", "dialog");
    for (const [name, value] of Object.entries({ position: "fixed", inset: "0", background: "white", "z-index": "9" }))
      dialog.style.setProperty(name, value);
    dialog.appendChild(document.createElement("button")).textContent = "Accept";
    dialog.firstChild.focus();
  });
  await page.locator(PANEL).waitFor({ state: "hidden" });
  await mark.focus();
  await page.keyboard.press("Enter");
  await settle(page);
  await page.locator(PANEL).waitFor({ state: "hidden" });
  await page.evaluate(() => document.querySelector("body > [role=dialog]").remove());
  await mark.click();
  await page.locator(PANEL).waitFor();
  await close();
});

test("security 25: a trap leaves the article, and what is said of it holds none of its text", async () => {
  const prepare = (page) =>
    page.addInitScript(() => {
      const own = WebAssembly.instantiateStreaming;
      WebAssembly.instantiateStreaming = (source, imports) => {
        for (const module of Object.values(imports))
          for (const [name, call] of Object.entries(module))
            if (typeof call === "function")
              module[name] = (...given) => {
                if (window.trap) throw new WebAssembly.RuntimeError("unreachable");
                return call(...given);
              };
        return own(source, imports);
      };
    });
  const { page, messages, close } = await openPage(held, { prepare });
  const box = await page.locator(MARK).first().boundingBox();
  await page.evaluate(() => (window.trap = true));
  await page.mouse.click(box.x + 12, box.y + 12);
  await eventually(() => said(messages).length);
  await page.keyboard.press("Tab");
  assert.equal(said(messages).length, 1, messages.join("\n"));
  assert.deepEqual(messages.filter((message) => !said(messages).includes(message)), [], "nothing else is said");
  assert.doesNotMatch(messages[0], /bridge|Quill/i);
  await isUntouched(page);
  assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
  await close();
});

test("security 26: a switch turns the widget off, and nothing but the loader is fetched", async () => {
  const { page, requests, messages, close } = await openPage(held, {
    wait: false,
    prepare: withHead('<meta name="who-said" content="off">'),
  });
  await page.evaluate(() => document.querySelector("who-said").scrollIntoView());
  await page.waitForTimeout(500);
  assert.deepEqual(requests.filter((address) => /whosaid-/.test(address)), []);
  assert.deepEqual(messages, []);
  assert.equal(await page.locator(MARK).count(), 0);
  await close();
});

test("security 26: whom to tell of a fault is written down", () => {
  assert.match(readFileSync(join(root, "SECURITY.md"), "utf8"), /## Report a fault/);
});
