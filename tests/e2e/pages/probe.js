// Runs first on every page of hazards: what is said, what moves, and what the article was before the widget came.
"use strict";
(() => {
  const messages = [];
  for (const kind of ["error", "warn", "info", "log", "debug"]) {
    const own = console[kind];
    console[kind] = (...what) => {
      messages.push(`${kind}: ${what.join(" ")}`);
      own.apply(console, what);
    };
  }
  addEventListener("error", (event) => messages.push(`uncaught: ${event.message}`));
  addEventListener("unhandledrejection", (event) => messages.push(`rejected: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) => messages.push(`policy: ${event.violatedDirective}`));

  const shifts = [];
  if (window.PerformanceObserver?.supportedEntryTypes?.includes("layout-shift")) {
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries())
        shifts.push(`${value}: ${sources.map(({ node }) => node && describe(node))}`);
    }).observe({ type: "layout-shift", buffered: true });
  }
  let ready = 0;
  addEventListener("whosaid:ready", () => (ready += 1), true);

  // Whether the page scrolls is not what is measured.
  document.documentElement.style.overflowY = "scroll";

  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const ours = (node) => node.localName?.startsWith("who-said");

  /** Every node below `root` in order, shadow roots of the page included, ours left out. */
  function nodes(root, found = []) {
    for (const child of root.childNodes) {
      if (ours(child)) continue;
      found.push(child);
      if (child.shadowRoot) nodes(child.shadowRoot, found);
      nodes(child, found);
    }
    return found;
  }

  const describe = (node) =>
    node.nodeType === Node.ELEMENT_NODE
      ? `<${node.localName}${[...node.attributes].map(({ name, value }) => ` ${name}=${value}`).join("")}>`
      : `${node.nodeName} ${JSON.stringify(node.data)}`;

  const place = () => document.querySelector("[data-place]") ?? document.body;
  const snapshot = () => nodes(place()).map((node) => ({ node, said: describe(node) }));

  /** Where the letters of the page stand; on long pages some of them. */
  function letters() {
    const found = [];
    const range = document.createRange();
    const texts = nodes(place()).filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const step = Math.ceil(texts.reduce((sum, text) => sum + text.data.length, 0) / 2000);
    let count = 0;
    for (const text of texts) {
      for (const { index, 0: letter } of text.data.matchAll(/\S/gu)) {
        if (count++ % step) continue;
        range.setStart(text, index);
        range.setEnd(text, index + letter.length);
        const { x, y } = range.getBoundingClientRect();
        found.push({ letter, x: x + scrollX, y: y + scrollY, around: text.data.slice(Math.max(0, index - 8), index + 8) });
      }
    }
    return found;
  }

  function deep(root, selector, found = []) {
    for (const element of root.querySelectorAll("*")) {
      if (element.matches(selector)) found.push(element);
      if (element.shadowRoot && !ours(element)) deep(element.shadowRoot, selector, found);
    }
    return found;
  }
  const widgets = () => deep(document, "who-said");
  const marks = () => deep(document, "who-said-mark");
  const reports = () => widgets().flatMap((widget) => widget.handle?.report()?.attributions ?? []);
  const open = () => widgets().map((widget) => widget.shadowRoot?.querySelector("[role=dialog]")).find(Boolean);

  async function until(condition, limit = 10_000) {
    const end = Date.now() + limit;
    while (!condition() && Date.now() < end) await pause(20);
    return condition();
  }

  /** What the page does by itself once the widget is there, if it does anything. */
  async function act() {
    if (!window.hazard) return;
    await window.hazard({ pause, frames });
    await pause(500);
    await frames();
  }

  window.probe = {
    messages: () => messages,
    shifts: () => shifts,
    marks: () => marks().length,
    plain: async () => {
      await act();
      return snapshot().map(({ said }) => said);
    },
    /** Lets the widget come, and says what it did to the page. */
    arrive: async (loader, tolerance) => {
      await document.fonts?.ready;
      await frames();
      const before = { nodes: snapshot(), letters: letters(), text: place().textContent };
      window.probe.original = before.nodes;
      await import(loader);
      await until(() => widgets().length > 0 && widgets().every((widget) => widget.handle?.report()));
      await until(() => ready >= widgets().length);
      await frames();
      const after = letters();
      const moved = after
        .map(({ x, y, around }, at) => ({ around, x: x - before.letters[at]?.x, y: y - before.letters[at]?.y }))
        .filter(({ x, y }) => !(Math.abs(x) <= tolerance && Math.abs(y) <= tolerance));
      const sameText = place().textContent === before.text;
      await act();
      const quotations = reports().filter((entry) => entry.form !== "indirect" && !entry.nested_in).map((entry) => entry.content.exact);
      return { quotations, marks: marks().length, reported: reports().length, moved: moved.slice(0, 4), sameText };
    },
    /** Which mark has focus, by number; what of it a press would meet. */
    focused: async () => {
      // What focus scrolled into sight is drawn first.
      await frames();
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement && !ours(active)) active = active.shadowRoot.activeElement;
      const at = marks().indexOf(active);
      if (at < 0) return null;
      const box = active.shadowRoot.querySelector("button").getBoundingClientRect();
      const root = active.getRootNode();
      const met = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return { at, pressable: met === active, met: met?.outerHTML.slice(0, 60) };
    },
    panel: async (wanted) => {
      const box = () => open()?.getBoundingClientRect();
      await until(() => (wanted ? (box()?.width ?? 0) > 100 : !open()), 3000);
      return Boolean(open()) && box().width > 100 && box().bottom > 0 && box().top < innerHeight;
    },
    /** Takes the widget away, and says what of the page is not as it was. */
    leave: async (expected) => {
      for (const widget of widgets()) widget.remove();
      await until(() => marks().length === 0, 3000);
      await frames();
      const now = snapshot();
      const before = expected?.map((said) => ({ said })) ?? window.probe.original.filter(({ node }) => !ours(node));
      const changes = [];
      for (let at = 0; at < Math.max(now.length, before.length) && changes.length < 4; at++) {
        const [is, was] = [now[at], before[at]];
        if (is?.said !== was?.said || (was.node && is.node !== was.node)) changes.push(`${was?.said} is now ${is?.said}`);
      }
      return { changes, highlights: CSS.highlights?.size ?? 0, sheets: document.adoptedStyleSheets.length, marks: marks().length };
    },
  };
})();
