import { buildProduct } from "../builders";
import type { Cast } from "./accounts";
import { addFinishedTable, addUploadedTable, column, refused } from "./import-ledger";
import { findListing, listingColumns, listingRows } from "./imported-listings";
import { addImportsOfStaff } from "./imports-of-staff";
import { type DemoEnterprise, hoursAgo, type Ledger, next, note } from "./ledger";

/** Tables of every kind: some are in, with rows to be corrected or retried; others wait for their columns to be confirmed. */
export function addImports(ledger: Ledger, cast: Cast, enterprises: readonly DemoEnterprise[]): void {
  const enterprise = enterprises.find(({ owner, row }) => owner.id === cast.owner.id && row.closedOn === null);
  if (!enterprise) throw new RangeError("The demo's owner has no enterprise");
  addOwnProducts(ledger, enterprise);
  addWaitingProducts(ledger, enterprise);
  addOwnListings(ledger, enterprise);
  addImportsOfStaff(ledger, cast, enterprises);
}

function addOwnProducts(ledger: Ledger, { row, owner }: DemoEnterprise): void {
  const finishedAt = hoursAgo(ledger, 25);
  const made = (name: string, price: number, unit: string) => {
    const given = { enterpriseId: row.id, name, price, unit, status: "draft", createdAt: finishedAt } as const;
    const product = buildProduct(next(ledger, "products"), given);
    ledger.tables.products.push(product);
    const after = { code: product.code, name };
    note(ledger, finishedAt, owner.id, "product.added", product.id, { enterpriseId: row.id, after });
    return { status: "created", values: { name, group: "food", price, unit }, subjectId: product.id } as const;
  };
  const names = ["Mắm nhum", "Bánh hồng", "Tré bó rơm", "Muối é"].map((name) => `${name} Vườn Mới (demo)`);
  const [mam = "", banh = "", tre = "", muoi = ""] = names;
  addFinishedTable(
    ledger,
    {
      kind: "products",
      uploader: owner,
      enterpriseId: row.id,
      name: "san-pham-moi.csv",
      uploadedAt: hoursAgo(ledger, 26),
      columns: [
        column("Tên sản phẩm", "name"),
        column("Nhóm sản phẩm", "group"),
        column("Giá bán", "price"),
        column("Đơn vị tính", "unit"),
        column("Mã vạch", "gtin"),
        column("Trạng thái", null, "products:import.ignored.status"),
      ],
      rows: [
        [mam, "Thực phẩm", "185.000", "hũ 200 g", "", "registered"],
        [banh, "Mì", "45.000", "hộp", "", "registered"],
        [tre, "Thực phẩm", "60.000", "bó", "", "draft"],
        [muoi, "Thực phẩm", "35.000", "hũ", "8,93E+12", "draft"],
        ["", "Đồ uống", "25.000", "chai", "", ""],
      ],
    },
    finishedAt,
    [
      made(mam, 185_000, "hũ 200 g"),
      refused({ name: banh }, "group", "products:import.groupUnknown", "Mì"),
      made(tre, 60_000, "bó"),
      refused({ name: muoi }, "gtin", "platform:cell.codeSpoilt", "8,93E+12"),
      refused({}, "name", "products:missing.name"),
    ],
  );
}

function addWaitingProducts(ledger: Ledger, { row, owner }: DemoEnterprise): void {
  addUploadedTable(ledger, {
    kind: "products",
    uploader: owner,
    enterpriseId: row.id,
    name: "hang-thu-nghiem.csv",
    uploadedAt: hoursAgo(ledger, 3),
    columns: [
      column("Tên hàng", "name"),
      column("Ngành hàng", "group"),
      column("Đơn giá", "price"),
      column("Quy cách", "unit"),
      column("Ghi chú nội bộ", null),
    ],
    rows: [
      ["Nước mắm nhĩ thử nghiệm (demo)", "Thực phẩm", "95.000", "chai 500 ml", "kho 2"],
      ["Mắm ruốc thử nghiệm (demo)", "Thực phẩm", "40.000", "hũ 250 g", "kho 1"],
    ],
  });
}

function addOwnListings(ledger: Ledger, { row, owner, products }: DemoEnterprise): void {
  const registered = products.filter((product) => product.row.status === "registered");
  const listed = findListing(ledger, (productId) => registered.some((product) => product.row.id === productId));
  if (listed) {
    const { rows, fates } = listingRows(listed.code, listed.listing);
    const name = "tin-dang-cua-toi.csv";
    const about = { kind: "own-listings", uploader: owner, enterpriseId: row.id, columns: listingColumns };
    const uploadedAt = hoursAgo(ledger, 50);
    addFinishedTable(ledger, { ...about, name, uploadedAt, rows }, hoursAgo(ledger, 49), fates);
  }
  addUploadedTable(ledger, {
    kind: "own-listings",
    uploader: owner,
    enterpriseId: row.id,
    name: "tin-dang-moi.csv",
    uploadedAt: hoursAgo(ledger, 4),
    columns: listingColumns,
    rows: registered
      .slice(0, 3)
      .map((product, at) => [product.row.code, `https://shopee.vn/product/990000000003/9900000000003${at}`]),
  });
}
