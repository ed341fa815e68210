// Proposes headline and photo of a new issue, once its series is chosen (news/views.py knows them). What an editor has
// typed or chosen stays.
(() => {
  const { isEmpty, fill, choose, ask } = window.formFilling;

  class ProposeIssue extends window.StimulusModule.Controller {
    static values = { url: String, done: String };

    connect() {
      this.series = this.field("series").value;
      this.status = document.createElement("p");
      this.status.setAttribute("role", "status");
      this.element.append(this.status);
    }

    async propose() {
      const series = this.field("series").value;
      const isNew = series !== this.series;
      if (isNew) {
        this.series = series;
        this.proposal = series ? await ask(this.urlValue, { series }) : null;
      }
      if (!this.proposal || series !== this.series) return;
      const filled = [this.proposeTitle(), isNew && this.proposePhoto()];
      if (filled.some(Boolean)) this.status.textContent = this.doneValue;
    }

    proposeTitle() {
      const { title_pattern: pattern } = this.proposal;
      const label = this.field("issue_label").value.trim();
      const [title, current] = [this.field("title"), pattern.replaceAll("{issue}", label)];
      const isOurs = isEmpty(title) || title.value === this.proposed;
      if (!pattern || !isOurs || (pattern.includes("{issue}") && !label)) return false;
      this.proposed = current;
      fill(title, current);
      return true;
    }

    proposePhoto() {
      const { photo } = this.proposal;
      if (!photo || !isEmpty(this.field("lead_photo"))) return false;
      choose("lead_photo", photo);
      return true;
    }

    field(name) {
      return this.element.closest("form").elements[name];
    }
  }

  window.wagtail.app.register("propose-issue", ProposeIssue);
})();
