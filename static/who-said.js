/*
 * The loader: defines <who-said>, and fetches the rest when the article comes near and the page is idle.
 * It fails open: whatever goes wrong, the article stays as it is, and one line in the console says why.
 * The build fills in the names and hashes of what is fetched.
 */
const glueUrl = new URL("__WHOSAID_GLUE__", import.meta.url).href;
const wasmUrl = new URL("__WHOSAID_WASM__", import.meta.url).href;
const glueHash = "__WHOSAID_GLUE_SRI__";
const wasmHash = "__WHOSAID_WASM_SRI__";
/** By language, its words: spelt out, so that bundlers find the files. */
const texts = __WHOSAID_TEXTS__;

let loading;
let failed;

/** Says once why there is no widget. */
function fail(element, error) {
  const message = error?.message ?? String(error);
  if (!failed) console.warn(`who-said: ${message}`);
  failed = true;
  const detail = { code: error?.code ?? "load", message };
  element?.dispatchEvent(new CustomEvent("whosaid:error", { detail, bubbles: true, composed: true }));
}

/** The module was stopped in the middle of something: nothing of it stays on the page, and nothing of the text is told. */
function stopped(event) {
  const { error } = event;
  if (!(error instanceof WebAssembly.RuntimeError && [glueUrl, wasmUrl].some((url) => error.stack?.includes(url)))) return;
  event.preventDefault();
  for (const name of [...(CSS.highlights?.keys() ?? [])]) if (name.startsWith("who-said")) CSS.highlights.delete(name);
  for (const ours of document.querySelectorAll("who-said-mark,who-said-view")) {
    const parent = ours.parentNode;
    ours.remove();
    parent.normalize();
  }
  for (const element of document.querySelectorAll("who-said")) {
    element.shadowRoot?.replaceChildren();
    if (!failed) fail(element, { code: "stopped", message: "the widget was stopped by a fault of its own" });
  }
}

/** A module cannot be imported with a hash; a preloaded one can, and is what the import then takes. */
function preload() {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    if (!link.relList?.supports?.("modulepreload")) return resolve();
    link.rel = "modulepreload";
    link.integrity = glueHash;
    link.onload = () => resolve(link.remove());
    link.onerror = () => reject(new Error(`${glueUrl} was refused`, link.remove()));
    link.href = glueUrl;
    // Not by name: an image may be called "head".
    document.documentElement.append(link);
  });
}

function load() {
  return (loading ??= (async () => {
    if (off()) throw new Error("switched off on this page");
    addEventListener("error", stopped);
    // Both are under way at once; a refused one is told of once.
    const wasm = fetch(wasmUrl, { integrity: wasmHash });
    wasm.catch(() => {});
    await preload();
    const glue = await import(/* @vite-ignore */ glueUrl);
    const response = await wasm;
    if (!response.ok) throw new Error(`${wasmUrl}: ${response.status}`);
    for (const tag in texts) glue.languages[tag]?.splice(0, 1, texts[tag]);
    await glue.default({ module_or_path: response });
    // To make the module ready is work enough for one turn.
    await new Promise((done) => setTimeout(done));
    return glue;
  })());
}

/** The switch that keeps the widget off a page: `<meta name="who-said" content="off">`. */
const off = () => document.querySelector('meta[name="who-said"][content="off"]');

/** Puts a widget on the page: see who-said.d.ts. */
export async function mount(target, config) {
  return (await load()).mount(target, config);
}

const keys = ["for", "lang", "newsroom", "theme", "corrections"];

class WhoSaid extends HTMLElement {
  static observedAttributes = [...keys, "overview", "src"];
  #watch;
  /** Stands for the time from connection to disconnection. */
  #stay;

  /** The widget's handle, once there is one. */
  handle;

  connectedCallback() {
    this.#attempt(() => this.#wait());
  }

  #wait() {
    if (this.#stay || off()) return;
    this.#stay = {};
    this.#watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#approach();
      },
      { rootMargin: "600px" },
    );
    this.#watch.observe(this.#article() ?? this);
  }

  disconnectedCallback() {
    // An element that is moved is connected again at once, and keeps its widget.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stay = undefined;
      this.#watch?.disconnect();
      this.handle?.destroy();
      this.handle = undefined;
    });
  }

  attributeChangedCallback() {
    if (this.handle) this.#attempt(async () => this.handle?.update(await this.#config()));
  }

  #article() {
    const wanted = this.getAttribute("for");
    // On a page that names no article it is the page itself.
    if (!wanted) return document.querySelector("article,main,[role=main]") ?? document.documentElement;
    try {
      return document.querySelector(wanted) ?? document.getElementById(wanted);
    } catch {
      return document.getElementById(wanted);
    }
  }

  /** Attributes, over the JSON that a script in the element may hold. */
  async #config() {
    const json = this.querySelector("script[type='application/json']:not([data-who-said])");
    let config;
    try {
      config = { ...(json && JSON.parse(json.textContent)) };
    } catch {
      throw new Error("the configuration in <who-said> is not JSON");
    }
    for (const key of keys) config[key] = this.getAttribute(key) ?? config[key] ?? null;
    const overview = this.getAttribute("overview");
    config.overview = overview === null ? (config.overview ?? null) : overview === "button" ? overview : overview !== "none";
    const src = this.getAttribute("src");
    if (src) config.report = await this.#report(src);
    return config;
  }

  /** The publisher's report; without it, or where it does not come, the article is read all the same. */
  async #report(address) {
    try {
      const response = await fetch(new URL(address, this.baseURI), { signal: AbortSignal.timeout(5000) });
      if (!response.ok) throw new Error(response.status);
      return await response.text();
    } catch (error) {
      fail(this, { code: "data", message: `${address}: ${error.message}` });
      return null;
    }
  }

  #approach() {
    this.#watch.disconnect();
    const stay = this.#stay;
    const idle = window.requestIdleCallback ?? ((run) => setTimeout(run, 100));
    const start = async () => {
      const glue = await load();
      if (this.#stay !== stay) return;
      const handle = await glue.mount(this, await this.#config());
      if (this.#stay === stay) this.handle = handle;
      else handle.destroy();
    };
    idle(() => this.#attempt(start), { timeout: 2000 });
  }

  async #attempt(act) {
    try {
      await act();
    } catch (error) {
      fail(this, error);
    }
  }
}

// Loaded twice, or beside another element of that name, the first one stays.
if (!customElements.get("who-said")) customElements.define("who-said", WhoSaid);
