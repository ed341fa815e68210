// Applies the rules of images/alt_text.py to alt texts: in the field while somebody types, and on pages for the
// checks of Wagtail's user bar. A script rather than a module: the photo form also comes later, with a dialog.
(() => {
  const plain = (text) => text.toLowerCase().replace(/[\s\p{P}]+/gu, " ").trim();

  // The rule is that of the server; `texts` holds the title and the caption that stand beside the alt text.
  function breaks(rule, alt, texts) {
    alt = alt.trim();
    if (!alt) return false;
    if (rule.pattern) return new RegExp(rule.pattern, "i").test(alt);
    if (rule.longest) return [...alt].length > rule.longest;
    return plain(alt) === plain(texts[rule.repeats] ?? "");
  }

  const { app, userbar } = window.wagtail ?? {};

  // On a page: its headline is the title; a photo of the page has its caption in the same figure.
  if (userbar) {
    const textsBeside = (image) => ({
      title: document.querySelector("h1")?.textContent,
      caption: image.closest("figure").querySelector("figcaption > div")?.textContent,
    });
    const checks = {
      "check-alt-text-": (image, rule) => !breaks(rule, image.alt, textsBeside(image)),
      "check-photo-": (figure, need) => figure.querySelector(need.selector) !== null,
    };
    const settings = userbar.shadowRoot?.getElementById("checker-axe-configuration");
    for (const { id } of JSON.parse(settings?.textContent ?? "{}").spec?.checks ?? []) {
      const kind = Object.keys(checks).find((start) => id.startsWith(start));
      if (kind) userbar.registerCheck(id, checks[kind]);
    }
  }

  function helpBlock(sentence) {
    const block = document.createElement("div");
    block.className = "help-block help-info";
    block.innerHTML = '<svg class="icon icon-help icon" aria-hidden="true"><use href="#icon-help"></use></svg>';
    block.append(sentence);
    return block;
  }

  // In a form: title and caption are fields of the same form, in a bulk upload with the same prefix.
  if (app) {
    class AltText extends window.StimulusModule.Controller {
      static values = { rules: Array };

      connect() {
        this.form = this.element.form;
        this.advice = document.createElement("div");
        this.advice.setAttribute("role", "status");
        this.element.after(this.advice);
        for (const type of ["input", "focusout"]) this.form.addEventListener(type, this.advise);
        this.advise();
      }

      disconnect() {
        for (const type of ["input", "focusout"]) this.form.removeEventListener(type, this.advise);
        this.advice.remove();
      }

      advise = () => {
        const texts = { title: this.field("title")?.value, caption: this.caption };
        const broken = this.rulesValue.filter((rule) => breaks(rule, this.element.value, texts));
        const sentences = broken.map((rule) => rule.sentence);
        if (sentences.join("") === this.advice.textContent) return; // a screen reader says it once
        this.advice.replaceChildren(...sentences.map(helpBlock));
      };

      field(name) {
        return this.form.elements[this.element.name.replace(/description$/, name)];
      }

      // The words in the rich text editor, which keeps them as JSON.
      get caption() {
        try {
          const { blocks } = JSON.parse(this.field("caption").value);
          return blocks.map((block) => block.text).join(" ");
        } catch {
          return "";
        }
      }
    }
    app.register("alt-text", AltText);
  }
})();
