import { randomUUID } from "node:crypto";
import { addDays, dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { schemeId } from "../../../prisma/seed/builders";
import { demoTaxCode } from "../../../prisma/seed/demo-numbers";
import { stableId } from "../../../prisma/seed/stable-id";
import { pdf } from "../../fixtures/files";
import type { FormPart } from "../../fixtures/multipart";
import type { Fields } from "./visitor";
import type { Person, World } from "./world";

/** A form of the portal: where it is, who fills it in, and how it is filled in so that the portal takes it. */
export interface PortalForm {
  title: string;
  by: Person | "anyone";
  path: (world: World) => string;
  /** Fresh at every call: ids, numbers and names that nothing has yet. */
  fields: (world: World) => Fields;
  /** The fields in which people write what they like. */
  texts: readonly string[];
  /** Sent as multipart/form-data. */
  carriesFiles?: true;
  /** The file without which it is refused. */
  file?: FormPart;
  /** The tables that get a row by it. */
  creates?: readonly string[];
}

const yesterday = formatDay(addDays(dayOf(new Date()), -1), "vi");
let used = 0;
const fresh = (): number => {
  used += 1;
  return used;
};
const owner = (world: World) => `/quan-ly/${world.enterpriseId}`;
const size = { year: String(new Date().getFullYear() - 1), employees: "8", revenue: "2 tỷ", capital: "" };
const place = { area: "Quy Nhơn Nam", address: "12 Trần Phú", phone: "0912 345 678", website: "lensan.example" };
const identity = { legalForm: "llc-one", sector: "agriculture-industry" };
const product = { group: "food", description: "", price: "50.000", unit: "gói", gtin: "" };

/** A new id, one that no row has. */
export const newId = (): string => randomUUID();

export const certificateFields = (world: World): Fields => ({
  id: newId(),
  schemeId: schemeId("ocop"),
  number: `${fresh()}/QĐ-THU`,
  level: "3-star",
  issuedOn: "10/01/2025",
  validFrom: "10/01/2025",
  validTo: "",
  products: [world.productId, world.secondProductId],
});

export const registerEnterprise: PortalForm = {
  title: "registering an enterprise",
  by: "owner",
  path: () => "/quan-ly/co-so-moi",
  fields: () => {
    const n = fresh();
    return { id: newId(), taxCode: demoTaxCode(n, "59"), name: `Cơ sở thử ${n}`, ...identity, ...place, ...size };
  },
  texts: ["name", "address"],
  creates: ["enterprises", "memberships", "size_declarations"],
};

export const renewCertificate: PortalForm = {
  title: "renewing a certificate",
  by: "owner",
  path: (world) => `${owner(world)}/chung-nhan/${world.verifiedCertificateId}/gia-han`,
  fields: certificateFields,
  texts: ["number"],
  carriesFiles: true,
  creates: ["certificates"],
};

export const proposeRevocation: PortalForm = {
  title: "proposing a revocation",
  by: "officer",
  path: (world) => `/tham-dinh/chung-nhan/${world.verifiedCertificateId}/thu-hoi`,
  fields: () => ({
    id: newId(),
    version: "1",
    effectiveOn: "10/01/2025",
    reason: "conditions-lost",
    explanation: "Vi phạm điều kiện.",
  }),
  texts: ["explanation"],
  carriesFiles: true,
  creates: ["revocations", "reviews"],
};

const proposeBulkDecision: PortalForm = {
  title: "putting together what one document decides",
  by: "officer",
  path: () => `/tham-dinh/theo-van-ban/moi?chungNhan=${schemeId("ocop")}`,
  fields: () => ({
    id: newId(),
    number: `${fresh()}/QĐ-UBND`,
    day: "10/01/2025",
    issuer: "UBND tỉnh",
    awards: ["3-star"],
  }),
  texts: ["number", "issuer"],
  carriesFiles: true,
  file: { name: "scan", fileName: "quyet-dinh.pdf", content: pdf() },
  creates: ["recognitions", "bulk_decisions"],
};

export const addProduct: PortalForm = {
  title: "adding a product",
  by: "owner",
  path: (world) => `${owner(world)}/san-pham/moi`,
  fields: () => ({ id: newId(), name: `Sản phẩm thử ${fresh()}`, ...product, intent: "register" }),
  texts: ["name", "description", "unit"],
  creates: ["products"],
};

export const addCertificate: PortalForm = {
  title: "adding a certificate",
  by: "owner",
  path: (world) => `${owner(world)}/chung-nhan/moi`,
  fields: certificateFields,
  texts: ["number"],
  carriesFiles: true,
  creates: ["certificates"],
};

export const addListing: PortalForm = {
  title: "adding a listing",
  by: "owner",
  path: (world) => `${owner(world)}/san-pham/${world.productId}/tin-dang`,
  fields: () => ({ id: newId(), url: `https://shopee.vn/product/88/${7000 + fresh()}`, action: "add" }),
  texts: ["url"],
  creates: ["listings", "reviews"],
};

export const decideCertificate: PortalForm = {
  title: "deciding on a certificate",
  by: "officer",
  path: (world) => `/tham-dinh/chung-nhan/${world.submittedCertificateId}`,
  fields: () => ({
    version: "1",
    action: "return",
    note: "Bản chụp mờ.",
    "at.number.reason": "other",
    "at.number.comment": "Số không khớp.",
  }),
  texts: ["note", "at.number.comment"],
};

export const decideChange: PortalForm = {
  title: "deciding on a proposed change",
  by: "officer",
  path: (world) => `/tham-dinh/de-xuat/${world.claimedChangeId}`,
  fields: () => ({
    version: "1",
    action: "return",
    note: "Chưa rõ.",
    "at.name.reason": "mismatch",
    "at.name.comment": "Tên khác giấy.",
  }),
  texts: ["note", "at.name.comment"],
};

export const decideRevocation: PortalForm = {
  title: "deciding on a revocation",
  by: "officer",
  path: (world) => `/tham-dinh/de-nghi-thu-hoi/${world.revocationId}`,
  fields: () => ({
    action: "reject",
    version: "1",
    note: "Chưa đủ căn cứ.",
    "at.grounds.reason": "notFounded",
    "at.grounds.comment": "Thiếu biên bản.",
  }),
  texts: ["note", "at.grounds.comment"],
};

export const decideAnswer: PortalForm = {
  title: "deciding on an answer of the checklist",
  by: "officer",
  path: (world) => `/tham-dinh/danh-muc/${world.claimedAnswerId}`,
  fields: () => ({
    version: "1",
    action: "return",
    note: "Thiếu trang.",
    "at.answer.reason": "incomplete",
    "at.answer.comment": "Thiếu tên.",
  }),
  texts: ["note", "at.answer.comment"],
};

export const recordEvidence: PortalForm = {
  title: "confirming a listing",
  by: "officer",
  path: (world) => `/tham-dinh/tin-dang/${world.listingId}`,
  fields: () => ({
    id: newId(),
    version: "0",
    action: "confirm-live",
    observedOn: yesterday,
    observedTime: "09:30",
    rawStatus: "Còn hàng",
    note: "Đã mở trang.",
  }),
  texts: ["rawStatus", "note"],
  carriesFiles: true,
  creates: ["evidence"],
};

/** The decisions of all kinds of review, each on what its officer holds. */
export const decisionForms: readonly PortalForm[] = [
  decideCertificate,
  recordEvidence,
  decideChange,
  decideRevocation,
  decideAnswer,
];

export const recordAssessment: PortalForm = {
  title: "recording an assessment",
  by: "officer",
  path: (world) => `/tham-dinh/danh-gia/${world.enterpriseId}`,
  fields: () => ({ id: newId(), schemeVersion: "v2025", level: "2", assessedOn: yesterday, source: "Phiếu số 5" }),
  texts: ["source"],
  creates: ["assessments"],
};

export const signUp: PortalForm = {
  title: "signing up",
  by: "anyone",
  path: () => "/dang-ky",
  fields: () => ({ name: "Chủ cơ sở", contact: `moi-${fresh()}@lensan.example`, password: "mot mat khau dai va la" }),
  texts: ["name"],
  creates: ["accounts"],
};

export const invite: PortalForm = {
  title: "inviting an officer",
  by: "administrator",
  path: () => "/quan-tri/loi-moi",
  fields: () => ({ id: newId(), contact: `can-bo-${fresh()}@lensan.example`, role: "officer", language: "vi" }),
  texts: ["contact"],
  creates: ["one_time_tokens"],
};

export const issueApiKey: PortalForm = {
  title: "issuing a key",
  by: "administrator",
  path: () => "/quan-tri/khoa-api",
  fields: () => ({ id: newId(), partner: `Đối tác ${fresh()}`, expiresOn: "" }),
  texts: ["partner"],
  creates: ["api_keys"],
};

export const addScheme: PortalForm = {
  title: "adding a scheme",
  by: "administrator",
  path: () => "/quan-tri/loai-chung-nhan/moi",
  fields: () => ({
    id: newId(),
    version: "0",
    code: `thu-${fresh()}`,
    nameVi: "Chứng nhận thử",
    nameEn: "Trial certificate",
    issuerVi: "Cơ quan thử",
    issuerEn: "Trial body",
    validityMonths: "36",
    levels: "a\nb",
    numberExample: "1/THU",
    active: "on",
  }),
  texts: ["nameVi", "nameEn", "issuerVi", "issuerEn", "numberExample"],
  creates: ["schemes"],
};

export const addMarketplace: PortalForm = {
  title: "adding a marketplace",
  by: "administrator",
  path: () => "/quan-tri/san/moi",
  fields: () => {
    const n = fresh();
    return {
      id: newId(),
      version: "0",
      code: `san-${n}`,
      name: `Sàn thử ${n}`,
      hosts: `san-${n}.lensan.example`,
      shortLinkHosts: "",
      windowDays: "90",
      recognisedFrom: "01/01/2025",
      recognisedTo: "",
    };
  },
  texts: ["name"],
  creates: ["marketplaces"],
};

export const addTarget: PortalForm = {
  title: "adding a target",
  by: "administrator",
  path: () => "/quan-tri/chi-tieu/moi",
  fields: () => ({
    id: newId(),
    version: "0",
    code: `chi-tieu-${fresh()}`,
    nameVi: "Chỉ tiêu thử",
    nameEn: "Trial target",
    indicator: "listing-share",
    share: "70",
    deadline: "31/12/2031",
    baselineOn: "01/01/2025",
    baseline: "0",
    thresholdLevel: "",
    legalBasisVi: "Văn bản thử",
    legalBasisEn: "Trial document",
    active: "on",
  }),
  texts: ["nameVi", "nameEn", "legalBasisVi", "legalBasisEn"],
  creates: ["targets"],
};

export const addChecklistItem: PortalForm = {
  title: "adding a checklist item",
  by: "administrator",
  path: () => "/quan-tri/danh-muc/moi",
  fields: () => ({
    id: newId(),
    version: "0",
    kind: "attested",
    code: `muc-${fresh()}`,
    nameVi: "Mục thử",
    nameEn: "Trial item",
    guidanceVi: "Hướng dẫn thử",
    guidanceEn: "Trial guidance",
    position: "200",
    active: "on",
  }),
  texts: ["nameVi", "nameEn", "guidanceVi", "guidanceEn"],
  creates: ["checklist_items"],
};

/** Every form that makes something new. */
export const creatingForms: readonly PortalForm[] = [
  registerEnterprise,
  {
    title: "declaring a year's figures",
    by: "owner",
    path: (world) => `${owner(world)}/quy-mo`,
    fields: () => ({ id: newId(), ...size }),
    texts: [],
    creates: ["size_declarations"],
  },
  addProduct,
  addCertificate,
  renewCertificate,
  proposeRevocation,
  proposeBulkDecision,
  addListing,
  recordEvidence,
  recordAssessment,
  signUp,
  invite,
  issueApiKey,
  addScheme,
  addMarketplace,
  addTarget,
  addChecklistItem,
  {
    title: "entering a year's number of SMEs",
    by: "administrator",
    path: () => "/quan-tri/chi-tieu",
    fields: () => ({ year: String(2030 + fresh()), count: "9.000", source: "Niên giám thống kê" }),
    texts: ["source"],
    creates: ["sme_populations"],
  },
];

/** The form that changes what another form adds, on one that is there. */
function changing(
  { creates: _, ...form }: PortalForm,
  kind: keyof World["reference"],
  path: (id: string) => string,
): PortalForm {
  return {
    ...form,
    title: form.title.replace("adding", "changing"),
    path: ({ reference }) => path(reference[kind]),
    fields: (world) => {
      const { code, ...fields } = form.fields(world);
      // A marketplace's code never changes, so its form does not ask for it.
      return { ...fields, ...(kind !== "marketplaces" && code && { code }), id: world.reference[kind], version: "1" };
    },
  };
}

/** Every form with a field to type in. */
export const typedForms: readonly PortalForm[] = [
  ...creatingForms,
  {
    title: "changing an enterprise",
    by: "owner",
    path: (world) => `${owner(world)}/thong-tin`,
    fields: () => ({ version: "1", name: "Cơ sở đổi tên", ...identity, ...place }),
    texts: ["name", "address"],
  },
  {
    title: "changing a product",
    by: "owner",
    path: (world) => `${owner(world)}/san-pham/${world.secondProductId}/sua`,
    fields: () => ({ version: "1", name: "Sản phẩm đổi tên", ...product }),
    texts: ["name", "description", "unit"],
  },
  {
    title: "changing a certificate",
    by: "owner",
    path: (world) => `${owner(world)}/chung-nhan/${world.draftCertificateId}/sua`,
    fields: (world) => ({ ...certificateFields(world), id: world.draftCertificateId, version: "1" }),
    texts: ["number"],
    carriesFiles: true,
  },
  {
    title: "proposing a change of a product",
    by: "owner",
    path: (world) => `${owner(world)}/san-pham/${world.productId}/sua`,
    fields: () => ({ version: "1", changeVersion: "1", name: "Sản phẩm đề xuất", ...product, note: "Nhãn mới." }),
    texts: ["name", "description", "note"],
  },
  {
    title: "proposing a change of a certificate",
    by: "owner",
    path: (world) => `${owner(world)}/chung-nhan/${world.verifiedCertificateId}/de-xuat`,
    fields: (world) => {
      const { id: _, schemeId: __, products: ___, ...claim } = certificateFields(world);
      const scope = { joining: [world.secondProductId], joinOn: "01/03/2025", leaveOn: "" };
      return { ...claim, version: "1", changeVersion: "", ...scope, note: "Bổ sung sản phẩm." };
    },
    texts: ["number", "note"],
    carriesFiles: true,
  },
  decideChange,
  decideCertificate,
  decideRevocation,
  decideAnswer,
  {
    title: "checking a certificate",
    by: "anyone",
    path: () => "/kiem-tra",
    fields: () => ({ schemeId: schemeId("ocop"), number: `${fresh()}/QĐ-LA` }),
    texts: ["number"],
  },
  {
    title: "inviting a member",
    by: "owner",
    path: (world) => `${owner(world)}/thanh-vien`,
    fields: () => ({ id: newId(), contact: `thanh-vien-${fresh()}@lensan.example` }),
    texts: ["contact"],
    creates: ["one_time_tokens", "mails"],
  },
  {
    title: "registering with an owner present",
    by: "digitalTeam",
    path: () => "/ho-tro/moi",
    fields: () => {
      const n = fresh();
      const owner = { ownerName: `Chủ cơ sở ${n}`, ownerPhone: `09120${String(n).padStart(5, "0")}` };
      const enterprise = { taxCode: demoTaxCode(n, "59"), name: `Cơ sở thử ${n}`, ...identity, ...place, ...size };
      return { id: newId(), version: "0", ...owner, ...enterprise };
    },
    texts: ["ownerName", "name", "address"],
    creates: ["assisted_registrations"],
  },
  {
    title: "choosing a password by a printed code",
    by: "anyone",
    path: () => "/kich-hoat",
    fields: () => ({ activation: "ACDE-FGHJ-KMNP", password: "mot mat khau dai va la" }),
    texts: ["activation"],
  },
  {
    title: "inviting the digital team",
    by: "administrator",
    path: () => "/quan-tri/loi-moi/to-cong-nghe-so",
    fields: () => ({
      id: newId(),
      contact: `to-${fresh()}@lensan.example`,
      areas: "Phường Quy Nhơn Nam",
      language: "vi",
    }),
    texts: ["contact"],
    creates: ["one_time_tokens", "mails"],
  },
  {
    title: "opening an account for an owner",
    by: "officer",
    path: (world) => `/so/co-so/${world.foreignId}/tai-khoan`,
    fields: () => ({
      name: "Chủ cơ sở",
      contact: `chu-${fresh()}@lensan.example`,
      ground: "Đã đối chiếu căn cước.",
    }),
    texts: ["name", "contact", "ground"],
    creates: ["accounts", "memberships", "one_time_tokens"],
  },
  {
    title: "acting on behalf of an enterprise",
    by: "officer",
    path: (world) => `/so/co-so/${world.foreignId}`,
    fields: () => ({ id: newId(), reason: "Chủ cơ sở nhờ nhập giúp." }),
    texts: ["reason"],
  },
  changing(addScheme, "schemes", (id) => `/quan-tri/loai-chung-nhan/${id}`),
  changing(addMarketplace, "marketplaces", (id) => `/quan-tri/san/${id}`),
  changing(addTarget, "targets", (id) => `/quan-tri/chi-tieu/${id}`),
  {
    title: "changing one's own account",
    by: "owner",
    path: () => "/tai-khoan",
    fields: () => ({ viec: "thong-tin", version: "1", name: "Tên mới", language: "vi" }),
    texts: ["name"],
  },
  {
    title: "signing in",
    by: "anyone",
    path: () => "/dang-nhap",
    fields: () => ({ contact: `la-${fresh()}@lensan.example`, password: "mot mat khau dai va la" }),
    texts: ["contact"],
  },
  {
    title: "asking for a new password",
    by: "anyone",
    path: () => "/quen-mat-khau",
    fields: () => ({ contact: `quen-${fresh()}@lensan.example` }),
    texts: ["contact"],
  },
];

const recheckShare: PortalForm = {
  title: "setting the share of re-checks",
  by: "administrator",
  path: () => "/quan-tri/kiem-tra-lai",
  fields: () => ({ version: "1", share: "5" }),
  texts: [],
};

const bankItemId = stableId("checklist-item:business-account");

/** Every form at all, those of buttons included. */
export const allForms: readonly PortalForm[] = [
  ...typedForms,
  recheckShare,
  {
    title: "withdrawing a product",
    by: "owner",
    path: (world) => `${owner(world)}/san-pham/${world.secondProductId}`,
    fields: () => ({ intent: "withdraw", version: "1", confirm: "on" }),
    texts: [],
  },
  {
    title: "describing a photo",
    by: "owner",
    path: (world) => `${owner(world)}/san-pham/${world.productId}/anh`,
    fields: () => ({ step: "caption", fileId: newId(), caption: "Chai nước mắm" }),
    texts: [],
    carriesFiles: true,
  },
  {
    title: "arranging photos",
    by: "owner",
    path: (world) => `${owner(world)}/san-pham/${world.productId}/anh`,
    fields: () => ({ step: "remove", fileId: newId() }),
    texts: [],
    carriesFiles: true,
  },
  {
    title: "withdrawing a proposed change",
    by: "owner",
    path: (world) => `${owner(world)}/de-xuat/${world.changeId}`,
    fields: () => ({ version: "1" }),
    texts: [],
  },
  {
    title: "submitting a certificate",
    by: "owner",
    path: (world) => `${owner(world)}/chung-nhan/${world.draftCertificateId}`,
    fields: () => ({ action: "submit", version: "1" }),
    texts: [],
  },
  {
    title: "submitting a checklist item",
    by: "owner",
    path: (world) => `${owner(world)}/danh-muc/${bankItemId}`,
    fields: () => ({ version: "0", note: "Ngân hàng thử" }),
    texts: [],
    carriesFiles: true,
  },
  {
    title: "attesting a checklist item",
    by: "owner",
    path: (world) => `${owner(world)}/danh-muc`,
    fields: () => ({ action: "attest", version: "0", itemId: stableId("checklist-item:seller-duties") }),
    texts: [],
  },
  {
    title: "choosing how one is told",
    by: "owner",
    path: () => "/tai-khoan",
    fields: () => ({ viec: "thong-bao", version: "1", noticeDelivery: "daily" }),
    texts: [],
  },
  {
    title: "uploading a table",
    by: "owner",
    path: () => "/nhap-lieu/moi/san-pham",
    fields: (world) => ({ id: newId(), enterpriseId: world.enterpriseId, register: "on" }),
    texts: [],
    carriesFiles: true,
  },
  {
    title: "uploading corrected rows",
    by: "owner",
    path: (world) => `/nhap-lieu/${world.finishedImportId}/sua-loi`,
    fields: () => ({ id: newId() }),
    texts: [],
    carriesFiles: true,
  },
  {
    title: "choosing what columns mean",
    by: "owner",
    path: (world) => `/nhap-lieu/${world.importId}/cot`,
    fields: () => ({ version: "1", c0: "name", c1: "group" }),
    texts: [],
  },
  {
    title: "starting an import",
    by: "owner",
    path: (world) => `/nhap-lieu/${world.importId}`,
    fields: () => ({ intent: "start", policy: "skip" }),
    texts: [],
  },
  {
    title: "checking rows of an import again",
    by: "owner",
    path: (world) => `/nhap-lieu/${world.finishedImportId}`,
    fields: () => ({ intent: "retry" }),
    texts: [],
  },
  {
    title: "changing an account",
    by: "administrator",
    path: (world) => `/quan-tri/tai-khoan/${world.accounts.stranger}`,
    fields: () => ({ role: "leader", standing: "active", version: "1" }),
    texts: [],
  },
  {
    title: "leaving an enterprise",
    by: "owner",
    path: (world) => `${owner(world)}/thanh-vien`,
    fields: (world) => ({ viec: "dua-ra", accountId: world.accounts.owner }),
    texts: [],
  },
  {
    title: "withdrawing an invitation of a member",
    by: "owner",
    path: (world) => `${owner(world)}/thanh-vien`,
    fields: () => ({ viec: "thu-hoi", id: newId() }),
    texts: [],
  },
  {
    title: "no longer acting on behalf",
    by: "officer",
    path: () => "/lam-thay/ket-thuc",
    fields: () => ({ id: newId() }),
    texts: [],
  },
  {
    title: "choosing a language",
    by: "anyone",
    path: () => "/ngon-ngu",
    fields: () => ({ lang: "en", tiep: "/san-pham" }),
    texts: [],
  },
];
