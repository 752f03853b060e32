// The sheet on a phone: drawn by its grip, swiped shut, half and full height; by finger, by keyboard, with less motion.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { findings } from "../harness/axe.mjs";
import { MARK, openPage, PANEL, settle } from "../harness/page.mjs";

const held = useBrowser();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Waits until the sheet rests where it takes this part of the window. */
async function rests(page, part) {
  const taken = () =>
    page.locator(PANEL).evaluate((sheet) => (innerHeight - sheet.firstElementChild.getBoundingClientRect().top) / innerHeight);
  for (let look = 0, same = 0; look < 60 && same < 4; look++) {
    await page.waitForTimeout(80);
    same = Math.abs((await taken()) - part) < 0.03 ? same + 1 : 0;
  }
  const now = await taken();
  assert.ok(Math.abs(now - part) < 0.03, `it takes ${now} of the window, not ${part}`);
}

/** Draws a finger from the middle of `what` by so many pixels, upwards if negative, and lets go. */
async function draw(page, what, by) {
  const box = await what.boundingBox();
  const x = box.x + box.width / 2;
  const y = Math.min(box.y + box.height / 2, 800);
  const session = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", { x, y });
  for (let step = 1; step <= 12; step++) {
    await touch("touchMove", { x, y: y + (by * step) / 12 });
    await page.waitForTimeout(16);
  }
  // A finger that rests before it lets go throws nothing.
  await page.waitForTimeout(150);
  await touch("touchEnd");
}

async function opened(context = phone) {
  const visit = await openPage(held, { context });
  await visit.page.locator(MARK).nth(1).tap();
  await visit.page.locator(PANEL).waitFor();
  await settle(visit.page);
  return visit;
}

test("it opens at half height over words that stay in sight, and rests at half and at full height", async () => {
  const { page, messages, close } = await opened();
  await rests(page, 0.56);
  const mark = await page.locator(`${MARK}[aria-expanded=true]`).boundingBox();
  assert.ok(mark.y > 0 && mark.y + mark.height < 844 * 0.44, JSON.stringify(mark));
  assert.deepEqual(await findings(page), [], "half height");
  const grip = page.locator(`${PANEL} .grip`);
  await draw(page, grip, -290);
  await rests(page, 0.92);
  assert.deepEqual(await findings(page), [], "full height");
  await draw(page, grip, 260);
  await rests(page, 0.56);
  await draw(page, grip, -60);
  await rests(page, 0.56);
  assert.deepEqual(messages, []);
  await close();
});

test("a swipe down on its grip or on its words closes it", async () => {
  const { page, close } = await opened();
  for (const part of [".grip", ".form"]) {
    await draw(page, page.locator(`${PANEL} ${part}`), 400);
    await page.locator(PANEL).waitFor({ state: "hidden" });
    assert.equal(await page.locator(`${MARK}[aria-expanded=true]`).count(), 0);
    await page.locator(MARK).nth(1).tap();
    await page.locator(PANEL).waitFor();
    await settle(page);
  }
  await close();
});

test("what is not covered belongs to the page", async () => {
  const { page, close } = await opened();
  await page.locator(`${MARK}[aria-expanded=false]`).first().evaluate((mark) => mark.focus());
  await page.touchscreen.tap(200, 40);
  await page.locator(PANEL).waitFor({ state: "hidden" });
  await close();
});

for (const reducedMotion of ["no-preference", "reduce"]) {
  test(`by keyboard: the grip is a button that makes it high and low (${reducedMotion})`, async () => {
    const { page, close } = await opened({ ...phone, reducedMotion });
    const grip = page.locator(`${PANEL} .grip`);
    await page.keyboard.press("Tab");
    assert.ok(await grip.evaluate((grip) => grip.matches(":focus-visible")));
    assert.ok((await grip.getAttribute("aria-label")).length > 3);
    for (const wanted of [0.92, 0.56]) {
      await page.keyboard.press("Enter");
      await rests(page, wanted);
    }
    const smooth = await page.locator(PANEL).evaluate((sheet) => getComputedStyle(sheet).scrollBehavior);
    assert.equal(smooth, reducedMotion === "reduce" ? "auto" : "smooth");
    await page.keyboard.press("Escape");
    await page.locator(PANEL).waitFor({ state: "hidden" });
    await close();
  });
}

test("the next panel begins at its top, at the height the sheet has; its foot stays in sight", async () => {
  const { page, close } = await opened();
  await draw(page, page.locator(`${PANEL} .grip`), -290);
  await rests(page, 0.92);
  await draw(page, page.locator(`${PANEL} .form`), -300);
  const foot = await page.locator(`${PANEL} .foot`).boundingBox();
  assert.ok(foot.y + foot.height <= 845 && foot.y > 700, JSON.stringify(foot));
  await page.locator(`${PANEL} .step.on`).tap();
  await rests(page, 0.92);
  await close();
});

test("a program that looks for something in it does not shut it", async () => {
  const { page, close } = await opened();
  await rests(page, 0.56);
  for (const block of ["end", "center", "start", "nearest"]) {
    await page.locator(`${PANEL} .close`).evaluate((button, block) => button.scrollIntoView({ block }), block);
    await settle(page);
    assert.equal(await page.locator(PANEL).count(), 1, block);
  }
  await page.locator(PANEL).evaluate((sheet) => (sheet.scrollTop = 0));
  await rests(page, 0.56);
  await draw(page, page.locator(`${PANEL} .grip`), 420);
  await page.locator(PANEL).waitFor({ state: "hidden" });
  await close();
});

test("a panel that is open while the phone is turned is a sheet that is up", async () => {
  const { page, close } = await openPage(held);
  await page.locator(MARK).nth(1).click();
  await page.locator(PANEL).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await rests(page, 0.56);
  await page.setViewportSize({ width: 1280, height: 900 });
  await settle(page);
  const box = await page.locator(`${PANEL} .panel`).boundingBox();
  assert.ok(box.x > 0 && box.y >= 0 && box.width < 600 && box.y + box.height <= 900, JSON.stringify(box));
  await close();
});
