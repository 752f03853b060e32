// How long the widget keeps the page from answering, on a processor four times slower, and what a hundred mounts leave in
// memory. Prints figures and asserts nothing: `node bench/speed.mjs` after `cargo xtask build`.
import { chromium } from "playwright-core";
import { serve } from "../harness/site.mjs";
import { press } from "./press.mjs";

const SLOWER = 4;
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const site = await serve();
const browser = await chromium.launch({
  executablePath: process.env.WHOSAID_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--js-flags=--expose-gc", "--enable-precise-memory-info"],
});

const middle = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
const rounded = (number) => Math.round(number * 10) / 10;

/** Tasks of more than 50 ms while the page comes, with the widget or `alone`, and the time from a press to the next picture. */
async function visit(path, alone) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.addInitScript(() => {
    window.tasks = [];
    window.presses = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
      buffered: true,
    });
    new PerformanceObserver((list) =>
      window.presses.push(...list.getEntries().filter(({ interactionId }) => interactionId).map(({ duration }) => duration)),
    ).observe({ type: "event", durationThreshold: 16, buffered: true });
    addEventListener("whosaid:ready", () => (window.ready = true), true);
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  if (alone) await page.route("**/who-said.js", (route) => route.abort());
  await page.goto(site.address + path, { waitUntil: "commit" });
  if (path && !alone) await page.waitForFunction(() => window.probe).then(() => page.evaluate(async (loader) => void (await import(loader)), `${site.address}who-said.js`));
  if (alone) await page.waitForLoadState("load");
  else await page.waitForFunction(() => window.ready, undefined, { timeout: 60_000 });
  await page.waitForTimeout(alone ? 1500 : 500);
  const tasks = await page.evaluate(() => window.tasks);
  for (let index = 0; index < (alone ? 0 : 3); index++) {
    await press(page, page.locator("who-said-mark button").nth(index));
    await page.waitForTimeout(500);
    await page.keyboard.press("Escape");
    await page.waitForTimeout(300);
  }
  const presses = await page.evaluate(() => window.presses);
  await context.close();
  return {
    longest: Math.max(0, ...tasks),
    blocking: tasks.reduce((sum, task) => sum + task - 50, 0),
    press: Math.max(0, ...presses),
  };
}

for (const [name, path] of [
  ["demo article", ""],
  ["500 quotations", "pages/long.html"],
]) {
  const [rounds, bare] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(await visit(path, false));
    bare.push(await visit(path, true));
  }
  const figure = (rounds, key) => rounded(middle(rounds.map((round) => round[key])));
  console.log(
    `${name}, ${SLOWER}x slower, median of ${ROUNDS}: longest task ${figure(rounds, "longest")} ms (0: none over 50), ` +
      `blocking ${figure(rounds, "blocking")} ms, press to next picture ${figure(rounds, "press")} ms; ` +
      `the page alone: longest ${figure(bare, "longest")} ms, blocking ${figure(bare, "blocking")} ms`,
  );
}

const page = await browser.newPage();
await page.goto(site.address);
await page.waitForFunction(() => document.querySelector("who-said-mark"));
const memory = await page.evaluate(async (loader) => {
  const { mount } = await import(loader);
  document.querySelector("who-said").remove();
  const target = document.body.appendChild(document.createElement("div"));
  const kept = [];
  for (let cycle = 0; cycle <= 100; cycle++) {
    const handle = await mount(target, { for: "article" });
    handle.destroy();
    await new Promise((done) => setTimeout(done, 0));
    if (cycle % 50) continue;
    window.gc?.();
    kept.push(`${(performance.memory.usedJSHeapSize / 1e6).toFixed(2)} MB after ${cycle + 1}`);
  }
  return kept;
}, `${site.address}who-said.js`);
console.log(`memory of JavaScript: ${memory.join(", ")} mounts`);

await browser.close();
await site.close();
