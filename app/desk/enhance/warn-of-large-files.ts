/** Says at the field, before anything is sent, that a chosen file is larger than the field's `data-max-bytes`. */
export function warnOfLargeFiles(page: Document): void {
  page.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
    const limit = Number(input.dataset.maxBytes);
    if (!limit) return;
    const tooLarge = [...(input.files ?? [])].some((file) => file.size > limit);
    input.setCustomValidity(tooLarge ? (input.dataset.tooLarge ?? "") : "");
    if (tooLarge) {
      input.reportValidity();
      input.value = "";
      input.setCustomValidity("");
    }
  });
}
