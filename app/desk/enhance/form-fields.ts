type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isKept = ({ type, name }: Control): boolean =>
  name !== "" && !["password", "file", "submit", "button"].includes(type) && !name.endsWith("Upload");

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (element): element is Control =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  );

const isChoice = (control: Control): control is HTMLInputElement => ["checkbox", "radio"].includes(control.type);

/** What stands in a form's fields, without files and passwords. */
export function fieldsOf(form: HTMLFormElement): [string, string][] {
  return controlsOf(form)
    .filter((control) => isKept(control) && (!isChoice(control) || control.checked))
    .map(({ name, value }) => [name, value]);
}

/** Puts kept values back; the version of the record stays what the page says. */
export function fillFields(form: HTMLFormElement, fields: readonly [string, string][]): void {
  for (const control of controlsOf(form)) {
    if (!isKept(control) || control.name === "version") continue;
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isChoice(control)) control.checked = values.includes(control.value);
    else if (values[0] !== undefined) control.value = values[0];
  }
}
