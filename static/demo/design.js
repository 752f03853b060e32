// The design page: gives every component its style, and the page the theme and colours that are chosen.
// In the page there are only texts: a strict policy allows no style of its own.
const marked = new CSSStyleSheet();
marked.replaceSync(document.getElementById("marked-style").textContent);
document.adoptedStyleSheets = [marked];

// In a row of states a panel stands where it is, at its full height.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`${document.getElementById("style").textContent}.sheet{position:relative;inset:auto;inline-size:100%;max-block-size:none}.preview{position:relative;inset:auto}`);
for (const element of document.querySelectorAll("who-said")) element.shadowRoot.adoptedStyleSheets = [sheet];

const form = document.querySelector("form");
const asked = new URLSearchParams(location.search);
for (const select of form.elements) if (asked.has(select.name)) select.value = asked.get(select.name);
const link = document.createElement("link");
link.rel = "stylesheet";
function choose() {
  const { theme, colours } = form.elements;
  document.documentElement.style.colorScheme = colours.value;
  if (theme.value) {
    link.href = `themes/${theme.value}.css`;
    document.head.append(link);
  } else link.remove();
}
form.addEventListener("change", choose);
choose();
