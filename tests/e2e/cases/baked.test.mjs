// A page that `whosaid render` made: read without JavaScript, and taken up by the widget where there is some.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { changeDocument, MARK, openPage, waitForMarks } from "../harness/page.mjs";

const held = useBrowser();
/** The native command; `cargo xtask test --only e2e` builds it. */
const command = process.env.WHOSAID_COMMAND;
const LIST = "who-said > details[data-who-said]";

const ENGLISH = {
  words: ["The pier is closed,", "It will open in May,"],
  html: "<p>“The pier is closed,” Mara Quill said on Monday.</p><p>“It will open in May,” said Otto Brask.</p>",
};
const GERMAN = {
  words: ["Die Brücke hält", "Sie hält bis Mai"],
  html: "<p>„Die Brücke hält“, sagte Jana Wolters am Montag.</p><p>„Sie hält bis Mai“, sagte Bruno Falk.</p>",
};

/** The demo page with this article, as the publisher has it before it is rendered. */
const page = (lang, { html }) => (body) =>
  body.replace(/<html lang="[^"]*"/, `<html lang="${lang}"`).replace(/<!-- article -->[^]*<!-- \/article -->/, html);

function render(html) {
  const { stdout, stderr, status } = spawnSync(command, ["render", "-"], { input: html, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout;
}

const baked = (lang, article) => (page_) =>
  changeDocument(page_, ({ body }) => ({ body: render(page(lang, article)(body)) }));

for (const [lang, article, heading, standing] of [
  ["en-GB", ENGLISH, "Voices in this story", "not checked by the newsroom"],
  ["de", GERMAN, "Stimmen in diesem Artikel", "von der Redaktion nicht geprüft"],
  ["fr", ENGLISH, "Les voix de cet article", "par la rédaction"],
]) {
  test(`without JavaScript every attribution is read in the list, in ${lang}`, { skip: !command }, async () => {
    const context = { javaScriptEnabled: false };
    const { page, close } = await openPage(held, { context, wait: false, prepare: baked(lang, article) });
    const list = page.locator(LIST);
    assert.equal(await list.locator("summary").textContent(), heading);
    assert.equal(await list.getAttribute("lang"), lang.slice(0, 2));
    await list.locator("summary").click();
    const items = list.locator("ol > li");
    assert.deepEqual(await items.locator("q").allTextContents(), article.words);
    for (const item of await items.all()) {
      assert.ok(await item.isVisible());
      assert.ok((await item.textContent()).includes(standing), await item.textContent());
    }
    await close();
  });

  test(`with JavaScript the widget takes the list's place, in ${lang}`, { skip: !command }, async () => {
    const { page, messages, close } = await openPage(held, { prepare: baked(lang, article), wait: false });
    await waitForMarks(page);
    assert.equal(await page.locator(MARK).count(), article.words.length);
    assert.equal(await page.locator(LIST).isVisible(), false, "the list is not shown beside the overview");
    assert.equal(await page.getByText(heading, { exact: true }).filter({ visible: true }).count(), 1);
    const report = await page.evaluate(() => document.querySelector("who-said").handle.report());
    assert.deepEqual(report.attributions.map(({ content }) => content.exact), article.words);
    assert.deepEqual(report.orphans ?? [], []);
    assert.deepEqual(messages, []);
    await close();
  });
}
