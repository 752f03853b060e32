// Pages that are left and come back, and long ones that are scrolled: what stands there stays true, and costs little.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { engine, start } from "./driver.mjs";
import { serve } from "../harness/site.mjs";

/** Engines that keep a page that is left, also when they are driven from outside. */
const KEEPS_PAGES = ["chromium", "firefox"];

let site;
let browser;
before(async () => {
  site = await serve();
  browser = await start();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const run = (script) => browser.driver.executeScript(script);
const paused = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
async function eventually(condition, what) {
  for (let attempts = 0; attempts < 100; attempts++) {
    if (await condition()) return;
    await paused(50);
  }
  assert.fail(what);
}

test(`${engine}: a page that comes back from the cache has its marks, and they work`, { timeout: 60_000 }, async (t) => {
  await browser.driver.get(`${site.address}pages/base.html`);
  const found = await browser.probe("arrive", `${site.address}who-said.js`, 2);
  assert.ok(found.marks > 1);
  await run("addEventListener('pageshow', ({ persisted }) => { window.cameBack = persisted; });");
  await browser.driver.get(`${site.address}pages/list.html`);
  await browser.driver.navigate().back();
  await paused(300);
  const kept = await run("return window.cameBack === true");
  if (!kept) {
    assert.ok(!KEEPS_PAGES.includes(engine), "the page was kept");
    return t.skip("this engine loads the page anew");
  }
  assert.equal(await run("return document.querySelectorAll('who-said-mark').length"), found.marks);
  await run("document.querySelector('who-said-mark').shadowRoot.querySelector('button').click()");
  assert.ok(await browser.probe("panel", true), "a mark opens its panel");
  // What changes afterwards is noticed as before.
  await run("document.querySelector('article p').textContent = '“The boat is full again,” said Ida Fenn.'");
  const said = "return document.querySelector('who-said').handle.report().attributions[0].content.exact";
  await eventually(async () => (await run(said)) === "The boat is full again,", "the change is noticed");
  assert.deepEqual(await browser.probe("messages"), []);
});

test(`${engine}: of five hundred quotations those near what is in sight are decorated`, { timeout: 60_000 }, async (t) => {
  await browser.driver.get(`${site.address}pages/long.html`);
  if (!(await run("return Boolean(window.CSS?.highlights)"))) return t.skip("this engine has no highlights");
  const found = await browser.probe("arrive", `${site.address}who-said.js`, 2);
  assert.equal(found.marks, 500);
  const decorated = (number) =>
    run(`const ranges = [...(CSS.highlights.get("who-said-quote") ?? [])];
      return { count: ranges.length, here: ranges.some(({ startContainer: { data } }) => data?.includes("Number ${number} is")) };`);
  await eventually(async () => (await decorated(1)).here, "the first one is decorated");
  const { count } = await decorated(1);
  assert.ok(count > 10 && count < 250, `${count} ranges`);
  assert.ok(!(await decorated(500)).here, "the last one is not yet");
  await run("document.querySelector('article').lastElementChild.scrollIntoView()");
  await eventually(async () => (await decorated(500)).here, "the last one is decorated");
  assert.ok((await decorated(500)).count < 250);
});
