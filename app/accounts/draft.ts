const id = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const owned = `/quan-ly/${id}`;

/** The forms long enough to be kept while they are filled in, by the path of their page. */
const draftableForms = {
  registerEnterprise: "/quan-ly/co-so-moi",
  editEnterprise: `${owned}/thong-tin`,
  declareSize: `${owned}/quy-mo`,
  addProduct: `${owned}/san-pham/moi`,
  editProduct: `${owned}/san-pham/${id}/sua`,
  addCertificate: `${owned}/chung-nhan/moi`,
  editCertificate: `${owned}/chung-nhan/${id}/sua`,
  proposeCertificateChange: `${owned}/chung-nhan/${id}/de-xuat`,
  renewCertificate: `${owned}/chung-nhan/${id}/gia-han`,
  decideCertificate: `/tham-dinh/chung-nhan/${id}`,
  proposeRevocation: `/tham-dinh/chung-nhan/${id}/thu-hoi`,
  decideRevocation: `/tham-dinh/de-nghi-thu-hoi/${id}`,
  confirmListing: `/tham-dinh/tin-dang/${id}`,
  decideChange: `/tham-dinh/de-xuat/${id}`,
  decideChecklistAnswer: `/tham-dinh/danh-muc/${id}`,
  recordAssessment: `/tham-dinh/danh-gia/${id}`,
  startAssisted: "/ho-tro/moi",
  editAssisted: `/ho-tro/${id}/co-so`,
  addAssistedProduct: `/ho-tro/${id}/san-pham`,
} as const;

export type DraftableForm = keyof typeof draftableForms;

const patterns = Object.entries(draftableForms).map(
  ([form, path]) => [form as DraftableForm, new RegExp(`^${path}$`, "i")] as const,
);

/** Which form a page's path belongs to; undefined where no draft is kept. */
export const draftableForm = (path: string): DraftableForm | undefined =>
  patterns.find(([, pattern]) => pattern.test(path))?.[0];

export const draftLimits = {
  days: 30,
  /** Of one account; beyond it the oldest gives way. */
  count: 50,
  /** Of all names and values together, as UTF-8. */
  bytes: 100_000,
  values: 1_000,
} as const;

export type DraftFields = Record<string, string[]>;

// Passwords and codes that were sent to somebody; files that were sent ahead are named by `…Upload`.
const notKept = /^(?:password|secret|token|otp|pin)|^(?:confirmation|oneTime|setUp|phone|sms)Code$|Upload$/i;

/** What may be kept of the fields of a form; undefined when it is too much to keep. */
export function draftFields(typed: Readonly<DraftFields>): DraftFields | undefined {
  const kept = Object.entries(typed).filter(([name]) => !notKept.test(name));
  const texts = kept.flatMap(([name, values]) => [name, ...values]);
  const bytes = texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0);
  return texts.length > draftLimits.values || bytes > draftLimits.bytes ? undefined : Object.fromEntries(kept);
}

/** Whether a draft was made from a version of the record that is no longer the current one. */
export const isStaleDraft = (fields: Readonly<DraftFields>, currentVersion: number | undefined): boolean =>
  currentVersion !== undefined && fields.version !== undefined && fields.version[0] !== String(currentVersion);

/** What a page's kept form can be asked besides to be sent. */
export const draftSteps = ["luu-tam", "bo-ban-tam"] as const;
export type DraftStep = (typeof draftSteps)[number];

/** The address that keeps or forgets what was typed and comes back to the page with all else of its address. */
export function draftAction(search: string, step: DraftStep): string {
  const address = new URLSearchParams(search);
  address.set(step, "1");
  return `?${address}`;
}

/** Where one comes back to: the address without the steps. */
export function afterDraftStep({ pathname, search }: { pathname: string; search: string }): string {
  const address = new URLSearchParams(search);
  for (const step of draftSteps) address.delete(step);
  return address.size > 0 ? `${pathname}?${address}` : pathname;
}

const longestName = 80;

/** What tells one draft from another of the same form: the name or number typed so far; null when there is none yet. */
export function draftName(fields: Readonly<DraftFields>): string | null {
  const typed = (fields.name?.[0] || fields.number?.[0] || "").trim();
  return typed === "" ? null : [...typed].slice(0, longestName).join("");
}
