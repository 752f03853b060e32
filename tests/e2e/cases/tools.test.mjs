// What readers take along: a link that finds the words, citations, and a report of a mistake that reaches somebody.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { changeDocument, MARK, openPage, PANEL } from "../harness/page.mjs";

const held = useBrowser();

/** Opens the panel of the mark with this number and presses a tool of it; what was said then. */
async function press(page, index, name) {
  await page.locator(MARK).nth(index).click();
  await page.locator(PANEL).waitFor();
  await page.locator(PANEL).getByRole("button", { name, exact: true }).click();
  await page.waitForFunction(() => document.querySelector("who-said").shadowRoot.querySelector(".notice")?.textContent);
  const said = await page.locator(`${PANEL} .notice`).textContent();
  await page.keyboard.press("Escape");
  return said;
}

const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };

test("the link of every attribution leads to its words", async () => {
  const { page, close } = await openPage(held, { context: clipboard });
  const report = await page.evaluate(() => document.querySelector("who-said").handle.report().attributions);
  const links = [];
  for (let index = 0; index < report.length; index++) {
    assert.equal(await press(page, index, "Copy link"), "Link copied.");
    links.push(await copied(page));
  }
  for (const [index, link] of links.entries()) {
    const { exact } = report[index].content;
    // A fresh page, as whoever is sent the link has it.
    const other = await page.context().newPage();
    await other.goto(link);
    await other.waitForTimeout(250);
    const wanted = exact.split(/\s+/).slice(0, 4).join(" ");
    const top = await other.evaluate((words) => {
      const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.replace(/\s/g, " ").indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        const { top, bottom } = range.getBoundingClientRect();
        return [top, bottom, scrollY];
      }
      return null;
    }, wanted);
    if (top) assert.ok(top[0] >= 0 && top[1] <= 900, `${link}: ${top}`);
    await other.close();
  }
  await close();
});

test("citations: plain, and as HTML that holds no more than it says", async () => {
  const { page, close } = await openPage(held, { context: clipboard });
  assert.equal(await press(page, 0, "Copy citation"), "Citation copied.");
  const plain = await copied(page);
  assert.ok(plain.startsWith("“") && plain.includes(" — ") && plain.includes("The Lindmoor Courier"), plain);
  assert.equal(await press(page, 0, "Copy as HTML"), "Citation copied.");
  const markup = await copied(page);
  assert.match(markup, /^<figure><blockquote><p>“[^<]+”<\/p><\/blockquote><figcaption>— [^<]+<\/figcaption><\/figure>$/);
  await close();
});

const corrections = (address) => (page) =>
  changeDocument(page, ({ body }) => ({ body: body.replace('<who-said ', `<who-said corrections="${address}" `) }));

/** Keeps the address that a press on a link of no document goes to. */
const keepLinks = (page) =>
  page.evaluate(() => {
    HTMLAnchorElement.prototype.click = function () {
      window.followed = this.href;
    };
  });

test("a mistake is told to the page; to nobody where nobody listens", async () => {
  const { page, close } = await openPage(held);
  assert.match(await press(page, 1, "Report a mistake"), /takes no reports/);
  await page.evaluate(() =>
    document.addEventListener("whosaid:report-mistake", (event) => {
      window.told = event.detail.id;
      event.preventDefault();
    }),
  );
  assert.match(await press(page, 1, "Report a mistake"), /has been told/);
  assert.ok(await page.evaluate(() => window.told));
  await close();
});

test("a mail of it goes to the publisher's address and to no other, whatever the article says", async () => {
  const prepare = async (page) => {
    await corrections("desk+news@courier.example")(page);
    await changeDocument(page, ({ body }) => ({
      body: body
        .replace('<who-said ', '<who-said corrections="desk+news@courier.example" ')
        .replace(/<!-- article -->[^]*<!-- \/article -->/, "<h1>A&amp;cc=x@evil.example?bcc=y@evil.example</h1><p>“Ring me &amp;bcc=z@evil.example&#13;&#10;To: w@evil.example #now,” said Ada Quill.</p>"),
    }));
  };
  const { page, close } = await openPage(held, { prepare });
  await keepLinks(page);
  assert.match(await press(page, 0, "Report a mistake"), /not sent yet/);
  const mail = new URL(await page.evaluate(() => window.followed));
  assert.equal(mail.protocol, "mailto:");
  assert.equal(mail.pathname, "desk+news@courier.example");
  assert.deepEqual([...mail.searchParams.keys()], ["subject", "body"]);
  assert.equal(mail.hash, "");
  assert.match(mail.searchParams.get("body"), /Ring me[^]*Ada Quill[^]*#:~:text=/);
  await close();
});

test("an address that is none is refused with its place", async () => {
  const { page, messages, close } = await openPage(held, { prepare: corrections("desk@courier.example?bcc=x@evil.example"), wait: false });
  await page.waitForEvent("console", { predicate: () => true, timeout: 10_000 }).catch(() => {});
  assert.ok(messages.some((message) => message.includes("config.corrections")), messages.join());
  await close();
});
