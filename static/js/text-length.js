// Shows in the admin how long a text is: advice from `data-advised` characters on, and by how much it is longer than
// `data-longest`. It never stops anybody from typing.
const sentences = JSON.parse(document.getElementById("text-length-words").textContent);
const PAUSE = 800; // milliseconds without typing until a screen reader hears the number
const counters = new WeakMap(); // field to counter

function sentenceOf(field) {
  const length = [...field.value.trim()].length; // characters as the server counts them, not UTF-16 units
  const { longest, advised } = field.dataset;
  const over = length - longest;
  const name = over === 1 ? "tooLongByOne" : over > 1 ? "tooLong" : length >= advised ? "advice" : "";
  const numbers = { length, longest, advised, over };
  return { isTooLong: over > 0, text: (sentences[name] ?? "").replace(/{(\w+)}/g, (_all, key) => numbers[key]) };
}

function counterOf(field) {
  if (!counters.has(field)) {
    const [shown, heard] = [document.createElement("div"), document.createElement("div")];
    shown.setAttribute("aria-hidden", "true");
    heard.className = "w-sr-only";
    heard.setAttribute("role", "status");
    field.parentElement.append(shown, heard);
    counters.set(field, { shown, heard });
  }
  return counters.get(field);
}

function count(field) {
  const { isTooLong, text } = sentenceOf(field);
  if (!text && !counters.has(field)) return;
  const counter = counterOf(field);
  counter.shown.textContent = text;
  counter.shown.className = isTooLong ? "text-length error-message" : "text-length help";
  clearTimeout(counter.pause);
  counter.pause = setTimeout(() => {
    counter.heard.textContent = text;
  }, PAUSE);
}

const isCounted = (element) => element.matches?.("[data-longest]:not([type=hidden])");

// On the document, because forms also come later: with a dialog, a block or a row.
for (const type of ["input", "focusin"]) {
  document.addEventListener(type, ({ target }) => isCounted(target) && count(target));
}
document.querySelectorAll("[data-advised]").forEach(count);
