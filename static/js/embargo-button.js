// Name the publish button by what it will do: a release under embargo is scheduled.
(() => {
  const field = document.querySelector("[data-schedule-label]");
  const label = document.querySelector('[name="action-publish"] [data-w-progress-target="label"]');

  if (field && label) {
    field.addEventListener("change", (event) => {
      const isEmbargoed = event.target.value === "embargoed";
      if (event.target.name === "timing") {
        label.textContent = isEmbargoed ? field.dataset.scheduleLabel : field.dataset.publishLabel;
      }
    });
  }
})();
