// Every attribution opens its panel: by mouse, by touch, by keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { MARK, openPage, PANEL } from "../harness/page.mjs";

const held = useBrowser();
const expanded = (mark) => mark.getAttribute("aria-expanded");

async function openAndCloseEach(page, press) {
  const marks = page.locator(MARK);
  const count = await marks.count();
  assert.ok(count >= 8, `the demo article has many attributions, not ${count}`);
  for (let index = 0; index < count; index++) {
    const mark = marks.nth(index);
    const name = await mark.getAttribute("aria-label");
    assert.equal(await expanded(mark), "false", name);
    await press(mark);
    await page.locator(PANEL).waitFor();
    assert.equal(await expanded(mark), "true", name);
    await page.keyboard.press("Escape");
    await page.locator(PANEL).waitFor({ state: "hidden" });
    assert.equal(await expanded(mark), "false", name);
  }
}

test("every attribution opens its panel by mouse", async () => {
  const { page, close } = await openPage(held);
  await openAndCloseEach(page, (mark) => mark.click());
  await close();
});

test("every attribution opens its panel by touch", async () => {
  const { page, close } = await openPage(held, {
    context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  });
  await openAndCloseEach(page, (mark) => mark.tap());
  await close();
});

/** The focused element, through shadow roots, and whether it is a mark. */
const focused = (page) =>
  page.evaluate(() => {
    let host = null;
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      host = element;
      element = element.shadowRoot.activeElement;
    }
    return { mark: host?.localName === "who-said-mark", name: element?.getAttribute("aria-label") };
  });

test("every attribution opens its panel by keyboard alone, and focus comes back", async () => {
  const { page, close } = await openPage(held);
  const names = await page.locator(MARK).evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label")));
  const reached = [];
  for (let steps = 0; steps < 200 && reached.length < names.length; steps++) {
    await page.keyboard.press("Tab");
    const before = await focused(page);
    if (!before.mark) continue;
    reached.push(before.name);
    for (const key of ["Enter", "Space"]) {
      await page.keyboard.press(key);
      await page.locator(PANEL).waitFor();
      assert.ok(
        await page.locator(PANEL).evaluate((panel) => panel.matches(":focus, :focus-within")),
        "focus goes into the panel",
      );
      await page.keyboard.press("Escape");
      await page.locator(PANEL).waitFor({ state: "hidden" });
      assert.deepEqual(await focused(page), before, "focus comes back to the mark");
    }
  }
  assert.deepEqual(reached, names, "Tab reaches the marks in the order of the article");
  await close();
});

test("previous and next walk through all panels", async () => {
  const { page, close } = await openPage(held);
  const count = await page.locator(MARK).count();
  await page.locator(MARK).first().click();
  await page.locator(PANEL).waitFor();
  const open = () => page.locator(`${MARK}[aria-expanded=true]`);
  const visited = [];
  for (let index = 0; index < count; index++) {
    assert.equal(await open().count(), 1);
    visited.push(await open().evaluate((mark) => [...document.querySelectorAll("who-said-mark")].indexOf(mark.getRootNode().host)));
    const next = page.locator(PANEL).getByRole("button", { name: /next/i });
    if (index + 1 < count) await next.click();
  }
  assert.equal(new Set(visited).size, count, "every panel was open once");
  await close();
});
