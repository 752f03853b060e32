// A page with the widget, and everything it said and fetched meanwhile.
import { url } from "./browser.mjs";

/** Marks in the article and the open panel, as a reader meets them. */
export const MARK = "who-said-mark button";
export const PANEL = "who-said [role=dialog]";

/**
 * Opens the demo page.
 *
 * `context`: Playwright's context options. `prepare(page)`: runs before the page is loaded. `wait: false`: does not wait for
 * the widget. `parsed: true`: waits for the document only, not for its scripts.
 */
export async function openPage(held, { context = {}, prepare, wait = true, parsed = false } = {}) {
  const frame = await held.browser.newContext({ viewport: { width: 1280, height: 900 }, ...context });
  const page = await frame.newPage();
  const seen = { messages: [], requests: [] };
  page.on("console", (message) => seen.messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => seen.messages.push(`uncaught: ${error}`));
  page.on("request", (request) => seen.requests.push(request.url()));
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({
      type: "layout-shift",
      buffered: true,
    });
    document.addEventListener("whosaid:ready", () => (window.ready = (window.ready ?? 0) + 1));
  });
  await prepare?.(page);
  await page.goto(url, { waitUntil: parsed ? "commit" : "load" });
  if (parsed) await page.waitForFunction(() => document.readyState !== "loading" && [...document.styleSheets].length > 0);
  else if (wait) await waitForMarks(page);
  return { page, ...seen, close: () => frame.close() };
}

/** Waits until the widget says it is ready and its first mark stands. */
export async function waitForMarks(page) {
  await page.waitForFunction(() => window.ready > 0);
  await page.locator(MARK).first().waitFor({ state: "attached" });
}

/** Holds back the loader until the returned function is called: the page is the publisher's alone till then. */
export async function holdLoader(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/who-said.js", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Sum of all layout shifts so far, those right after an input included. */
export async function layoutShift(page) {
  await settle(page);
  return page.evaluate(() => window.shifts.reduce((sum, shift) => sum + shift, 0));
}

/** Two frames: what was asked for is drawn. */
export const settle = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The article's text, without anything of the widget. */
export const articleText = (page) => page.locator("article").first().evaluate((article) => article.textContent);

/** Serves the document changed: its HTML, its headers. */
export async function changeDocument(page, change) {
  await page.route(
    (address) => address.pathname === "/" || address.pathname.endsWith(".html"),
    async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      const body = await response.text();
      const changed = change({ body, headers }) ?? {};
      await route.fulfill({ response, headers: changed.headers ?? headers, body: changed.body ?? body });
    },
  );
}

/** Puts `html` in the place of the demo article. */
export const withArticle = (html) => (page) =>
  changeDocument(page, ({ body }) => ({
    body: body.replace(/<!-- article -->[^]*<!-- \/article -->/, () => html),
  }));
