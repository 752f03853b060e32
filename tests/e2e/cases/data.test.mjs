// What a publisher gives: it is laid over what is inferred, and what cannot be used of it harms nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { changeDocument, MARK, openPage, PANEL, withArticle } from "../harness/page.mjs";

const held = useBrowser();
const ARTICLE = "<p>“The pier is closed,” Mara Quill said on Monday.</p><p>“It will open in May,” said Otto Brask.</p>";
const entry = (more) => ({ content: { exact: "The pier is closed," }, ...more });
const report = (more) => ({ version: 1, attributions: [entry({ status: "confirmed", source: { name: "Mara Quill" } })], ...more });

/** Opens the demo page with a report in it, given as text. */
async function openWith(json) {
  const script = `<script type="application/json" data-who-said>${json.replaceAll("<", "\\u003c")}</script>`;
  const opened = await openPage(held, { prepare: withArticle(ARTICLE + script) });
  await opened.page.waitForTimeout(100);
  const shown = await opened.page.evaluate(() => document.querySelector("who-said").handle.report());
  return { ...opened, shown };
}

const stands = (shown) => assert.deepEqual(shown.attributions.map(({ content }) => content.exact), ["The pier is closed,", "It will open in May,"]);

test("a report in the page wins over what is inferred, field by field", async () => {
  const { page, shown, messages, close } = await openWith(
    JSON.stringify(report({ attributions: [entry({ status: "confirmed", outlet: { name: "Radio Ashby" } })] })),
  );
  stands(shown);
  assert.equal(shown.attributions[0].status, "confirmed");
  assert.deepEqual([shown.attributions[0].outlet.name, shown.attributions[0].outlet.basis], ["Radio Ashby", "newsroom"]);
  assert.deepEqual(await page.locator(MARK).evaluateAll((marks) => marks.map((mark) => mark.classList[0])), ["checked", "inferred"]);
  assert.deepEqual(messages, []);
  await close();
});

test("a report beside the page is fetched, and one that is not there is told of", async () => {
  const { page, messages, close } = await openPage(held, {
    prepare: async (page) => {
      await withArticle(ARTICLE)(page);
      await page.route("**/voices.json", (route) => route.fulfill({ json: report() }));
    },
  });
  const status = () => page.evaluate(() => document.querySelector("who-said").handle.report().attributions[0].status);
  assert.equal(await status(), "inferred");
  const ready = () => page.evaluate(() => (window.ready = 0)).then(() => page.waitForFunction(() => window.ready));
  await Promise.all([ready(), page.locator("who-said").evaluate((element) => setTimeout(() => element.setAttribute("src", "voices.json"), 50))]);
  assert.equal(await status(), "confirmed");
  assert.deepEqual(messages, []);
  await Promise.all([ready(), page.locator("who-said").evaluate((element) => setTimeout(() => element.setAttribute("src", "none.json"), 50))]);
  assert.equal(await status(), "inferred");
  assert.equal(messages.filter((message) => /^warning: who-said: .*none\.json/.test(message)).length, 1, messages.join("\n"));
  await close();
});

for (const [what, json, place] of [
  ["no JSON", "{version: 1", /JSON/],
  ["an unknown version", JSON.stringify({ version: 9, attributions: [] }), /version/],
  ["a report a hundred levels deep", "[".repeat(100) + "]".repeat(100), /level/],
  ["a report of five million letters", JSON.stringify(report({ generator: "x".repeat(5e6) })), /MiB/],
]) {
  test(`security 19: ${what} is refused with a clear error, and the inferred report stands`, async () => {
    const { shown, messages, close } = await openWith(json);
    stands(shown);
    assert.equal(messages.length, 1, messages.join("\n"));
    assert.match(messages[0], /^warning: who-said: /);
    assert.match(messages[0], place);
    await close();
  });
}

test("security 15, 17, 18, 20: what is hostile in a report is text, or is left out", async () => {
  const markup = "<img src=x onerror=window.pwned=1>";
  const hostile = {
    version: 1,
    ["constructor"]: { prototype: { pwned: 1 } },
    attributions: [
      entry({
        status: "confirmed",
        source: { name: `Mara ${markup} \u202eQuill` },
        outlet: { name: "</bdi><script>window.pwned=1</script>" },
        addressee: { name: markup, affiliation: markup },
        links: [{ url: "javascript:window.pwned=1", text: markup }, { url: "java\tscript:window.pwned=1" }, { url: "https://ashby.example/x", text: markup }],
      }),
    ],
  };
  const json = JSON.stringify(hostile).replace('{"version"', '{"__proto__":{"pwned":1},"version"');
  const { page, shown, close } = await openWith(json);
  stands(shown);
  await page.locator(MARK).first().click();
  await page.locator(PANEL).waitFor();
  assert.equal(await page.locator("who-said :is(img, script, iframe)").count(), 0);
  const links = await page.locator("who-said a").evaluateAll((all) => all.map(({ protocol }) => protocol));
  assert.deepEqual(links.filter((protocol) => !/^https?:$/.test(protocol)), []);
  assert.equal(await page.evaluate(() => window.pwned ?? {}.pwned), undefined);
  await close();
});

test("of several articles each takes the page's report that is of its own words", async () => {
  const said = (name, outlet) => ({ content: { exact: `I am ${name},` }, status: "confirmed", outlet: { name: outlet } });
  const script = (entry) => `<script type="application/json" data-who-said>${JSON.stringify({ version: 1, attributions: [entry] })}</script>`;
  const article = (name) => `<article id="${name}"><p>“I am ${name},” said Ida Fenn.</p></article>`;
  const articles = ["first", "second", "third"];
  const body =
    articles.map(article).join("") +
    script(said("first", "Radio Ashby")) +
    script(said("second", "Quay News")) +
    articles.map((name) => `<who-said for="#${name}"></who-said>`).join("");
  const { page, close } = await openPage(held, {
    prepare: (page) => changeDocument(page, ({ body: all }) => ({ body: all.replace(/<body>[^]*<\/body>/, () => `<body>${body}</body>`) })),
  });
  await page.waitForFunction((count) => window.ready >= count, articles.length);
  const reports = await page.evaluate(() => [...document.querySelectorAll("who-said")].map((element) => element.handle.report()));
  assert.deepEqual(reports.map(({ attributions: [{ outlet }] }) => outlet?.name), ["Radio Ashby", "Quay News", undefined]);
  assert.deepEqual(reports.map(({ orphans = [] }) => orphans.length), [0, 0, 0]);
  await close();
});

const DECOY = `<article>${"<p>“Our savers are happy,” said Nell Prince, who sells accounts at Quay Bank.</p>".repeat(6)}</article>`;
const STORY = "<p>“The pier is closed,” Mara Quill said on Monday, while workers put up a fence from the shore to the bandstand.</p><p>“It will open in May,” said Otto Brask, the harbour master, who had the last word on it at the end of a long meeting.</p>";

for (const [told, first] of [[false, "Our savers are happy,"], [true, "The pier is closed,"]]) {
  test(`what looks like the article is left alone ${told ? "where" : "only where"} JSON-LD has the article's words, and it has others`, async () => {
    const words = STORY.replace(/<[^>]+>/g, " ");
    const script = told ? `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", articleBody: words })}</script>` : "";
    const { page, close } = await openPage(held, {
      prepare: (page) =>
        changeDocument(page, ({ body }) => ({
          body: body
            .replace(/<script type="application\/ld\+json">[^]*?<\/script>/, () => script)
            .replace(/<body>[^]*<\/body>/, () => `<body>${DECOY}<main>${STORY}</main><who-said></who-said></body>`),
        })),
    });
    const shown = await page.evaluate(() => document.querySelector("who-said").handle.report());
    assert.equal(shown.attributions[0].content.exact, first);
    await close();
  });
}
