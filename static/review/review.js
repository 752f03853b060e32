/*
 * The review page: fetches its module, and says in words why where that cannot be done.
 * The build fills in the names and hashes of the files.
 */
const glueUrl = new URL("__WHOSAID_REVIEW_GLUE__", import.meta.url).href;
const wasmUrl = new URL("__WHOSAID_REVIEW_WASM__", import.meta.url).href;

/** What the editor is told where the page cannot go on. */
function tell(words) {
  const told = document.createElement("p");
  told.className = "problems";
  told.setAttribute("role", "alert");
  told.textContent = words;
  document.body.prepend(told);
}

// What was typed stays on the page, to be copied.
addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) tell("The page was stopped by a fault of its own. Copy what you need from it, and load it anew.");
});

try {
  const wasm = fetch(wasmUrl, { integrity: "__WHOSAID_REVIEW_WASM_SRI__" });
  wasm.catch(() => {});
  const glue = await import(/* @vite-ignore */ glueUrl);
  const response = await wasm;
  if (!response.ok) throw new Error(`${wasmUrl}: ${response.status}`);
  await glue.default({ module_or_path: response });
  const place = document.getElementById("review");
  place.replaceChildren();
  glue.review(place);
} catch (error) {
  document.getElementById("wait")?.remove();
  tell(`The page could not be started: ${error.message}. It has to be served by a web server, with 'wasm-unsafe-eval' in its policy.`);
}
