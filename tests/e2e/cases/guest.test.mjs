// The widget is a guest: nothing moves, nothing is said, and it leaves as it came.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { articleText, holdLoader, layoutShift, MARK, openPage, PANEL, settle, waitForMarks } from "../harness/page.mjs";

const held = useBrowser();

async function visit(page) {
  await page.locator(MARK).first().click();
  await page.locator(PANEL).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(PANEL).waitFor({ state: "hidden" });
}

for (const [name, context] of [
  ["desktop", {}],
  ["phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
]) {
  test(`cumulative layout shift is 0 (${name})`, async () => {
    const { page, close } = await openPage(held, { context });
    await visit(page);
    assert.equal(await layoutShift(page), 0);
    await close();
  });
}

test("the marks move no word of the article", async () => {
  let release;
  const { page, close } = await openPage(held, { parsed: true, prepare: async (page) => (release = await holdLoader(page)) });
  // Where every word stands: a shift too small for the observer is seen here.
  const places = () =>
    page.locator("article").first().evaluate((article) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const found = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const { x, y } = range.getBoundingClientRect();
          found.push(`${word} ${x.toFixed(1)} ${y.toFixed(1)}`);
        }
      }
      return found;
    });
  // A word that a mark divides from its full stop is compared by its beginning only.
  const before = new Set(await places());
  release();
  await waitForMarks(page);
  await settle(page);
  const moved = (await places()).filter((place) => !before.has(place) && /^\w{3}/.test(place) && !startsAlike(place, before));
  assert.deepEqual(moved, []);
  await close();
});

function startsAlike(place, places) {
  const [word, x, y] = place.split(" ");
  return [...places].some((other) => {
    const [otherWord, otherX, otherY] = other.split(" ");
    return otherX === x && otherY === y && otherWord.startsWith(word);
  });
}

test("no console message", async () => {
  const { page, messages, close } = await openPage(held);
  await visit(page);
  await settle(page);
  assert.deepEqual(messages, []);
  await close();
});

test("the article's text is the same before, during and after, and its DOM is restored node for node", async () => {
  let release;
  const { page, messages, close } = await openPage(held, {
    parsed: true,
    prepare: async (page) => (release = await holdLoader(page)),
  });
  const before = await articleText(page);
  await page.evaluate(() => {
    window.nodes = () => {
      const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_ALL);
      const nodes = [];
      for (let node = walker.currentNode; node; node = walker.nextNode()) nodes.push(node);
      return nodes;
    };
    window.describe = (node) => {
      const attributes = [...(node.attributes ?? [])].map(({ name, value }) => `${name}=${value}`);
      return [node.nodeType, node.nodeName, node.nodeValue, ...attributes.sort()].join(" ");
    };
    window.original = window.nodes();
    window.described = window.original.map(window.describe);
  });
  release();
  await waitForMarks(page);
  assert.equal(await articleText(page), before, "with marks");
  await page.locator(MARK).first().click();
  await page.locator(PANEL).waitFor();
  assert.equal(await articleText(page), before, "with an open panel");
  await page.locator("who-said").evaluate((element) => element.remove());
  await page.locator(MARK).first().waitFor({ state: "detached" });
  await settle(page);
  assert.equal(await articleText(page), before, "after the widget is gone");
  const differences = await page.evaluate(() => {
    const now = window.nodes();
    const different = now.flatMap((node, index) =>
      node === window.original[index] && window.describe(node) === window.described[index] ? [] : [window.describe(node)],
    );
    return now.length === window.original.length ? different : [`${now.length} nodes, not ${window.original.length}`];
  });
  assert.deepEqual(differences, [], "the same nodes in the same order with the same content");
  assert.equal(await page.evaluate(() => CSS.highlights?.size ?? 0), 0, "no highlight is left");
  assert.deepEqual(messages, []);
  await close();
});

test("destroy() takes everything back, and mounting again works", async () => {
  const { page, close } = await openPage(held);
  const count = await page.locator(MARK).count();
  const loader = await page.locator("script[src*='who-said.js']").evaluate((script) => script.src);
  await page.locator("who-said").evaluate((element) => element.remove());
  await page.locator(MARK).first().waitFor({ state: "detached" });
  const counts = await page.evaluate(async (loader) => {
    const { mount } = await import(loader);
    const marks = () => document.querySelectorAll("article who-said-mark").length;
    const target = document.body.appendChild(document.createElement("div"));
    const ready = () => new Promise((done) => target.addEventListener("whosaid:ready", done, { once: true }));
    const seen = [];
    for (let round = 0; round < 2; round++) {
      const isReady = ready();
      const handle = await mount(target, { for: "article" });
      await Promise.race([isReady, new Promise((done) => setTimeout(done, 2000))]);
      seen.push(marks(), (await handle.report()).attributions.length > 0);
      await handle.destroy();
      await new Promise((done) => setTimeout(done, 50));
      seen.push(marks());
    }
    return seen;
  }, loader);
  assert.deepEqual(counts, [count, true, 0, count, true, 0]);
  await close();
});
