// axe finds nothing: closed, with an open panel, light and dark, wide and narrow.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findings } from "../harness/axe.mjs";
import { useBrowser } from "../harness/browser.mjs";
import { MARK, openPage, PANEL } from "../harness/page.mjs";

const held = useBrowser();

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 390]) {
    test(`axe: ${colorScheme}, ${width} px`, async () => {
      const { page, close } = await openPage(held, { context: { colorScheme, viewport: { width, height: 900 } } });
      assert.deepEqual(await findings(page), [], "closed, with the overview");
      await page.locator(MARK).first().click();
      await page.locator(PANEL).waitFor();
      assert.deepEqual(await findings(page), [], "with an open panel");
      await close();
    });
  }
}
