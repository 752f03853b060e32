// Pages and data that mean no good, or are broken: what of the widget can stand does, and nothing goes on for ever.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { changeDocument, MARK, openPage, PANEL, waitForMarks, withArticle } from "../harness/page.mjs";

const held = useBrowser();
const ARTICLE = "<p>“The pier is closed,” Mara Quill said on Monday.</p><p>“It will open in May,” said Otto Brask.</p>";
const withElement = (element) => (page) =>
  changeDocument(page, ({ body }) => ({ body: body.replace(/<who-said[^]*<\/who-said>/, () => element) }));
const warnings = (messages) => messages.filter((message) => message.startsWith("warning: who-said"));
const opens = async (page) => {
  await page.locator(MARK).first().click();
  await page.locator(PANEL).waitFor();
};

test("a report that never comes to its end is not waited for, and the article is read all the same", async () => {
  const { page, messages, close } = await openPage(held, {
    wait: false,
    prepare: async (page) => {
      await withElement('<who-said src="endless.json"></who-said>')(page);
      await page.route("**/endless.json", () => {});
    },
  });
  await waitForMarks(page);
  assert.equal(warnings(messages).length, 1, messages.join("\n"));
  assert.match(warnings(messages)[0], /endless\.json/);
  await close();
});

test("an address that is none is told of, and the article is read all the same", async () => {
  const { page, messages, close } = await openPage(held, { prepare: withElement('<who-said src="http://["></who-said>') });
  await opens(page);
  assert.deepEqual(warnings(messages).length, 1, messages.join("\n"));
  assert.match(warnings(messages)[0], /http:\/\/\[/);
  await close();
});

for (const [what, json, said] of [
  ["no JSON", "{broken", /configuration.*not JSON/],
  ["null", "null", undefined],
  ["a number", "7", undefined],
  ["a string", '"for"', undefined],
]) {
  test(`a configuration that is ${what} ${said ? "is told of in plain words" : "sets nothing"}`, async () => {
    const element = `<who-said><script type="application/json">${json}</script></who-said>`;
    const { page, messages, close } = await openPage(held, { prepare: withElement(element), wait: !said });
    if (said) await page.waitForFunction(() => document.querySelector("who-said:defined"));
    if (said) await page.waitForEvent("console", { timeout: 5000 }).catch(() => {});
    assert.equal(await page.locator(MARK).count() > 0, !said);
    assert.deepEqual(warnings(messages).map((message) => said?.test(message)), said ? [true] : []);
    await close();
  });
}

test("a page that takes the marks away at once is given them back later and later", async () => {
  const { page, messages, close } = await openPage(held, {
    wait: false,
    prepare: async (page) => {
      await withArticle(ARTICLE)(page);
      await page.addInitScript(() => {
        const remove = () => document.querySelectorAll("who-said-mark").forEach((mark) => mark.remove());
        new MutationObserver(remove).observe(document, { childList: true, subtree: true });
      });
    },
  });
  await page.waitForFunction(() => window.ready > 0);
  await page.waitForTimeout(4000);
  const ready = await page.evaluate(() => window.ready);
  assert.ok(ready > 1 && ready < 10, `${ready} times`);
  assert.deepEqual(messages, []);
  await close();
});

test("a widget that leaves while it is at work leaves nothing", async () => {
  const many = "<p>“The boat is full,” said Ida Fenn. “It will sink,” said Otto Brask.</p>".repeat(2000);
  const { page, messages, close } = await openPage(held, { prepare: withArticle(many), wait: false });
  await page.locator(MARK).first().waitFor({ state: "attached" });
  await page.evaluate(() => document.querySelector("who-said").remove());
  await page.waitForFunction(() => !document.querySelector("who-said-mark"));
  await page.waitForTimeout(300);
  assert.equal(await page.locator(MARK).count(), 0);
  assert.equal(await page.evaluate(() => document.querySelector("p").childNodes.length), 1);
  assert.deepEqual(messages, []);
  await close();
});

test("a page that was saved with the marks' elements in it gets its marks", async () => {
  const saved = ARTICLE.replaceAll("”", "”<who-said-mark></who-said-mark>");
  const { page, close } = await openPage(held, { prepare: withArticle(saved) });
  assert.equal(await page.locator(MARK).count(), 2);
  await opens(page);
  await close();
});

for (const [what, spoil] of [
  ["no word", () => Object.defineProperty(CSS, "highlights", { value: { get() { throw 1; }, set() { throw 2; }, delete() { throw 3; } } })],
  ["no decoration", () => (window.Highlight = function () { throw new Error("no highlight"); })],
]) {
  test(`where the page's registry of decorations takes ${what}, the marks stand alone`, async () => {
    const { page, messages, close } = await openPage(held, {
      prepare: async (page) => {
        await withArticle(ARTICLE)(page);
        await page.addInitScript(spoil);
      },
    });
    await opens(page);
    assert.deepEqual(messages, []);
    await close();
  });
}
