import { dropCopy, dropEverything, dropSettledCopies, findCopy, keepCopy } from "./draft-copies";
import { fieldsOf, fillFields } from "./form-fields";

const pauseMilliseconds = 1_000;
const retryMilliseconds = 10_000;
const patienceMilliseconds = 15_000;
// What a browser lets a page send on while it goes away (Fetch, "keepalive" of 64 KiB in all).
const partingBytes = 60_000;

/** Keeps long forms while they are filled in: on the portal, and in this browser as long as the portal cannot be reached. */
export function saveDrafts(page: Document): void {
  const forms = [...page.querySelectorAll<HTMLFormElement>("form[data-draft]")];
  for (const form of forms) saveAsOneTypes(form);
  // Only a page for who is signed in says that what was sent has arrived.
  const signOut = page.querySelector<HTMLFormElement>('form[action="/dang-xuat"]');
  if (signOut) dropSettledCopies();
  signOut?.addEventListener("submit", dropEverything);
}

type Words = "saved" | "offline" | "signedOut" | "tooMuch" | "restored" | "restoredStale";

function saveAsOneTypes(form: HTMLFormElement): void {
  const { draft: path = "", draftAccount: account = "" } = form.dataset;
  const page = form.ownerDocument;
  const status = form.querySelector<HTMLElement>("[data-draft-status]");
  const address = `/ban-tam?${new URLSearchParams({ cho: path })}`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsaved = false;
  let sent = false;

  const say = (words: Words, at = "") => {
    if (status) status.textContent = (status.dataset[words] ?? "").replace("{at}", at);
  };
  const keep = () => keepCopy(account, path, { fields: fieldsOf(form), at: Date.now(), sent });
  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), milliseconds);
  };

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (!unsaved || sent) return;
    unsaved = false;
    const body = bodyOf(form);
    const signal = AbortSignal.timeout(patienceMilliseconds);
    const keepalive = sizeOf(body) <= partingBytes;
    const answer = await fetch(address, { method: "POST", body, keepalive, signal }).catch(() => undefined);
    if (sent) return;
    if (answer?.ok) {
      if (!unsaved) dropCopy(account, path);
      say("saved", ((await answer.json()) as { at: string }).at);
      return;
    }
    unsaved = true;
    keep();
    if (answer?.status === 413) {
      say("tooMuch");
      return;
    }
    say(answer?.status === 401 ? "signedOut" : "offline");
    later(retryMilliseconds);
  }

  const change = () => {
    unsaved = true;
    sent = false;
  };
  const changeAndSave = () => {
    change();
    later(pauseMilliseconds);
  };
  form.addEventListener("input", changeAndSave);
  form.addEventListener("change", changeAndSave);
  form.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("[data-draft-save]")) return;
    // Sending the form would lose the files that were chosen.
    event.preventDefault();
    change();
    void save();
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    sent = true;
    keep();
  });
  page.querySelector(`form[data-draft-discard="${CSS.escape(path)}"]`)?.addEventListener("submit", () => {
    sent = true;
    dropCopy(account, path);
  });

  const leave = () => {
    if (!unsaved || sent) return;
    keep();
    void save();
  };
  page.addEventListener("visibilitychange", () => {
    if (page.visibilityState === "hidden") leave();
  });
  page.defaultView?.addEventListener("pagehide", leave);
  page.defaultView?.addEventListener("online", () => void save());

  const restored = restore(form, account, path);
  if (!restored) return;
  say(restored);
  change();
  if (restored === "restored") later(pauseMilliseconds);
}

/** Fills in what this browser kept, unless the page shows something newer; says how it did. */
function restore(form: HTMLFormElement, account: string, path: string): "restored" | "restoredStale" | undefined {
  const { draftSavedAt, draftAnswered } = form.dataset;
  const copy = findCopy(account, path);
  const isWanted = copy && !draftAnswered && copy.at > Date.parse(draftSavedAt ?? "1970-01-01");
  if (!isWanted) {
    dropCopy(account, path);
    return undefined;
  }
  keepCopy(account, path, { ...copy, sent: false });
  fillFields(form, copy.fields);
  const version = form.querySelector<HTMLInputElement>("[name=version]")?.value;
  return copy.fields.some(([name, value]) => name === "version" && value !== version) ? "restoredStale" : "restored";
}

function bodyOf(form: HTMLFormElement): FormData {
  const body = new FormData();
  for (const [name, value] of fieldsOf(form)) body.append(name, value);
  return body;
}

function sizeOf(body: FormData): number {
  let size = 0;
  for (const [name, value] of body) size += 200 + new Blob([name, value]).size;
  return size;
}
