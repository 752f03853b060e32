// The review page: paste, analyse, correct, withhold, add, undo, save, reload, open; by mouse and by keyboard alone.
import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { url, useBrowser } from "../harness/browser.mjs";
import { MARK, openPage, settle, withArticle } from "../harness/page.mjs";

const held = useBrowser();
const folder = new URL("../screenshots/", import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const ARTICLE = `Ferry stays in port
“The engine is older than I am,” Captain Nora Fell said in an interview with Radio Skarn on Monday.
One engineer said that the spare parts were lost.
Otto Lund, the harbour master, wrote in a letter that nobody had asked him.
The board was told about the parts in March, and it filed the letter away.`;
const ADDED = "about the parts in March";

/** Opens the review page, and notes what it says and asks for. */
async function openReview(context = {}) {
  const frame = await held.browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...context });
  const page = await frame.newPage();
  const seen = { messages: [], requests: [], asked: [] };
  page.on("console", (message) => seen.messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => seen.messages.push(`uncaught: ${error}`));
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("dialog", (dialog) => {
    seen.asked.push(dialog.type());
    dialog.accept();
  });
  // File choosers are caught from now on: where a test begins to wait for one, that may be after the key that opens it.
  page.on("filechooser", () => {});
  await page.goto(new URL("review.html", url).href);
  await page.locator("#paste").waitFor();
  return { page, ...seen, close: () => frame.close() };
}

async function withPasted(text = ARTICLE, context = {}) {
  const opened = await openReview(context);
  await opened.page.locator("#paste").fill(text);
  await opened.page.getByRole("button", { name: "Find the quotations" }).click();
  await opened.page.locator("#list-title").waitFor();
  return opened;
}

async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`));
}

const items = (page) => page.locator(".side .entry");
const item = (page, words) => items(page).filter({ hasText: words });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const report = (json) => ({ name: "voices.json", mimeType: "application/json", buffer: Buffer.from(json) });
const openReport = (page, json) => page.locator(".bar input[type=file]").setInputFiles(report(json));

/** Saves, and gives what was saved. */
async function saved(page, save) {
  const [download] = await Promise.all([page.waitForEvent("download"), save()]);
  assert.match(download.suggestedFilename(), /^ferry-stays-in-port-voices\.json$|voices\.json$/);
  return readFileSync(await download.path(), "utf8");
}

/** What an editor sees of every attribution. */
const listed = (page) => items(page).evaluateAll((all) => all.map((entry) => entry.innerText.replace(/\s+/g, " ")));

/** The focused element's name, as far as these tests need it. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === document.body) return "";
    return `${element.id} ${element.innerText ?? ""} ${element.labels?.[0]?.innerText ?? ""}`.replace(/\s+/g, " ");
  });

/** Goes by Tab alone to the element whose name matches. */
async function tabTo(page, pattern, key = "Tab") {
  for (let steps = 0; steps < 160; steps++) {
    if (pattern.test(await focused(page))) return;
    await page.keyboard.press(key);
  }
  assert.fail(`Tab does not reach ${pattern}`);
}

test("review by mouse: correct, withhold, add, undo, save, reload, open: the same record", async () => {
  const { page, messages, asked, close } = await withPasted();
  const before = await listed(page);
  assert.equal(before.length, 3, before.join("\n"));
  assert.ok(before.every((words) => words.includes("Not reviewed")), before.join("\n"));

  await item(page, "The engine").click();
  await page.getByLabel("Role", { exact: true }).fill("captain of the Skarn ferry");
  await page.getByLabel("Outlet", { exact: true }).fill("Skarn Podcasts");
  await page.getByLabel("Outlet", { exact: true }).press("Enter");
  assert.match(await page.locator(".seen .panel").innerText(), /captain of the Skarn ferry[^]*Skarn Podcasts/);
  const [panel, side] = await Promise.all([".seen [role=dialog]", ".side"].map((it) => page.locator(it).boundingBox()));
  assert.ok(side.x <= panel.x && panel.x + panel.width <= side.x + side.width && panel.height > 400, "the panel stands under the form");
  await button(page, "All attributions").click();

  await item(page, "spare parts").click();
  await button(page, "Withhold").click();
  await button(page, "All attributions").click();
  assert.equal(await page.locator(".marked .mark").count(), 2, "readers have no mark there any more");

  await page.evaluate((words) => {
    const paragraph = [...document.querySelectorAll(".marked p")].find((p) => p.textContent.includes(words));
    const [text] = paragraph.childNodes;
    const start = text.data.indexOf(words);
    getSelection().setBaseAndExtent(text, start, text, start + words.length);
  }, ADDED);
  await button(page, "Add an attribution").click();
  await page.getByLabel("Name", { exact: true }).fill("Otto Lund");
  await page.getByLabel("Name", { exact: true }).press("Enter");
  await page.getByLabel("Form", { exact: true }).selectOption("Paraphrase");
  await page.getByLabel("Kind", { exact: true }).selectOption("Document");
  assert.equal(await page.getByLabel("Kind", { exact: true }).inputValue(), "document");
  await button(page, "Undo").click();
  assert.equal(await page.getByLabel("Kind", { exact: true }).inputValue(), "person_named");
  await button(page, "Redo").click();
  assert.equal(await page.getByLabel("Kind", { exact: true }).inputValue(), "document");
  await button(page, "Undo").click();
  await button(page, "All attributions").click();

  const after = await listed(page);
  assert.equal(after.length, 4, after.join("\n"));
  assert.match(after[0], /Corrected/);
  assert.match(after[1], /Withheld/);
  assert.match(after[3], new RegExp(`${ADDED}.*Otto Lund.*Corrected`));
  await page.screenshot({ path: `${folder}review-desktop.png` });

  assert.deepEqual(asked, []);
  const json = await saved(page, () => button(page, "Save the report").click());
  await page.reload();
  assert.deepEqual(asked, [], "what is saved may go");
  await page.locator("#paste").fill(ARTICLE);
  await button(page, "Find the quotations").click();
  assert.deepEqual(await listed(page), before);
  await openReport(page, json);
  await page.waitForFunction(() => document.querySelectorAll(".side .entry").length === 4);
  assert.deepEqual(await listed(page), after);
  assert.equal(await saved(page, () => button(page, "Save the report").click()), json, "what is opened is saved as the same");
  assert.deepEqual(messages, []);
  await close();
});

test("what is saved is what the widget takes as the newsroom's", async () => {
  const { page, close } = await withPasted();
  await item(page, "The engine").click();
  await page.getByLabel("Name", { exact: true }).fill("Nora Feldt");
  await page.getByLabel("Name", { exact: true }).press("Enter");
  await button(page, "Next").click();
  await button(page, "Withhold").click();
  const json = await saved(page, () => button(page, "Save the report").click());
  await close();
  const html = ARTICLE.split("\n").map((line) => `<p>${line}</p>`).join("");
  const script = `<script type="application/json" data-who-said>${json.replaceAll("<", "\\u003c")}</script>`;
  const opened = await openPage(held, { prepare: withArticle(html + script) });
  const shown = await opened.page.evaluate(() => document.querySelector("who-said").handle.report());
  assert.deepEqual(shown.attributions.map(({ status }) => status), ["corrected", "inferred"]);
  assert.ok(shown.sources.some(({ name }) => name === "Nora Feldt"));
  assert.ok(!shown.attributions.some(({ content }) => content.exact.includes("spare parts")));
  assert.equal(await opened.page.locator(MARK).count(), 2);
  assert.deepEqual(opened.messages, []);
  await opened.close();
});

test("review by keyboard alone: paste, correct, withhold, add, undo, save, open", async () => {
  const { page, close } = await openReview();
  await tabTo(page, /^paste/);
  await page.keyboard.insertText(ARTICLE);
  await tabTo(page, /Find the quotations/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "list-title");

  await tabTo(page, /The engine/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "form-title");
  await tabTo(page, /^field-name/);
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("Nora Feldt");
  await page.keyboard.press("Enter");
  assert.match(await focused(page), /^field-name/, "focus stays in the field");
  await tabTo(page, /Withhold/, "Shift+Tab");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.id.startsWith("item-"));
  assert.match(await focused(page), /The engine.*Nora Feldt.*Corrected/, "focus is back in the list");

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "form-title");
  await tabTo(page, /Withhold/);
  await page.keyboard.press("Space");
  await page.getByText("Readers do not see it.").waitFor();
  await page.keyboard.press("Escape");

  await tabTo(page, /Add an attribution/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "choose-field");
  await page.keyboard.press("Control+Home");
  const start = ARTICLE.indexOf(ADDED);
  for (let at = 0; at < start; at++) await page.keyboard.press("ArrowRight");
  for (let at = 0; at < ADDED.length; at++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "form-title");
  assert.match(await focused(page), new RegExp(ADDED));
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.id.startsWith("item-"));
  assert.equal(await items(page).count(), 4);
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelectorAll(".side .entry").length === 3);
  assert.match(await focused(page), /^list-title/, "what had the focus is gone");
  await page.keyboard.press("Control+Shift+z");
  await page.waitForFunction(() => document.querySelectorAll(".side .entry").length === 4);
  const after = await listed(page);
  const json = await saved(page, () => page.keyboard.press("Control+s"));
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelectorAll(".side .entry").length === 3);
  await tabTo(page, /Open a report/, "Shift+Tab");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  await chooser.setFiles(report(json));
  await page.waitForFunction(() => document.querySelectorAll(".side .entry").length === 4);
  assert.deepEqual(await listed(page), after);
  await close();
});

test("what is refused says why, is kept as it was typed, and harms nothing", async () => {
  const { page, close } = await withPasted();
  await item(page, "The engine").click();
  const when = page.getByLabel("When", { exact: true });
  await when.fill("last Monday");
  await when.press("Enter");
  assert.equal(await when.getAttribute("aria-invalid"), "true");
  assert.match(await page.locator("#field-date-help").innerText(), /2024-05-03/);
  await page.getByLabel("One more link", { exact: true }).fill("javascript:alert(1)");
  await page.getByLabel("One more link", { exact: true }).press("Enter");
  assert.match(await page.locator("#field-link-0-help").innerText(), /https:/);
  assert.equal(await when.inputValue(), "last Monday");
  assert.equal(await page.locator(".saving").innerText(), "All is saved");
  assert.deepEqual(await findings(page), []);
  await when.fill("2031-05-05");
  await when.press("Enter");
  assert.equal(await when.getAttribute("aria-invalid"), null);
  assert.match(await page.locator(".seen .panel").innerText(), /5 May 2031/);
  await close();
});

test("nothing is lost on reload without a warning, and nothing leaves the browser", async () => {
  const { page, asked, requests, close } = await openReview();
  await page.reload();
  assert.deepEqual(asked, [], "nothing is there yet");
  await page.locator("#paste").click();
  await page.keyboard.insertText(ARTICLE);
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"], "an article that was pasted");
  await page.locator("#paste").click();
  await page.keyboard.insertText(ARTICLE);
  await button(page, "Find the quotations").click();
  await item(page, "The engine").click();
  await page.getByLabel("Outlet", { exact: true }).pressSequentially("Sk");
  await page.reload();
  assert.deepEqual(asked, ["beforeunload", "beforeunload"], "words that are being typed");
  const own = new Set(requests.map((request) => new URL(request).pathname.replace(/whosaid-[0-9a-f]{16}/, "whosaid")));
  assert.deepEqual([...own].sort(), ["/review.html", "/review/review.css", "/review/review.js", "/review/whosaid.js", "/review/whosaid.wasm"]);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
  await close();
});

test("hostile and malformed reports: refused with place and reason, good entries kept, nothing shown as markup", async () => {
  const { page, messages, close } = await withPasted();
  const before = await listed(page);
  for (const [json, place] of [
    ["{version: 1", /line 1/],
    [JSON.stringify({ version: 9, attributions: [] }), /\$\.version/],
    ["[".repeat(200) + "]".repeat(200), /32 levels/],
    [JSON.stringify({ version: 1, generator: "x".repeat(5e6), attributions: [] }), /4 MiB/],
  ]) {
    await openReport(page, json);
    await page.locator(".problems").filter({ hasText: place }).waitFor();
    assert.deepEqual(await listed(page), before);
  }
  const markup = "<img src=x onerror=window.pwned=1>";
  const hostile = {
    version: 1,
    constructor: { prototype: { pwned: 1 } },
    attributions: [
      {
        id: markup,
        content: { exact: "The engine is older than I am," },
        status: "confirmed",
        source: { name: `Nora ${markup} \u202eFell`, role: markup },
        outlet: { name: "</bdi><script>window.pwned=1</script>" },
        links: [{ url: "javascript:window.pwned=1" }, { url: "https://radio.example/" }],
        original: { text: markup, title: markup },
      },
      { content: { exact: `${markup} gone` }, source: { name: markup } },
      { content: {}, [markup]: markup },
    ],
  };
  await openReport(page, JSON.stringify(hostile).replace('{"version"', '{"__proto__":{"pwned":1},"version"'));
  const problems = page.locator(".problems");
  await problems.filter({ hasText: "$.attributions[2].content.exact" }).waitFor();
  assert.match(await problems.innerText(), /\$\.attributions\[0\]\.links\[0\]\.url/);
  assert.deepEqual(await findings(page), []);
  await button(page, "I have read this").click();
  assert.equal(await items(page).count(), 3);
  assert.equal(await page.locator(".orphans > li").count(), 1);
  await item(page, "The engine").click();
  assert.match(await page.locator(".seen .panel").innerText(), /<img src=x/);
  assert.equal(await page.locator("#review :is(img, script, iframe)").count(), 0);
  assert.equal(await page.evaluate(() => window.pwned ?? {}.pwned), undefined);
  assert.deepEqual(messages, []);
  await close();
});

test("an article that changed: what no longer anchors is listed, and anchored anew by its words", async () => {
  const { page, close } = await withPasted();
  await item(page, "nobody").click();
  await page.getByLabel("Role", { exact: true }).fill("harbour master of Skarn");
  await page.getByLabel("Role", { exact: true }).press("Enter");
  const json = await saved(page, () => button(page, "Save the report").click());
  await close();
  const words = "of a silence that had lasted for years";
  const changed = await withPasted(ARTICLE.replace("that nobody had asked him", words));
  await openReport(changed.page, json);
  await changed.page.getByRole("heading", { name: "No longer in the article" }).waitFor();
  assert.deepEqual(await findings(changed.page), []);
  await button(changed.page, "Choose its words").click();
  const field = changed.page.locator("#choose-field");
  assert.deepEqual(await findings(changed.page), []);
  await field.evaluate((element, words) => {
    const start = element.value.indexOf(words);
    element.setSelectionRange(start, start + words.length);
  }, words);
  await field.press("Enter");
  await changed.page.locator("#form-title").waitFor();
  assert.equal(await changed.page.getByLabel("Role", { exact: true }).inputValue(), "harbour master of Skarn");
  await button(changed.page, "All attributions").click();
  assert.equal(await changed.page.locator(".orphans").count(), 0);
  await changed.close();
});

test("a file of HTML, with what its page says of itself", async () => {
  const { page, close } = await openReview();
  const given = JSON.stringify({ version: 1, attributions: [{ content: { exact: "the spare parts were lost" }, status: "withheld" }] });
  const html = `<!doctype html><html lang="en"><title>x</title><article><h1>Ferry stays in port</h1>${ARTICLE.split("\n").slice(1).map((line) => `<p>${line}</p>`).join("")}
    <p onclick="window.pwned=1">The <img src=x onerror="window.pwned=1"> end.</p></article><script>window.pwned=1</script>
    <script type="application/json" data-who-said>${given}</script></html>`;
  await page.locator("main input[type=file]").setInputFiles({ name: "story.html", mimeType: "text/html", buffer: Buffer.from(html) });
  await page.locator("#list-title").waitFor();
  assert.match((await listed(page)).join("\n"), /spare parts.*Withheld/);
  assert.equal(await page.locator(".bar h1").innerText(), "Ferry stays in port");
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  await close();
});

const ARABIC = `العبّارة تبقى في الميناء
قالت نورا فِل، قبطانة العبّارة، لإذاعة سكارن يوم الاثنين: «المحرّك أكبر مني سنًّا».
«لن نبحر قبل أيار، وقد قلنا ذلك منذ البداية»، قالت فِل.`;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

for (const [name, text, context] of [
  ["desktop-light", ARTICLE, {}],
  ["desktop-dark", ARTICLE, { colorScheme: "dark" }],
  ["desktop-right-to-left", ARABIC, {}],
  ["desktop-forced-colours", ARTICLE, { forcedColors: "active" }],
  ["phone", ARTICLE, phone],
  ["phone-dark", ARTICLE, { ...phone, colorScheme: "dark" }],
  ["phone-320", ARTICLE, { ...phone, viewport: { width: 320, height: 640 } }],
]) {
  test(`review looks: ${name}; axe finds nothing, and nothing runs out sideways`, async () => {
    const { page, close } = await openReview(context);
    const look = async (state) => {
      await settle(page);
      await page.screenshot({ path: `${folder}review-${name}-${state}.png`, fullPage: true });
      assert.deepEqual(await findings(page), [], state);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${state}: by ${wider} px`);
      const small = await page.locator("#review :is(button, select, input)").evaluateAll((all) =>
        all.map((target) => target.getBoundingClientRect()).filter(({ width, height }) => height > 0 && (width < 24 || height < 24)).length,
      );
      assert.equal(small, 0, `${state}: targets of less than 24 px`);
    };
    await look("start");
    await page.locator("#paste").fill(text);
    await button(page, "Find the quotations").click();
    await page.locator("#list-title").waitFor();
    await look("all");
    await items(page).first().click();
    await look("form");
    await button(page, "Confirm").click();
    await button(page, "All attributions").click();
    await button(page, "Add an attribution").click();
    await look("choose");
    await close();
  });
}
