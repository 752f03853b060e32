// The overview: behind its launcher, in every order, taken along as a table; on paper; with the publisher's own words.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { findings } from "../harness/axe.mjs";
import { useBrowser } from "../harness/browser.mjs";
import { changeDocument, MARK, openPage, PANEL, settle, withArticle } from "../harness/page.mjs";

const held = useBrowser();
const OVERVIEW = "who-said .overview";
const LAUNCHER = "who-said .launcher";
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The demo's element with more in it. */
const withElement = (attributes, children = "") => (page) =>
  changeDocument(page, ({ body }) => ({
    body: body.replace(/<who-said for="article"><\/who-said>/, `<who-said for="article" ${attributes}>${children}</who-said>`),
  }));

const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element.className;
  });

for (const [name, context] of [["wide", {}], ["phone", phone]]) {
  test(`the launcher opens the overview in the top layer, and has focus again when it is closed (${name})`, async () => {
    const { page, messages, close } = await openPage(held, { context, prepare: withElement('overview="button"') });
    const overview = page.locator(OVERVIEW);
    const launcher = page.locator(LAUNCHER);
    assert.equal(await overview.count(), 0, "nothing is built before it is asked for");
    assert.deepEqual(await findings(page), [], "closed");
    await launcher.focus();
    await page.keyboard.press("Enter");
    await overview.waitFor();
    await settle(page);
    assert.ok(await overview.evaluate((overview) => overview.closest("[popover]").matches(":popover-open")));
    assert.match(await focused(page), /overview/);
    assert.equal(await launcher.getAttribute("aria-expanded"), "true");
    assert.deepEqual(await findings(page), [], "open");
    await page.keyboard.press("Escape");
    await overview.waitFor({ state: "detached" });
    assert.equal(await focused(page), "launcher");
    assert.equal(await launcher.getAttribute("aria-expanded"), "false");

    await launcher.click();
    await overview.waitFor();
    await overview.locator(".close").click();
    await overview.waitFor({ state: "detached" });
    assert.equal(await focused(page), "launcher");

    await launcher.click();
    await overview.waitFor();
    await page.mouse.click(4, 20);
    await overview.waitFor({ state: "detached" });
    assert.deepEqual(messages, []);
    await close();
  });
}

test("an entry of the launcher's overview opens its panel beside the words, and focus comes back to the launcher", async () => {
  const { page, close } = await openPage(held, { prepare: withElement('overview="button"') });
  await page.locator(LAUNCHER).click();
  await page.locator(`${OVERVIEW} .entry`).nth(3).click();
  await page.locator(PANEL).waitFor();
  assert.equal(await page.locator(OVERVIEW).count(), 0);
  await page.keyboard.press("Escape");
  await page.locator(PANEL).waitFor({ state: "hidden" });
  assert.equal(await focused(page), "launcher");
  await close();
});

test("overview=none shows neither overview nor launcher; marks open all the same", async () => {
  const { page, close } = await openPage(held, { prepare: withElement('overview="none"') });
  assert.equal(await page.locator(`${OVERVIEW}, ${LAUNCHER}`).count(), 0);
  await page.locator(MARK).first().click();
  await page.locator(PANEL).waitFor();
  await close();
});

test("every bar says its number, and the numbers add up", async () => {
  const { page, close } = await openPage(held);
  const charts = await page.locator(`${OVERVIEW} table`).evaluateAll((tables) =>
    tables.map((table) => ({
      caption: table.caption.textContent,
      rows: [...table.rows].map((row) => ({ number: parseInt(row.cells[1].textContent), drawn: +row.querySelector("rect").getAttribute("width") })),
    })),
  );
  assert.deepEqual(charts.map((chart) => chart.caption), ["Quoted words by source", "Named and unnamed", "Where they spoke"]);
  const found = await page.locator(MARK).count();
  for (const { caption, rows } of charts) {
    const most = Math.max(...rows.map((row) => row.number));
    for (const { number, drawn } of rows) assert.equal(drawn, Math.floor((number * 100) / most), caption);
    if (caption !== "Quoted words by source") assert.equal(rows.reduce((sum, row) => sum + row.number, 0), found, caption);
  }
  await close();
});

test("in every order the same attributions; by words, the most quoted source first", async () => {
  const { page, close } = await openPage(held);
  const entries = () => page.locator(`${OVERVIEW} .entry .words`).allTextContents();
  const all = (await entries()).sort();
  const first = await page.locator(`${OVERVIEW} table th`).first().textContent();
  for (const [order, group] of [["By source", null], ["By words", first], ["In order", undefined]]) {
    await page.getByRole("button", { name: order, exact: true }).click();
    await settle(page);
    assert.deepEqual((await entries()).sort(), all, order);
    const groups = page.locator(`${OVERVIEW} .group h3 span`);
    if (group) assert.equal(await groups.first().textContent(), group);
    if (group === undefined) assert.equal(await groups.count(), 0);
  }
  await close();
});

test("a long list begins with a hundred and goes on when asked; the search looks at all", async () => {
  const lines = Array.from({ length: 130 }, (_, at) => `<p>“Lamp number ${at + 1} is out,” said Ada Quill.</p>`);
  const { page, close } = await openPage(held, { prepare: withArticle(lines.join("\n")) });
  const entries = page.locator(`${OVERVIEW} .entry`);
  assert.equal(await entries.count(), 100);
  await page.locator(`${OVERVIEW} input`).fill("number 129");
  await settle(page);
  assert.equal(await entries.count(), 1);
  await page.locator(`${OVERVIEW} input`).fill("");
  await page.getByRole("button", { name: "Show all 130" }).click();
  await settle(page);
  assert.equal(await entries.count(), 130);
  await close();
});

test("the table that is given away has a line for each attribution", async () => {
  const { page, close } = await openPage(held);
  const found = await page.locator(MARK).count();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as a table" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "voices.csv");
  const table = await readFile(await download.path(), "utf8");
  assert.ok(table.startsWith("\ufeffid,form,words,source"), table.slice(0, 40));
  assert.equal(table.trim().split("\r\n").length, found + 1);
  await close();
});

test("on paper: numbers for marks, a note for each, and nothing else of the widget; then all is as it was", async () => {
  const { page, close } = await openPage(held);
  const found = await page.locator(MARK).count();
  await page.locator(MARK).first().click();
  await page.locator(PANEL).waitFor();
  const before = await page.locator("who-said").evaluate((host) => host.shadowRoot.childElementCount);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const paper = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("who-said");
    return {
      numbers: [...document.querySelectorAll("who-said-mark")].map(({ shadowRoot }) => {
        const button = shadowRoot.querySelector("button");
        return [getComputedStyle(button, "::before").content, button.dataset.number];
      }),
      notes: [...shadowRoot.querySelectorAll(".note .whose")].map((note) => note.textContent),
      labels: [...document.querySelectorAll("who-said-mark")].map(({ shadowRoot }) => shadowRoot.querySelector("button").ariaLabel.replace("Who said this? ", "")),
      shown: [...shadowRoot.querySelectorAll(".overview, .sheet, .preview, .launcher")].filter((element) => element.checkVisibility()).length,
      heading: shadowRoot.querySelector(".notes h2").textContent,
    };
  });
  assert.equal(paper.shown, 0);
  assert.equal(paper.heading, "Who said it");
  assert.equal(paper.notes.length, found);
  paper.numbers.forEach(([content, number], index) => {
    assert.ok(content.includes("attr(data-number)") || content.includes(number), content);
    assert.equal(paper.notes[number - 1], paper.labels[index], "the mark's number is its note's");
  });
  await page.screenshot({ path: new URL("../screenshots/paper.png", import.meta.url).pathname, fullPage: true });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  assert.equal(await page.locator("who-said").evaluate((host) => host.shadowRoot.childElementCount), before);
  await close();
});

test("the browser's own printing has the notes in time", async () => {
  const { page, close } = await openPage(held);
  await page.evaluate(() => addEventListener("beforeprint", () => (window.notes = document.querySelector("who-said").shadowRoot.querySelectorAll(".note").length)));
  await page.pdf();
  assert.equal(await page.evaluate(() => window.notes), await page.locator(MARK).count());
  assert.equal(await page.locator("who-said .note").count(), 0);
  await close();
});

test("the overview by itself on paper: nothing of the page around it", async () => {
  const { page, close } = await openPage(held);
  await page.evaluate(() => {
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      window.printed = {
        notes: document.querySelector("who-said").shadowRoot.querySelectorAll(".note").length,
        alone: document.querySelector("who-said").hasAttribute("data-print"),
      };
    };
  });
  await page.getByRole("button", { name: "Print" }).click();
  await page.waitForFunction(() => window.printed);
  assert.deepEqual(await page.evaluate(() => window.printed), { notes: 0, alone: true });
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(OVERVIEW).isVisible());
  assert.ok(!(await page.locator("article").first().isVisible()) && !(await page.locator(".masthead").isVisible()));
  assert.ok(!(await page.locator(`${OVERVIEW} .kinds`).isVisible()));
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.ok(!(await page.locator("who-said").evaluate((host) => host.hasAttribute("data-print"))));
  assert.ok(await page.locator("article").first().isVisible());
  await close();
});

test("the publisher's own words stand in panel and overview, and nowhere else", async () => {
  const own = ["panel-header", "panel-footer", "overview-header", "overview-footer"].map((slot) => `<p slot="${slot}">Our ${slot}, <a href="#how">how we quote</a></p>`);
  const { page, close } = await openPage(held, { prepare: withElement("", own.join("")) });
  const seen = (slot) => page.locator(`who-said > [slot="${slot}"]`).isVisible();
  assert.ok((await seen("overview-header")) && (await seen("overview-footer")) && !(await seen("panel-header")));
  await page.locator(MARK).first().click();
  await page.locator(PANEL).waitFor();
  assert.ok((await seen("panel-header")) && (await seen("panel-footer")));
  await page.locator('who-said > [slot="panel-header"] a').click();
  assert.ok(await page.locator(PANEL).isVisible(), "a press there is none beside the panel");
  assert.deepEqual(await findings(page), []);
  await close();
});
