// The example of a Yew application, built as its documentation says: an article, its overview and its panel as components.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../harness/site.mjs";
import { findings } from "../harness/axe.mjs";
import { useBrowser } from "../harness/browser.mjs";

const held = useBrowser();
const folder = process.env.WHOSAID_YEW;
let site;
before(async () => (site = folder && (await serve(folder))));
after(() => site?.close());

for (const width of [1280, 390]) {
  test(`a Yew application shows its article with marks, overview and panel (${width} px)`, { skip: !folder && "WHOSAID_YEW is not set" }, async () => {
    const frame = await held.browser.newContext({ viewport: { width, height: 800 } });
    const page = await frame.newPage();
    const messages = [];
    page.on("console", (message) => messages.push(message.text()));
    page.on("pageerror", (error) => messages.push(String(error)));
    await page.goto(site.address);
    const marks = page.locator(".marked .mark");
    await marks.first().waitFor();
    const names = await marks.evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label")));
    assert.ok(names.includes("Who said this? Jonas Reyes, to Radio Vestvik"), names.join());
    assert.equal(await page.locator(".overview .entry").count(), names.length);
    assert.deepEqual(await findings(page), [], "closed");

    await marks.nth(names.length - 1).click();
    const panel = page.locator("[role=dialog]");
    await panel.waitFor();
    assert.match(await panel.locator("h2").textContent(), /Jonas Reyes/);
    assert.equal(await page.locator(".quoted.open").count(), 1);
    const box = await panel.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= 800, JSON.stringify(box));
    await panel.locator(".evidence").first().hover();
    await page.locator(".lit").first().waitFor();
    assert.deepEqual(await findings(page), [], "with an open panel");
    await panel.locator(".step.back").click();
    await page.waitForFunction(() => !document.querySelector("[role=dialog] h2").textContent.includes("Jonas Reyes"));
    await panel.locator(".close").click();
    await panel.waitFor({ state: "detached" });
    assert.deepEqual(messages, []);
    await frame.close();
  });
}
