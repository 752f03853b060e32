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

test("the marks move no line of the article, and no word by half a pixel", async () => {
  let release;
  const { page, close } = await openPage(held, { parsed: true, prepare: async (page) => (release = await holdLoader(page)) });
  // Where every letter stands: a shift too small for the observer is seen here.
  const places = () =>
    page.locator("article").first().evaluate((article) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const found = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { index, 0: letter } of node.data.matchAll(/\S/gu)) {
          range.setStart(node, index);
          range.setEnd(node, index + letter.length);
          const { x, y } = range.getBoundingClientRect();
          found.push({ letter, x, y, around: node.data.slice(Math.max(0, index - 12), index + 12) });
        }
      }
      return found;
    });
  const before = await places();
  release();
  await waitForMarks(page);
  await settle(page);
  const after = await places();
  assert.equal(after.length, before.length);
  const moved = after.filter(({ x, y }, index) => Math.abs(x - before[index].x) >= 0.05 || y !== before[index].y);
  assert.deepEqual(moved.slice(0, 5), [], `${moved.length} letters moved`);
  await close();
});

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

test("a hundred times mounted and destroyed: no node, no listener and no memory is left", { timeout: 120_000 }, async () => {
  const { page, close } = await openPage(held);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await page.evaluate(async () => {
    const address = (pattern) => performance.getEntriesByType("resource").find(({ name }) => pattern.test(name)).name;
    const { mount } = await import(address(/who-said\.js$/));
    const module = await (await import(address(/whosaid-\w+\.js$/))).default();
    const memory = Object.values(module).find((each) => each instanceof WebAssembly.Memory);
    document.querySelector("who-said").remove();
    const target = document.body.appendChild(document.createElement("div"));
    window.cycles = async (count) => {
      for (let cycle = 0; cycle < count; cycle++) {
        const handle = await mount(target, { for: "article" });
        handle.open(handle.report().attributions[0].id);
        handle.destroy();
        await new Promise((done) => setTimeout(done, 70));
      }
      return memory.buffer.byteLength;
    };
  });
  const left = async (cycles) => {
    const module = await page.evaluate((cycles) => window.cycles(cycles), cycles);
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const value = (wanted) => metrics.find(({ name }) => name === wanted).value;
    return { module, nodes: value("Nodes"), listeners: value("JSEventListeners"), heap: value("JSHeapUsedSize") };
  };
  // What is allocated once is allocated by then.
  const before = await left(20);
  const after = await left(80);
  assert.equal(after.module, before.module, "the module's memory");
  assert.ok(after.nodes - before.nodes <= 20, `nodes: ${before.nodes}, then ${after.nodes}`);
  assert.ok(after.listeners - before.listeners <= 2, `listeners: ${before.listeners}, then ${after.listeners}`);
  assert.ok(after.heap - before.heap < 400_000, `heap: ${before.heap}, then ${after.heap}`);
  await close();
});
