/** Types of who-said.js. */

/** What a publisher may set; `null` sets a key back. */
export interface Config {
  /** The article: a selector, an id or the element. Without it the page's article is found. */
  for?: string | Element | null;
  /** Language of the interface as a BCP 47 tag. Without it, the article's. */
  lang?: string | null;
  /** Colours: as the page has them, or one of the two. */
  theme?: "auto" | "light" | "dark" | null;
  /** Whether the overview of all voices is shown where the widget stands; "button": behind a small button there. */
  overview?: boolean | "button" | null;
  /** A mail address to which readers report mistakes, where the page does not take care of `whosaid:report-mistake`. */
  corrections?: string | null;
  /** The newsroom's name, for "confirmed by". */
  newsroom?: string | null;
  /**
   * What the newsroom says of the quotations: a report as an object or as JSON text. Without it the one in a
   * `<script type="application/json" data-who-said>` of the page is taken. It wins over what is inferred, field by field.
   */
  report?: Partial<Report> | string | null;
}

/** A widget on the page. After `destroy()` every method does nothing. */
export interface Handle {
  /** Opens the panel of an attribution and brings its words into sight. */
  open(id: string): void;
  /** Closes the panel. */
  close(): void;
  /** Reads the article again. Changes of the article are noticed without it. */
  refresh(): void;
  /** Changes the keys that `config` has. Throws a `WhoSaidError`. */
  update(config: Config): void;
  /** The report on the article; `undefined` after `destroy()`. */
  report(): Report | undefined;
  /** The text that the report's offsets count in, in Unicode scalar values. */
  text(): string | undefined;
  /** Takes the widget away. The article's DOM is then as it was, node for node. */
  destroy(): void;
}

/** What is thrown for a mistake in a configuration. */
export interface WhoSaidError extends Error {
  name: "WhoSaidError";
  code: "config" | "target" | "article";
}

/** A report: `version`, `article`, `sources`, `attributions`. */
export interface Report {
  version: number;
  generator: string;
  language: string;
  article: { url: string | null; headline: string | null; published: string | null; publisher: string | null };
  sources: { id: string; name: string | null; kind: string; role: string | null; mentions: [number, number][] }[];
  attributions: Attribution[];
}

/** One utterance. Offsets count Unicode scalar values of `Handle.text()`. */
export interface Attribution {
  id: string;
  form: "direct" | "partial" | "indirect" | "block";
  content: { start: number; end: number; segments: [number, number][]; exact: string; prefix: string; suffix: string };
  /** `ref` is null where it is not clear whom the words mean. */
  source: { ref: string | null; start: number | null; end: number | null; text: string; basis: Basis } | null;
  status: "inferred" | "confirmed" | "corrected" | "withheld";
  missing: string[];
  [field: string]: unknown;
}

/** On what a field rests. */
export type Basis = "stated" | "inferred" | "newsroom";

/**
 * Puts a widget on the page. `target` is an element or a selector; a widget that is there already is replaced. The answer
 * is there once the article is read and marked, and `whosaid:ready` is sent after it.
 * Rejects with a `WhoSaidError` for a wrong configuration, and with another error if the files cannot be had.
 */
export function mount(target: Element | string, config?: Config): Promise<Handle>;

/** `<who-said for lang theme overview newsroom corrections src>`; `src` is the address of a report. Children with the attribute
 * `slot` ("panel-header", "panel-footer", "overview-header", "overview-footer") are shown there. */
export interface WhoSaidElement extends HTMLElement {
  /** The widget's handle, once `whosaid:ready` was sent. */
  readonly handle?: Handle;
}

declare global {
  interface HTMLElementTagNameMap {
    "who-said": WhoSaidElement;
  }
  interface HTMLElementEventMap {
    /** The article was read; again after each change of it. */
    "whosaid:ready": CustomEvent<{ attributions: number }>;
    /** A panel is about to open; `preventDefault()` keeps it shut. */
    "whosaid:open": CustomEvent<{ id: string }>;
    /** A panel was closed. */
    "whosaid:close": CustomEvent<{ id: string }>;
    /** A reader reports a mistake; `preventDefault()` says that the page takes care of it. */
    "whosaid:report-mistake": CustomEvent<{ id: string }>;
    /** Something went wrong; the article is untouched. The code "data" is for a report that cannot be used, or a part of it. */
    "whosaid:error": CustomEvent<{ code: string; message: string }>;
  }
}
