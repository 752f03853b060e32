/*
 * The loader: defines <who-said>, and fetches the rest when the article comes near and the page is idle.
 * It fails open: whatever goes wrong, the article stays as it is, and one line in the console says why.
 * The build fills in the names and hashes of the two files.
 */
const glueUrl = new URL("__WHOSAID_GLUE__", import.meta.url).href;
const wasmUrl = new URL("__WHOSAID_WASM__", import.meta.url).href;
const glueHash = "__WHOSAID_GLUE_SRI__";
const wasmHash = "__WHOSAID_WASM_SRI__";

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
    document.head.append(link);
  });
}

function load() {
  return (loading ??= (async () => {
    // Both are under way at once; a refused one is told of once.
    const wasm = fetch(wasmUrl, { integrity: wasmHash });
    wasm.catch(() => {});
    await preload();
    const glue = await import(glueUrl);
    const response = await wasm;
    if (!response.ok) throw new Error(`${wasmUrl}: ${response.status}`);
    await glue.default({ module_or_path: response });
    return glue;
  })());
}

/** Puts a widget on the page: see who-said.d.ts. */
export async function mount(target, config) {
  return (await load()).mount(target, config);
}

const keys = ["for", "lang", "newsroom", "theme"];

class WhoSaid extends HTMLElement {
  static observedAttributes = [...keys, "overview"];
  #watch;
  #started;

  /** The widget's handle, once there is one. */
  handle;

  connectedCallback() {
    if (this.#started) return;
    this.#started = true;
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
      this.#started = false;
      this.#watch?.disconnect();
      this.handle?.destroy();
      this.handle = undefined;
    });
  }

  attributeChangedCallback() {
    if (this.handle) this.#attempt(() => this.handle.update(this.#config()));
  }

  #article() {
    const wanted = this.getAttribute("for") || "article";
    try {
      return document.querySelector(wanted) ?? document.getElementById(wanted);
    } catch {
      return document.getElementById(wanted);
    }
  }

  #config() {
    const config = { overview: this.getAttribute("overview") !== "none" };
    for (const key of keys) config[key] = this.getAttribute(key);
    return config;
  }

  #approach() {
    this.#watch.disconnect();
    const idle = window.requestIdleCallback ?? ((run) => setTimeout(run, 100));
    idle(
      () =>
        this.#attempt(async () => {
          const glue = await load();
          if (this.#started && !this.handle) this.handle = glue.mount(this, this.#config());
        }),
      { timeout: 2000 },
    );
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
