// What a reader waits for, on a processor four times slower: a panel after its mark was pressed, in an article of 200
// attributions, and pictures while the overview of 500 is scrolled. Prints figures and asserts nothing:
// `node bench/panel.mjs` after `cargo xtask build`.
import { chromium } from "playwright-core";
import { serve } from "../harness/site.mjs";
import { press } from "./press.mjs";

const SLOWER = 4;
const site = process.env.WHOSAID_URL ? { address: process.env.WHOSAID_URL, close() {} } : await serve();
const browser = await chromium.launch({
  executablePath: process.env.WHOSAID_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});

const NAMES = ["Ada Quill", "Bo Lind", "Ines Calder", "Piet Hallam", "Ruth Okafor", "Moss Ferrier", "Idris Calloway", "Tomas Brandvold"];
const THINGS = ["pump", "wall", "gate", "bridge", "ferry", "harbour", "letter", "meeting", "budget", "lamp"];

/** An article with `count` quotations of eight people. */
const article = (count) =>
  Array.from({ length: count }, (_, at) => {
    const thing = THINGS[at % THINGS.length];
    return `<p>“The ${thing} was looked at ${at + 2} times before anybody wrote it down,” said ${NAMES[at % NAMES.length]} on Monday.</p>`;
  }).join("\n");

/** The demo page with that article in the place of its own, and its widget ready. */
async function visit(count) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.route("**/", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<!-- article -->[^]*<!-- \/article -->/, () => article(count));
    await route.fulfill({ response, body });
  });
  await page.addInitScript(() => {
    window.presses = [];
    const keep = (list) => window.presses.push(...list.getEntries().filter(({ interactionId }) => interactionId).map(({ duration }) => duration));
    new PerformanceObserver(keep).observe({ type: "event", durationThreshold: 16, buffered: true });
    addEventListener("whosaid:ready", (event) => (window.ready = event.detail.attributions), true);
  });
  await page.goto(site.address);
  await page.waitForFunction(() => window.ready, undefined, { timeout: 60_000 });
  await page.waitForTimeout(500);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return page;
}

const rounded = (number) => Math.round(number * 10) / 10;
const middle = (numbers) => rounded([...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0);

/** How long each of `times` panels takes: the script that runs for the press, and the press to its picture. */
async function panels(count, times) {
  const page = await visit(count);
  const script = await page.evaluate(async (times) => {
    const took = [];
    const marks = [...document.querySelectorAll("who-said-mark")].slice(0, times);
    for (const mark of marks) {
      const button = mark.shadowRoot.querySelector("button");
      button.scrollIntoView({ block: "center" });
      await new Promise((done) => setTimeout(done, 300));
      const begun = performance.now();
      button.click();
      // Yew renders in a microtask; what stands in the next task is what is painted.
      await Promise.resolve();
      await new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
      took.push(performance.now() - begun);
      await new Promise((done) => setTimeout(done, 300));
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      await new Promise((done) => setTimeout(done, 300));
    }
    return took;
  }, times);
  for (let index = 0; index < times; index++) {
    await press(page, page.locator("who-said-mark button").nth(index));
    await page.waitForTimeout(400);
    await page.keyboard.press("Escape");
    await page.waitForTimeout(300);
  }
  const { presses, found } = await page.evaluate(() => ({ presses: window.presses, found: window.ready }));
  console.log(
    `panel, ${found} attributions, ${SLOWER}x slower, ${times} presses: script median ${middle(script)} ms, worst ${rounded(Math.max(...script))} ms; ` +
      `press to next picture median ${middle(presses)} ms, worst ${Math.max(...presses)} ms`,
  );
  await page.close();
}

/** The longest time between two pictures while the overview is scrolled from its start to its end. */
async function scroll(count) {
  const page = await visit(count);
  const { frames, found } = await page.evaluate(async () => {
    const overview = document.querySelector("who-said");
    overview.scrollIntoView({ block: "start", behavior: "instant" });
    await new Promise((done) => setTimeout(done, 800));
    const frames = [];
    let last = performance.now();
    for (let step = 0; step < 240; step++) {
      window.scrollBy({ top: 120, behavior: "instant" });
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    return { frames, found: window.ready };
  });
  console.log(
    `overview, ${found} attributions, ${SLOWER}x slower, ${frames.length} frames of 120 px: median ${middle(frames)} ms, ` +
      `worst ${rounded(Math.max(...frames))} ms, ${frames.filter((frame) => frame > 50).length} over 50 ms`,
  );
  await page.close();
}

await panels(200, 8);
await scroll(500);
await browser.close();
await site.close();
