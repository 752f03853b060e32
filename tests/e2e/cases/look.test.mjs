// A look at a mark before its panel is opened (WCAG 1.4.13): by pointing and by focus, never by touch.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { MARK, openPage, PANEL, settle } from "../harness/page.mjs";
import { findings } from "../harness/axe.mjs";

const held = useBrowser();
const LOOK = "who-said .preview";

test("by pointing: it comes, stays under the pointer, and goes by Escape and by leaving", async () => {
  const { page, messages, close } = await openPage(held);
  const mark = page.locator(MARK).first();
  const look = page.locator(LOOK);
  await mark.scrollIntoViewIfNeeded();
  await mark.hover();
  assert.equal(await look.count(), 0, "not at once: a pointer may only pass");
  await look.waitFor();
  const name = (await mark.getAttribute("aria-label")).replace("Who said this? ", "");
  assert.equal(await look.locator(".whose").textContent(), name);
  assert.deepEqual(await findings(page), []);
  await look.hover();
  // Longer than it stays once it is left.
  await page.waitForTimeout(700);
  assert.equal(await look.count(), 1, "it stays while it is pointed at");
  await page.keyboard.press("Escape");
  await look.waitFor({ state: "detached" });

  await page.mouse.move(2, 2);
  await mark.hover();
  await look.waitFor();
  await page.mouse.move(2, 2);
  await look.waitFor({ state: "detached" });

  await mark.hover();
  await look.waitFor();
  await mark.click();
  await page.locator(PANEL).waitFor();
  assert.equal(await look.count(), 0, "the panel takes its place");
  assert.deepEqual(messages, []);
  await close();
});

for (const [name, viewport] of [["wide", { width: 1280, height: 900 }], ["narrow", { width: 320, height: 640 }]]) {
  test(`by keyboard: it comes with focus, within the window, and not again after the panel (${name})`, async () => {
    const { page, close } = await openPage(held, { context: { viewport } });
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.localName === "who-said-mark")) break;
    }
    const look = page.locator(LOOK);
    await look.waitFor();
    const box = await look.boundingBox();
    const within = box.x >= 0 && box.x + box.width <= viewport.width && box.y >= 0 && box.y + box.height <= viewport.height;
    assert.ok(within, JSON.stringify(box));
    await page.keyboard.press("Enter");
    await page.locator(PANEL).waitFor();
    assert.equal(await look.count(), 0);
    await page.keyboard.press("Escape");
    await page.locator(PANEL).waitFor({ state: "hidden" });
    await page.waitForTimeout(700);
    assert.equal(await look.count(), 0, "whoever comes from the panel has seen more");
    await page.keyboard.press("Tab");
    await look.waitFor();
    await page.evaluate(() => document.activeElement.blur());
    await look.waitFor({ state: "detached" });
    await close();
  });
}

test("by touch there is none, neither before the panel nor after it", async () => {
  const { page, close } = await openPage(held, {
    context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  });
  await page.locator(MARK).first().tap();
  await page.locator(PANEL).waitFor();
  await page.locator(`${PANEL} .close`).tap();
  await page.locator(PANEL).waitFor({ state: "hidden" });
  await page.waitForTimeout(700);
  assert.equal(await page.locator(LOOK).count(), 0);
  await close();
});

test("a widget that is taken away takes the look with it", async () => {
  const { page, close } = await openPage(held);
  await page.locator(MARK).first().hover();
  await page.locator(LOOK).waitFor();
  await page.evaluate(() => document.querySelector("who-said").handle.destroy());
  await settle(page);
  assert.equal(await page.locator(LOOK).count(), 0);
  await close();
});
