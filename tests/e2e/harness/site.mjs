// Serves a folder as a host of static files does, and the pages of hazards beside it.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const dist = process.env.WHOSAID_DIST ?? new URL("../../../dist", import.meta.url).pathname;
const pages = new URL("../pages", import.meta.url).pathname;
const kinds = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
/** Pages have styles of their own; the widget gets nothing that a strict publisher would not give. */
const policy =
  "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
  "connect-src 'self'; img-src 'self' data:; base-uri *";

/** Starts the server of `folder`; `address` ends with a slash. `close()` stops it. `strict: false` sends no policy. */
export async function serve(folder = dist, { strict = true } = {}) {
  const server = createServer(async (request, response) => {
    const name = normalize(new URL(request.url, "http://site.example").pathname);
    const inPages = name.startsWith("/pages/");
    const file = inPages ? join(pages, name.slice("/pages/".length)) : join(folder, name === "/" ? "index.html" : name);
    try {
      const content = await readFile(file);
      const headers = { "content-type": kinds[extname(file)] ?? "text/plain", "x-content-type-options": "nosniff" };
      if (strict && extname(file) === ".html") headers["content-security-policy"] = policy;
      response.writeHead(200, headers).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}
