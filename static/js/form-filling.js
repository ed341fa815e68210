// What scripts that fill in empty fields of a form in the admin have in common.
(() => {
  const isEmpty = (field) => field && !field.value.trim();

  // As if it had been typed: the address of a new page follows its title.
  function fill(field, value) {
    const tell = (type) => field.dispatchEvent(new Event(type, { bubbles: true }));
    tell("focus");
    field.value = value;
    for (const type of ["input", "change", "blur"]) tell(type);
  }

  // Wagtail's chooser keeps its object on the element.
  function choose(name, chosen) {
    document.getElementById(`id_${name}-chooser`).widget.setState(chosen);
  }

  // What a view of ours answers to posted data, or null if it does not answer.
  async function ask(url, data) {
    const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { [CSRF_HEADER_NAME]: CSRF_TOKEN },
        body: new URLSearchParams(data),
      });
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }

  window.formFilling = { isEmpty, fill, choose, ask };
})();
