// The interface in the page's language: one more file, with its hash; English where it does not come.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { changeDocument, MARK, openPage, PANEL } from "../harness/page.mjs";

const held = useBrowser();
const speaking = (lang) => (page) => changeDocument(page, ({ body }) => ({ body: body.replace('<who-said ', `<who-said lang="${lang}" `) }));
const texts = (requests) => requests.filter((request) => /whosaid-\w+\.\w+\.txt$|\.txt$/.test(new URL(request).pathname));

for (const [lang, question, direction] of [
  ["de-AT", "Wer hat das gesagt?", "ltr"],
  ["fr", "Qui a dit cela", "ltr"],
  ["es", "¿Quién", "ltr"],
  ["ar", "من قال هذا؟", "rtl"],
]) {
  test(`the interface speaks ${lang}`, async () => {
    const { page, requests, messages, close } = await openPage(held, { prepare: speaking(lang) });
    assert.equal(texts(requests).length, 1, "one language is fetched");
    assert.ok((await page.locator(MARK).first().getAttribute("aria-label")).startsWith(question));
    await page.locator(MARK).first().click();
    await page.locator(PANEL).waitFor();
    assert.equal(await page.locator(PANEL).getAttribute("dir"), direction);
    assert.deepEqual(messages, []);
    await close();
  });
}

test("a German article is read with the words that come with its language", async () => {
  const german = '<p lang="de">„Die Brücke hält“, sagte die Ingenieurin Jana Wolters.</p>';
  const prepare = (page) =>
    changeDocument(page, ({ body }) => ({
      body: body.replace('<html lang="en-GB"', '<html lang="de"').replace(/<!-- article -->[^]*<!-- \/article -->/, german),
    }));
  const { page, requests, messages, close } = await openPage(held, { prepare });
  assert.equal(texts(requests).length, 1, "words of interface and engine are one file");
  const label = await page.locator(MARK).first().getAttribute("aria-label");
  assert.ok(label.includes("Jana Wolters"), label);
  assert.deepEqual(messages, []);
  await close();
});

test("English asks for no language, nor does a language there is not", async () => {
  for (const lang of ["en-GB", "tlh"]) {
    const { page, requests, close } = await openPage(held, { prepare: speaking(lang) });
    assert.deepEqual(texts(requests), []);
    assert.ok((await page.locator(MARK).first().getAttribute("aria-label")).startsWith("Who said this?"));
    await close();
  }
});

test("a language that was tampered with, or does not come, leaves the interface in English", async () => {
  for (const answer of [(route) => route.fulfill({ body: "de\nltr\n" }), (route) => route.abort()]) {
    const { page, close } = await openPage(held, {
      prepare: async (page) => {
        await speaking("de")(page);
        await page.route("**/*.txt", answer);
      },
    });
    assert.ok((await page.locator(MARK).first().getAttribute("aria-label")).startsWith("Who said this?"));
    await close();
  }
});
