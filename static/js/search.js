// Makes each search field a combobox that suggests pages (ARIA Authoring Practices, "Editable Combobox With List
// Autocomplete"). Without it, or if the server does not answer, the field stays a plain form.

const WAIT = 150; // milliseconds after the last letter
const known = new Map();

async function suggestionsFor(form, words, signal) {
  const address = `${form.dataset.suggest}?${new URLSearchParams({ q: words })}`;
  if (!known.has(address)) {
    const response = await fetch(address, { signal });
    if (!response.ok) return [];
    known.set(address, (await response.json()).suggestions);
  }
  return known.get(address);
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function combobox(form) {
  const input = form.querySelector("input[type=search]");
  const { label, one, many, none } = form.dataset;
  const list = element("ul", { role: "listbox", id: `${input.id}-suggestions`, class: "suggestions", "aria-label": label, hidden: "" });
  const status = element("p", { role: "status", class: "visually-hidden" });
  input.parentElement.append(list, status);
  for (const [key, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(key, value);
  }
  let active = -1;
  let timer;
  let request;

  function choose(number) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = number;
    const option = list.children[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    choose(-1);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  function show(suggestions) {
    choose(-1);
    list.replaceChildren(
      ...suggestions.map(({ label, kind, url }, number) =>
        element("li", { role: "option", id: `${list.id}-${number}`, "aria-selected": "false", "data-url": url },
          element("span", {}, label), " ", element("small", {}, kind)),
      ),
    );
    list.hidden = !suggestions.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = [none, one][suggestions.length] ?? many.replace("{number}", suggestions.length);
  }

  async function suggest() {
    const words = input.value.trim();
    if (words.length < 2) {
      status.textContent = "";
      return close();
    }
    request?.abort();
    request = new AbortController();
    try {
      const found = await suggestionsFor(form, words, request.signal);
      if (words === input.value.trim() && document.activeElement === input) show(found);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, WAIT);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "Escape" && count) close();
    else if (event.key === "Enter" && active >= 0) location.assign(list.children[active].dataset.url);
    else if (event.key === "ArrowDown" && !count) suggest();
    else if (event.key === "ArrowDown") choose(active + 1 < count ? active + 1 : -1);
    else if (event.key === "ArrowUp" && count) choose(active < 0 ? count - 1 : active - 1);
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
}

for (const form of document.querySelectorAll("form[data-suggest]")) combobox(form);
