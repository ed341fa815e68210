// Fills the empty fields of a mention with what its article says about itself (news/views.py reads it).
(() => {
  const { isEmpty, fill, choose, ask } = window.formFilling;

  class FetchDetails extends window.StimulusModule.Controller {
    static targets = ["status"];
    static values = { url: String, outletUrl: String };

    async fetch() {
      const input = this.element.querySelector("input");
      if (isEmpty(input)) {
        this.say(this.statusTarget.dataset.missing);
        input.focus();
        return;
      }
      this.say(this.statusTarget.dataset.looking);
      const answer = await this.ask(this.urlValue, { address: input.value, mention: this.mention });
      if (answer) this.show(answer);
    }

    show({ sentence, fields, outlet, new_outlet: proposal }) {
      if (sentence) {
        this.statusTarget.innerHTML = sentence; // escaped by the server
        return;
      }
      const { filled, nothing, newOutlet } = this.statusTarget.dataset;
      const empty = Object.entries(fields).filter(([name, value]) => value && isEmpty(this.field(name)));
      for (const [name, value] of empty) fill(this.field(name), value);
      const needsOutlet = isEmpty(this.field("outlet"));
      if (needsOutlet && outlet) choose("outlet", outlet);
      this.say(empty.length || (needsOutlet && outlet) ? filled : nothing);
      if (needsOutlet && proposal) {
        if (!empty.length) this.say("");
        this.statusTarget.append(` ${newOutlet} `, this.buttonFor(proposal));
      }
    }

    buttonFor(proposal) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "button button-small button-secondary" });
      button.textContent = this.statusTarget.dataset.add.replace("%s", proposal.name);
      button.addEventListener("click", async () => {
        const answer = await this.ask(this.outletUrlValue, proposal);
        if (!answer) return;
        if (answer.outlet) choose("outlet", answer.outlet);
        this.say(answer.sentence ?? this.statusTarget.dataset.added);
      });
      return button;
    }

    field(name) {
      return this.element.closest("form").elements[name];
    }

    // The id of the page, once it has one; it stands in the address of its form, also after a first autosave.
    get mention() {
      return window.location.pathname.match(/\/pages\/(\d+)\/edit\//)?.[1] ?? "";
    }

    say(sentence) {
      this.statusTarget.textContent = sentence;
    }

    async ask(url, data) {
      const answer = await ask(url, data);
      if (!answer) this.say(this.statusTarget.dataset.failed);
      return answer;
    }
  }

  window.wagtail.app.register("fetch-details", FetchDetails);
})();
