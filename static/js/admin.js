// Does for the admin what Wagtail does by inline scripts, which the policy forbids (core/security.py).

// Starts a widget. A custom element is told that it is in the page just when an inline script would have run,
// in whatever way it got there: with the page, or later with a dialog or a new form of an inline panel.
customElements.define(
  "start-widget",
  class extends HTMLElement {
    connectedCallback() {
      const [name, ...args] = JSON.parse(this.previousElementSibling.textContent);
      this.remove(); // else it would start again when its panel is moved
      if (/^[A-Z]/.test(name)) new window[name](...args);
      else window[name](...args);
    }
  },
);

// Loads the scripts that come with a dialog. jQuery would run their text inline when the dialog is in the page,
// so the browser loads them before: the answer is held back until they have run.
const loading = new Map(); // address to promise

function load(address) {
  const wait = (resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: address, async: false, onload: resolve, onerror: reject });
    document.head.append(script);
  };
  if (!loading.has(address)) loading.set(address, new Promise(wait));
  return loading.get(address);
}

function scriptsIn(html) {
  const { scripts } = new DOMParser().parseFromString(html, "text/html");
  return [...scripts].filter((script) => script.src).map((script) => script.src);
}

document.addEventListener("DOMContentLoaded", () => {
  for (const { src } of document.scripts) loading.set(src, Promise.resolve());
});

jQuery._evalUrl = load;
jQuery.ajaxPrefilter("text", (options) => {
  const show = options.success;
  if (!show) return;
  options.success = async (answer, ...rest) => {
    await Promise.all(scriptsIn(JSON.parse(answer).html ?? "").map(load));
    show(answer, ...rest);
  };
});

// The form of a photo finds out whether there is a touch screen by inline handlers; it does not if it is told.
document.addEventListener("DOMContentLoaded", () => {
  if (jQuery.Jcrop) jQuery.Jcrop.defaults.touchSupport = "ontouchstart" in window;
});
