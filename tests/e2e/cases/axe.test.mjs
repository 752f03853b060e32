// axe finds nothing: closed, with an open panel, light and dark, wide and narrow.
import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.mjs";
import { MARK, openPage, PANEL } from "../harness/page.mjs";

const held = useBrowser();

async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`));
}

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
