// Thirty pages that make life hard for a guest, one hazard each: in every engine the widget does its work on each of
// them, moves nothing, says nothing, and leaves the page as it was.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Key } from "selenium-webdriver";
import { engine, start } from "./driver.mjs";
import { serve } from "../harness/site.mjs";

const folder = new URL("../pages/", import.meta.url).pathname;
const pages = readdirSync(folder).filter((name) => name.endsWith(".html") && name.includes(process.env.WHOSAID_PAGE ?? ""));
/**
 * How far a letter may seem to move, in pixels: Firefox rounds the stretch of a justified line for each text node, and WebKit
 * the place of every letter that it is asked for.
 */
const TOLERANCE = { chromium: 0.5, firefox: 1.5, webkit: 1.5 }[engine];
/**
 * What an engine is not asked on a page. Firefox spreads the spaces of a justified line anew where a mark stands in it: letters
 * within the line shift by some two pixels, its ends and its words stay. WebKitGTK, with or without a mark, gives other places
 * for letters behind a first letter with a style of its own once their text node is split, and finds no button by its place
 * in columns, under zoom, in what is scrolled sideways, and beside a flexible box.
 */
const NOT_ASKED = {
  "firefox moved": ["columns.html"],
  "webkit moved": ["drop-cap.html"],
  "webkit pressable": ["boxes.html", "columns.html", "zoom.html", "overflow.html"],
};
const asks = (what, name) => !NOT_ASKED[`${engine} ${what}`]?.includes(name);
/** Of pages with hundreds of quotations, the keyboard visits the first ones. */
const VISITED = 12;

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

/** What the page says must be found, and whether it acts once the widget is there. */
function about(name) {
  const source = readFileSync(folder + name, "utf8");
  const [, expected] = source.match(/<script type="application\/json" id="expected">([^]*?)<\/script>/) ?? [];
  return { expected: JSON.parse(expected), acts: source.includes("window.hazard") };
}

const press = (...keys) => browser.driver.actions({ async: true }).sendKeys(...keys).perform();

/** Walks through the page with Tab; opens and closes the panel of every mark on the way. */
async function visitByKeyboard(name, count) {
  const reached = [];
  const most = Math.min(count, VISITED);
  for (let steps = 0; steps < most + 25 && reached.length < most; steps++) {
    await press(Key.TAB);
    const mark = await browser.probe("focused");
    if (!mark || reached.includes(mark.at)) continue;
    reached.push(mark.at);
    if (asks("pressable", name)) assert.ok(mark.pressable, `mark ${mark.at} is covered: a press would meet ${mark.met}`);
    await press(Key.ENTER);
    assert.ok(await browser.probe("panel", true), `Enter on mark ${mark.at} opens its panel in sight`);
    await press(Key.ESCAPE);
    assert.ok(!(await browser.probe("panel", false)), `Escape closes the panel of mark ${mark.at}`);
    assert.equal((await browser.probe("focused"))?.at, mark.at, "focus comes back to the mark");
  }
  assert.deepEqual(reached, [...Array(most).keys()], "Tab reaches every mark in the order of the page");
}

for (const name of pages) {
  test(`${engine}: ${name}`, { timeout: 120_000 }, async () => {
    const { expected, acts } = about(name);
    const address = `${site.address}pages/${name}`;
    let plain = null;
    if (acts) {
      await browser.driver.get(address);
      plain = await browser.probe("plain");
    }
    await browser.driver.get(address);
    const found = await browser.probe("arrive", `${site.address}who-said.js`, TOLERANCE);
    assert.deepEqual(found.quotations, expected, "the quotations of the article");
    assert.equal(found.marks, found.reported, "a mark for each");
    assert.ok(found.sameText, "the text of the page is the same with marks");
    if (asks("moved", name)) assert.deepEqual(found.moved, [], "no letter moved");
    await visitByKeyboard(name, found.marks);
    if (!acts) assert.deepEqual(await browser.probe("shifts"), [], "layout shift");
    const { changes, highlights, sheets, marks } = await browser.probe("leave", plain);
    assert.deepEqual({ changes, highlights, sheets, marks }, { changes: [], highlights: 0, sheets: 0, marks: 0 });
    assert.deepEqual(await browser.probe("messages"), [], "nothing is said in the console");
  });
}
