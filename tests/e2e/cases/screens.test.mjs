// Pictures for people to look at; what is asserted is that nothing runs out of the window.
import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { MARK, openPage, PANEL, settle } from "../harness/page.mjs";

const held = useBrowser();
const folder = new URL("../screenshots/", import.meta.url).pathname;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const looks = {
  desktop: { context: desktop },
  "desktop-dark": { context: { ...desktop, colorScheme: "dark" } },
  "desktop-forced-colours": { context: { ...desktop, forcedColors: "active" } },
  "desktop-right-to-left": { context: desktop, rightToLeft: true },
  "desktop-text-200": { context: desktop, textSize: "200%" },
  phone: { context: phone },
  "phone-dark": { context: { ...phone, colorScheme: "dark" } },
  "phone-320": { context: { ...phone, viewport: { width: 320, height: 640 } } },
};

for (const [name, { context, rightToLeft, textSize }] of Object.entries(looks)) {
  test(`looks: ${name}`, async () => {
    const { page, close } = await openPage(held, { context });
    if (rightToLeft) {
      await page.evaluate(() => {
        document.documentElement.dir = "rtl";
        document.querySelector("who-said").setAttribute("lang", "ar");
      });
    }
    if (textSize) await page.evaluate((size) => (document.documentElement.style.fontSize = size), textSize);
    await settle(page);
    await page.screenshot({ path: `${folder}${name}.png`, fullPage: true });
    const marks = page.locator(MARK);
    for (const index of [0, (await marks.count()) >> 1]) {
      await marks.nth(index).click();
      await page.locator(PANEL).waitFor();
      await settle(page);
      await page.screenshot({ path: `${folder}${name}-panel-${index}.png` });
      const { width, height } = page.viewportSize();
      const box = await page.locator(PANEL).boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width + 1, `panel within the width: ${JSON.stringify(box)}`);
      assert.ok(box.y >= 0 && box.y + box.height <= height + 1, `panel within the height: ${JSON.stringify(box)}`);
      await page.keyboard.press("Escape");
      await page.locator(PANEL).waitFor({ state: "hidden" });
    }
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `the page scrolls sideways by ${wider} px`);
    await close();
  });
}
