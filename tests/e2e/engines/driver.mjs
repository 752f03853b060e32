// A browser of each engine behind one interface: WHOSAID_ENGINE names it, WHOSAID_BROWSER and WHOSAID_DRIVER its programs.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

export const engine = process.env.WHOSAID_ENGINE ?? "chromium";
const program = process.env.WHOSAID_DRIVER;
const QUIET = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"];
const SIZE = { width: 1100, height: 800 };

const starts = {
  chromium() {
    const options = new chrome.Options().addArguments(...QUIET, `--window-size=${SIZE.width},${SIZE.height}`);
    options.setBinaryPath(process.env.WHOSAID_BROWSER ?? "/usr/bin/chromium");
    const service = new chrome.ServiceBuilder(program ?? "/usr/bin/chromedriver");
    return new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
  },
  firefox() {
    const options = new firefox.Options().addArguments("-headless", `--width=${SIZE.width}`, `--height=${SIZE.height}`);
    options.setBinary(process.env.WHOSAID_BROWSER ?? "/usr/bin/firefox-esr");
    const service = new firefox.ServiceBuilder(program ?? "geckodriver");
    return new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
  },
  async webkit(held) {
    const port = await freePort();
    held.server = spawn(program ?? "WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], { stdio: "ignore" });
    await answers(port);
    const binary = process.env.WHOSAID_BROWSER ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
    const options = { binary, args: ["--automation"] };
    return new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options })
      .build();
  },
};

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function answers(port) {
  for (let attempts = 0; attempts < 100; attempts++) {
    const status = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (status?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("WebKitWebDriver does not answer");
}

/** Starts the browser. `close()` ends it and whatever was started for it. */
export async function start() {
  const held = {};
  const driver = await starts[engine](held);
  await driver.manage().setTimeouts({ script: 30_000, pageLoad: 30_000 });
  const close = async () => {
    await driver.quit().catch(() => {});
    held.server?.kill();
  };
  /** Calls an asynchronous function of the page's probe. */
  const probe = async (name, ...given) => {
    const { value, error } = await driver.executeAsyncScript(
      "const done = arguments[arguments.length - 1]; const [name, given] = arguments;" +
        "Promise.resolve().then(() => window.probe[name](...given))" +
        ".then((value) => done({ value }), (error) => done({ error: `${error} ${error?.stack}` }));",
      name,
      given,
    );
    if (error) throw new Error(`probe.${name}: ${error}`);
    return value;
  };
  return { driver, probe, close };
}
