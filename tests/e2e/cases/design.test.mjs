// The design page: every component in every state, in every theme; axe, the accessibility tree, pictures.
import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { url, useBrowser } from "../harness/browser.mjs";
import { settle } from "../harness/page.mjs";

const held = useBrowser();
const folder = new URL("../screenshots/", import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const themes = ["", "broadsheet", "tabloid", "science"];
/** How the tree of roles and names is written anew: WHOSAID_UPDATE=1. */
const tree = new URL("../design.aria.yml", import.meta.url);

async function open({ theme = "", width = 1280, ...context }) {
  const frame = await held.browser.newContext({ viewport: { width, height: 900 }, ...context });
  const page = await frame.newPage();
  await page.goto(new URL(`design.html?theme=${theme}`, url).href);
  if (theme) await page.waitForFunction(() => [...document.styleSheets].some((sheet) => sheet.href?.includes("/themes/")));
  await settle(page);
  return { page, close: () => frame.close() };
}

for (const theme of themes) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe: every state, theme ${theme || "none"}, ${colorScheme}`, async () => {
      const { page, close } = await open({ theme, colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`));
      assert.deepEqual(found, []);
      await close();
    });
  }
  for (const width of [320, 768, 1280]) {
    test(`design page, theme ${theme || "none"}, ${width} px: nothing runs out sideways`, async () => {
      const { page, close } = await open({ theme, width });
      await page.screenshot({ path: `${folder}design-${theme || "none"}-${width}.png`, fullPage: true });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `by ${wider} px`);
      await close();
    });
  }
}

test("design page: text spacing of WCAG 1.4.12 hides nothing", async () => {
  const { page, close } = await open({ width: 320 });
  const spread = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }";
  const cut = await page.evaluate((spread) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(spread);
    const found = [];
    for (const host of document.querySelectorAll("who-said")) {
      host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, sheet];
      for (const element of host.shadowRoot.querySelectorAll("h2, h3, p, button, dt, dd, li, .value")) {
        // An excerpt is clamped on purpose: the whole stands in the article.
        if (element.closest(".excerpt, .hidden") || !element.checkVisibility()) continue;
        if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== "visible") found.push(element.outerHTML.slice(0, 90));
      }
    }
    return found;
  }, spread);
  assert.deepEqual(cut, []);
  await close();
});

test("design page: targets are at least 24 px", async () => {
  const { page, close } = await open({ width: 320 });
  const small = await page.evaluate(() =>
    [document, ...[...document.querySelectorAll("who-said")].map((host) => host.shadowRoot)]
      .flatMap((root) => [...root.querySelectorAll("button, a, input")])
      .filter((target) => target.checkVisibility())
      .map((target) => ({ target, rect: target.getBoundingClientRect() }))
      .filter(({ rect }) => rect.width < 24 || rect.height < 24)
      .map(({ target, rect }) => `${target.className || target.localName} ${rect.width} x ${rect.height}`),
  );
  assert.deepEqual(small, []);
  await close();
});

test("the accessibility tree of every state is as reviewed", async () => {
  const { page, close } = await open({});
  let seen = "";
  for (const id of await page.locator("figure").evaluateAll((figures) => figures.map((figure) => figure.id))) {
    const snapshot = await page.locator(`#${id} who-said`).ariaSnapshot();
    seen += `${id}:\n${snapshot.replace(/^/gm, "  ")}\n`;
  }
  if (process.env.WHOSAID_UPDATE) writeFileSync(tree, seen);
  assert.equal(seen, readFileSync(tree, "utf8"), "tests/e2e/design.aria.yml");
  await close();
});
