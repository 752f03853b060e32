// Through the whole demo by keyboard alone, and by touch alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { MARK, openPage, PANEL, settle } from "../harness/page.mjs";

const held = useBrowser();
const OVERVIEW = "who-said .overview";

/** The focused element through shadow roots, as a reader of its name has it. */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const rect = element.getBoundingClientRect();
    return {
      class: element.className,
      name: element.getAttribute("aria-label") ?? element.textContent,
      pressed: element.getAttribute("aria-pressed"),
      seen: rect.top >= 0 && rect.bottom <= innerHeight + 1,
    };
  });

/** Presses Tab until `wanted` has focus; everything that had it on the way. */
async function tabTo(page, wanted, key = "Tab") {
  const passed = [];
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press(key);
    const at = await focused(page);
    if (wanted(at)) return { at, passed };
    passed.push(at);
  }
  assert.fail(`not reached: ${JSON.stringify(passed.map((at) => at.class))}`);
}

test("by keyboard alone: a panel from its head to its foot, each evidence, on, back, and out", async () => {
  const { page, close } = await openPage(held);
  const { at: mark } = await tabTo(page, (at) => at.name?.startsWith("Who said this?"));
  await page.keyboard.press("Enter");
  const panel = page.locator(PANEL);
  await panel.waitFor();
  const { passed } = await tabTo(page, (at) => at.class.includes("step on"));
  const classes = passed.map((at) => at.class.split(" ")[0]);
  assert.equal(classes[0], "close");
  assert.ok(classes.filter((name) => name === "evidence").length >= 2, classes.join());
  assert.equal(classes.filter((name) => name === "plain").length, 4, classes.join());
  assert.ok(passed.every((at) => at.seen), `focus is in sight: ${JSON.stringify(passed.filter((at) => !at.seen))}`);

  await tabTo(page, (at) => at.class === "evidence", "Shift+Tab");
  const lit = () => page.evaluate(() => CSS.highlights.get("who-said-evidence")?.size ?? 0);
  assert.equal(await lit(), 1, "evidence lights up under focus");
  await page.keyboard.press("Enter");
  assert.equal(await lit(), 1, "and stays lit when pressed");

  await tabTo(page, (at) => at.class.includes("step on"));
  const before = await panel.locator(".position").textContent();
  await page.keyboard.press("Enter");
  await page.waitForFunction(([panel, before]) => document.querySelector("who-said").shadowRoot.querySelector(panel).textContent !== before, [".position", before]);
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  const back = await focused(page);
  assert.notEqual(back.name, mark.name, "focus is at the mark of the panel that was open last");
  assert.ok(back.name.startsWith("Who said this?") && back.seen);
  await close();
});

test("by keyboard alone: the overview narrowed, ordered, searched, and a panel opened from it", async () => {
  const { page, close } = await openPage(held);
  const entries = page.locator(`${OVERVIEW} .entry`);
  const all = await entries.count();
  await tabTo(page, (at) => at.class === "kind");
  await page.keyboard.press("Space");
  assert.equal((await focused(page)).pressed, "true");
  assert.ok((await entries.count()) < all, "fewer");
  await page.keyboard.press("Space");
  assert.equal(await entries.count(), all);
  await tabTo(page, (at) => at.class === "order" && at.pressed === "false");
  await page.keyboard.press("Enter");
  assert.ok((await page.locator(`${OVERVIEW} .group`).count()) > 1, "grouped by source");
  await tabTo(page, (at) => at.class === "");
  await page.keyboard.type("bridge");
  await settle(page);
  const found = await entries.count();
  assert.ok(found > 0 && found < all);
  assert.match(await page.locator(`${OVERVIEW} [role=status]`).textContent(), new RegExp(`^${found} `));
  const { at: entry } = await tabTo(page, (at) => at.class === "entry");
  await page.keyboard.press("Enter");
  await page.locator(PANEL).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(PANEL).waitFor({ state: "hidden" });
  assert.equal((await focused(page)).name, entry.name, "focus comes back to the entry");
  await close();
});

test("by touch alone: marks, evidence, on, the sheet, and the overview", async () => {
  const { page, close } = await openPage(held, {
    context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  });
  const panel = page.locator(PANEL);
  await page.locator(MARK).first().tap();
  await panel.waitFor();
  await panel.locator(".evidence").first().tap();
  await panel.locator(".step.on").tap();
  assert.match(await panel.locator(".position").textContent(), /^2 /);
  await panel.locator(".close").tap();
  await panel.waitFor({ state: "hidden" });

  await page.locator(`${OVERVIEW} .kind`).first().tap();
  await page.locator(`${OVERVIEW} .entry`).first().tap();
  await panel.waitFor();
  // Outside of the sheet.
  await page.touchscreen.tap(195, 20);
  await panel.waitFor({ state: "hidden" });
  await close();
});
