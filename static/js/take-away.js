// Copies a release, or one of its statements, with formatting and as plain text; shows the buttons that need a script.

// What belongs to the page and not to what is taken away.
const LEFT_OUT = ".statement-tools, .print-only, iframe, template, button";

// The HTML of an element for another document: whole addresses, and no attribute that means something only here.
function cleaned(element) {
  const copy = element.cloneNode(true);
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  for (const link of copy.querySelectorAll("a[href]")) link.setAttribute("href", link.href);
  for (const part of copy.querySelectorAll("picture")) part.replaceWith(...part.querySelectorAll("img"));
  for (const photo of copy.querySelectorAll("img")) photo.setAttribute("src", photo.src);
  for (const part of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name } of [...part.attributes]) {
      if (!["href", "src", "alt", "width", "height"].includes(name)) part.removeAttribute(name);
    }
  }
  return copy.outerHTML;
}

// Puts both forms on the clipboard and says so on the button. The plain text may be a promise.
async function copy(button, html, plain) {
  const blob = (text, type) => new Blob([text], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/html": blob(html, "text/html"),
        "text/plain": Promise.resolve(plain).then((text) => blob(text, "text/plain")),
      }),
    ]);
    button.textContent = button.dataset.done;
  } catch {
    button.textContent = button.dataset.failed;
  }
}

// The release as plain text; where there is none yet, because only reviewers see it, what the page shows.
async function textOf(sheet, address) {
  const response = await fetch(address);
  return response.ok ? response.text() : sheet.innerText;
}

// A statement as it is pasted into a story: the words in quotation marks, who says them, where they are.
function plainStatement(figure, address) {
  const paragraphs = [...figure.querySelectorAll("blockquote > *")].map((part) => part.innerText.trim());
  const words = (paragraphs.length ? paragraphs : [figure.querySelector("blockquote").innerText.trim()])
    .filter(Boolean)
    .map((text) => `“${text}`)
    .join("\n\n");
  return `${words}”\n— ${figure.querySelector("figcaption").innerText.trim()}\n${address}`;
}

function richStatement(figure, address) {
  const speaker = cleaned(figure.querySelector("figcaption")).replace(/^<figcaption>|<\/figcaption>$/g, "");
  return `${cleaned(figure.querySelector("blockquote"))}<p>— ${speaker}<br><a href="${address}">${address}</a></p>`;
}

if (navigator.clipboard?.write && window.ClipboardItem) {
  const whole = document.querySelector("[data-copy-release]");
  if (whole) {
    whole.hidden = false;
    whole.setAttribute("aria-live", "polite");
    const sheet = document.querySelector(".release-sheet");
    whole.addEventListener("click", () => copy(whole, cleaned(sheet), textOf(sheet, whole.dataset.copyRelease)));
  }
  const template = document.querySelector("#copy-statement");
  for (const tools of template ? document.querySelectorAll(".statement-tools") : []) {
    const figure = tools.closest("figure");
    const button = template.content.firstElementChild.cloneNode(true);
    const label = button.textContent;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      const address = new URL(`#${figure.id}`, document.querySelector("link[rel=canonical]")?.href ?? location.href).href;
      await copy(button, richStatement(figure, address), plainStatement(figure, address));
      setTimeout(() => (button.textContent = label), 4000);
    });
    tools.append(" ", button);
  }
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
