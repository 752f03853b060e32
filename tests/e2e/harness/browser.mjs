// One browser per test file, one context per page.
import { after, before } from "node:test";
import { chromium } from "playwright-core";

/** Address of the served demo page. */
export const url = process.env.WHOSAID_URL ?? "http://127.0.0.1:8080/";

/** Starts the browser before the tests of this file and ends it after them. */
export function useBrowser() {
  const held = {};
  before(async () => {
    held.browser = await chromium.launch({
      executablePath: process.env.WHOSAID_CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"],
    });
  });
  after(() => held.browser?.close());
  return held;
}
