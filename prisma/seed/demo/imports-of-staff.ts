import { addDays } from "~/platform/day";
import { buildFile, instantOn, schemeId } from "../builders";
import { demoTaxCode } from "../demo-numbers";
import type { CertificateRow } from "../rows";
import type { Cast } from "./accounts";
import { demoPopulations } from "./assessments";
import { addFinishedTable, addUploadedTable, column, type DemoFate, refused } from "./import-ledger";
import { findListing, listingColumns, listingRows } from "./imported-listings";
import { type DemoEnterprise, hoursAgo, type Ledger, next } from "./ledger";

/** What officers and the administrator brought as tables: listings, recognition decisions, official numbers. */
export function addImportsOfStaff(ledger: Ledger, cast: Cast, enterprises: readonly DemoEnterprise[]): void {
  addListings(ledger, cast);
  addRecognition(ledger, cast, enterprises);
  addPopulation(ledger, cast);
}

function addListings(ledger: Ledger, { officer }: Cast): void {
  const registered = new Set(
    ledger.tables.products.filter(({ status }) => status === "registered").map(({ id }) => id),
  );
  const listed = findListing(ledger, (productId) => registered.has(productId));
  if (!listed) return;
  const { rows, fates } = listingRows(listed.code, listed.listing);
  const uploadedAt = hoursAgo(ledger, 74);
  const table = { kind: "listings", uploader: officer, enterpriseId: null, name: "tin-dang-thu-thap.csv", uploadedAt };
  addFinishedTable(ledger, { ...table, columns: listingColumns, rows }, hoursAgo(ledger, 73), fates);
}

const spoken = (day: string): string => day.split("-").toReversed().join("/");

function addRecognition(ledger: Ledger, { officer }: Cast, enterprises: readonly DemoEnterprise[]): void {
  const ocop = schemeId("ocop");
  const paper = (createdAt: Date) => {
    const [, stored] = ledger.pictures.scans[0] ?? [];
    if (!stored) return undefined;
    const { extension: _, ...content } = stored;
    const about = { enterpriseId: null, uploadedById: officer.id, createdAt, purpose: "scan" as const };
    const file = buildFile(next(ledger, "files"), { ...content, ...about, originalName: "quyet-dinh-demo.pdf" });
    ledger.tables.files.push(file);
    return file.id;
  };
  const about = { kind: "recognition", uploader: officer, enterpriseId: null };
  const [uploadedAt, waitingSince] = [hoursAgo(ledger, 98), hoursAgo(ledger, 5)];
  const [done, waiting] = [paper(uploadedAt), paper(waitingSince)];
  const found = ledger.tables.certificates
    .filter((one) => one.schemeId === ocop && one.status === "verified" && one.validTo !== null && one.level !== null)
    .map((certificate) => ({
      certificate,
      enterprise: enterprises.find(({ row }) => row.id === certificate.enterpriseId),
    }))
    .find(({ enterprise }) => enterprise && enterprise.row.taxCode.length === 10 && enterprise.row.closedOn === null);
  if (!done || !waiting || !found?.enterprise) return;
  const { certificate, enterprise } = found;
  const covered = ledger.tables.certificate_products.find(({ certificateId }) => certificateId === certificate.id);
  const product = ledger.tables.products.find(({ id }) => id === covered?.productId);
  if (!product) return;

  const facts = { scheme: ocop, number: "1024/QĐ-UBND (demo)", day: certificate.issuedOn, issuer: "UBND tỉnh (demo)" };
  const values = knownValues(enterprise.row.taxCode, product.name, certificate);
  addFinishedTable(
    ledger,
    {
      ...about,
      name: "danh-sach-ocop-cu.csv",
      uploadedAt,
      facts: { ...facts, paper: done },
      columns: [
        column("MST", "taxCode"),
        column("Tên sản phẩm", "productName"),
        column("Hạng sao", "level"),
        column("Số giấy chứng nhận", "number"),
        column("Ngày cấp", "issuedOn"),
        column("Ngày hết hạn", "validTo"),
      ],
      rows: [
        [values.taxCode, values.productName, values.level, values.number, ...days(certificate)],
        [values.taxCode, values.productName, "7 sao", "02/GCN (demo)", "", ""],
        [demoTaxCode(900), "Trà gừng (demo)", "3 sao", "", "", ""],
      ],
    },
    hoursAgo(ledger, 97),
    [
      { status: "skipped", values, subjectId: certificate.id },
      refused({ ...values, level: "7 sao" }, "level", "certification:level.levelUnknown", "7 sao"),
      refused(
        { taxCode: demoTaxCode(900), productName: "Trà gừng (demo)", level: "3 sao" },
        "enterpriseName",
        "certification:recognition.newEnterprise",
      ),
    ],
  );

  const makers = ["Hợp tác xã Vườn Đồi (demo)", "Hợp tác xã Bãi Bồi (demo)"];
  addUploadedTable(ledger, {
    ...about,
    name: "danh-sach-ocop-moi.csv",
    uploadedAt: waitingSince,
    facts: { ...facts, number: "2048/QĐ-UBND (demo)", day: addDays(ledger.today, -20), paper: waiting },
    columns: [
      column("TT", null, "certification:recognition.ignored.place"),
      column("MST", "taxCode"),
      column("Tên chủ thể", "enterpriseName"),
      column("Xã", "area"),
      column("Tên sản phẩm", "productName"),
      column("Nhóm sản phẩm", "group"),
      column("Hạng sao", "level"),
    ],
    rows: [
      ["1", demoTaxCode(901), makers[0] ?? "", "Xã Tuy Phước", "Nem chua Vườn Đồi (demo)", "Thực phẩm", "3 sao"],
      ["2", demoTaxCode(901), makers[0] ?? "", "Xã Tuy Phước", "Tré Vườn Đồi (demo)", "Thực phẩm", "3 sao"],
      ["3", demoTaxCode(902), makers[1] ?? "", "Xã Không Rõ", "Rượu Bãi Bồi (demo)", "Đồ uống", "4 sao"],
    ],
  });
}

function knownValues(taxCode: string, productName: string, { level, number, issuedOn, validTo }: CertificateRow) {
  return { taxCode, productName, level: level ?? "", number, issuedOn, validTo: validTo ?? "" };
}

const days = ({ issuedOn, validTo }: CertificateRow): string[] => [spoken(issuedOn), spoken(validTo ?? "")];

/** The official numbers brought once more: nothing differs, and one year has no number. */
function addPopulation(ledger: Ledger, { administrator }: Cast): void {
  const source = "Số liệu demo, không phải số liệu thống kê";
  const known = demoPopulations.slice(-2);
  const year = (known.at(-1)?.[0] ?? 2025) + 1;
  const uploadedAt = instantOn(addDays(ledger.today, -6), 10);
  addFinishedTable(
    ledger,
    {
      kind: "sme-population",
      uploader: administrator,
      enterpriseId: null,
      name: "so-dnnvv.csv",
      uploadedAt,
      columns: [column("Năm", "year"), column("Số doanh nghiệp", "count"), column("Nguồn", "source")],
      rows: [
        ...known.map(([of, count]) => [String(of), String(count), source]),
        [String(year), "khoảng 9.000", source],
      ],
    },
    new Date(uploadedAt.getTime() + 60_000),
    [
      ...known.map(([of, count]): DemoFate => ({ status: "skipped", values: { year: of, count, source } })),
      refused({ year, source }, "count", "platform:cell.numberUnread", "khoảng 9.000"),
    ],
  );
}
