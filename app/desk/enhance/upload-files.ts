import { type FileUpload, uploadAhead } from "./upload-ahead";
import { type UploadRow, uploadRow } from "./upload-row";

/** Sends chosen files ahead of their form, one after another, and lets the form go when the last has arrived. */
export function uploadFiles(page: Document): void {
  const underWay = new Map<HTMLFormElement, Set<FileUpload>>();
  const waiting = new Map<HTMLFormElement, HTMLElement | null>();
  const cancels = new WeakMap<HTMLInputElement, () => void>();
  let turn = Promise.resolve();

  for (const input of page.querySelectorAll<HTMLInputElement>("input[type=file][data-resumable]")) {
    input.addEventListener("change", () => {
      const { form } = input;
      const files = [...(input.files ?? [])];
      // What is too large stays where it is, to be said there.
      const limit = Number(input.dataset.maxBytes) || Number.POSITIVE_INFINITY;
      if (!form || files.length === 0 || files.some(({ size }) => size > limit)) return;
      // From here on the form carries ids, not bytes.
      input.value = "";
      if (!input.multiple) {
        cancels.get(input)?.();
        rowsOf(input)?.replaceChildren();
      }
      for (const file of files) add(form, input, file);
    });
    // Files chosen before this script was there.
    if (input.files?.length) input.dispatchEvent(new Event("change"));
  }

  function add(form: HTMLFormElement, input: HTMLInputElement, file: File): void {
    const list = rowsOf(input);
    if (!list) return;
    const row: UploadRow = uploadRow(list, file.name);
    const upload = uploadAhead(file, input.dataset.resumable ?? "", (state, share) => row.show(state, share));
    const uploads = underWay.get(form) ?? new Set();
    underWay.set(form, uploads.add(upload));

    const send = () => {
      turn = turn.then(async () => {
        const outcome = await upload.run();
        if (outcome.state === "done") row.name(`${input.name}Upload`, `${outcome.id} ${file.name}`);
        if (outcome.state === "failed") putBack(input, file);
        if (outcome.state !== "signedOut") settle(form, upload);
      });
    };
    row.onRetry(send);
    const cancel = () => {
      upload.cancel();
      takeBack(input, file);
      row.remove();
      settle(form, upload);
    };
    cancels.set(input, cancel);
    row.onCancel(() => {
      cancel();
      input.focus();
    });
    send();
  }

  function settle(form: HTMLFormElement, upload: FileUpload): void {
    const uploads = underWay.get(form);
    uploads?.delete(upload);
    if (uploads?.size === 0 && waiting.has(form)) {
      const submitter = waiting.get(form) ?? null;
      waiting.delete(form);
      form.requestSubmit(submitter);
    }
  }

  page.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !underWay.get(form)?.size) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting.set(form, event.submitter);
      const status = form.querySelector<HTMLElement>("[data-last]");
      if (status) status.textContent = status.dataset.last ?? "";
    },
    { capture: true },
  );
}

const rowsOf = (input: HTMLInputElement): HTMLElement | null | undefined =>
  input.form?.querySelector(`[data-uploads="${CSS.escape(input.name)}"]`);

/** Gives a file back to its field, so that it goes with the form as it does without a script. */
function putBack(input: HTMLInputElement, file: File): void {
  const files = new DataTransfer();
  for (const one of input.files ?? []) files.items.add(one);
  files.items.add(file);
  input.files = files.files;
}

function takeBack(input: HTMLInputElement, file: File): void {
  const files = new DataTransfer();
  for (const one of input.files ?? []) if (one !== file) files.items.add(one);
  input.files = files.files;
}
