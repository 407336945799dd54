import type { RowProblem } from "~/imports/import-kind";
import type { ImportColumn } from "~/imports/read-row";
import { buildFile, buildImport, buildProduct } from "../builders";
import type { ImportDataRow } from "../rows";
import type { Cast } from "./accounts";
import { type DemoEnterprise, hoursAgo, type Ledger, next, note } from "./ledger";

const column = (
  title: string,
  field: string | null,
  samples: string[],
  reason: string | null = null,
): ImportColumn => ({
  title,
  samples,
  field,
  reason,
});

/** Two tables of the demo's owner: one is in, with rows to be corrected; the other waits for its columns to be chosen. */
export function addImports(ledger: Ledger, cast: Cast, enterprises: readonly DemoEnterprise[]): void {
  const enterprise = enterprises.find(({ owner, row }) => owner.id === cast.owner.id && row.closedOn === null);
  if (!enterprise) throw new RangeError("The demo's owner has no enterprise");
  addFinished(ledger, enterprise);
  addWaiting(ledger, enterprise);
}

function addUpload(
  ledger: Ledger,
  { row, owner }: DemoEnterprise,
  { table, originalName, createdAt }: { table: number; originalName: string; createdAt: Date },
  given: Partial<ImportDataRow>,
): ImportDataRow | undefined {
  const stored = ledger.pictures.tables[table];
  if (!stored) return undefined;
  const { extension: _, ...content } = stored;
  const about = { enterpriseId: row.id, uploadedById: owner.id, createdAt };
  const file = buildFile(next(ledger, "files"), { ...content, ...about, purpose: "import", originalName });
  ledger.tables.files.push(file);
  const uploaded = buildImport(next(ledger, "imports"), {
    uploaderId: owner.id,
    enterpriseId: row.id,
    fileId: file.id,
    createdAt,
    source: { format: "csv", encoding: "utf-8", delimiter: ";", sheets: [originalName] },
    ...given,
  });
  ledger.tables.imports.push(uploaded);
  const after = { kind: "products", file: originalName };
  note(ledger, createdAt, owner.id, "import.uploaded", uploaded.id, { enterpriseId: row.id, after });
  return uploaded;
}

function addFinished(ledger: Ledger, enterprise: DemoEnterprise): void {
  const { row, owner } = enterprise;
  const finishedAt = hoursAgo(ledger, 25);
  const uploaded = addUpload(
    ledger,
    enterprise,
    { table: 0, originalName: "san-pham-moi.csv", createdAt: hoursAgo(ledger, 26) },
    {
      status: "finished",
      policy: "skip",
      startedAt: finishedAt,
      finishedAt,
      willCreate: 2,
      willRefuse: 3,
      created: 2,
      refused: 3,
      doneThrough: 6,
      columns: [
        column("Tên sản phẩm", "name", ["Mắm nhum Vườn Mới (demo)", "Bánh hồng Vườn Mới (demo)"]),
        column("Nhóm sản phẩm", "group", ["Thực phẩm", "Mì"]),
        column("Giá bán", "price", ["185.000", "45.000"]),
        column("Đơn vị tính", "unit", ["hũ 200 g", "hộp"]),
        column("Mã vạch", "gtin", ["8,93E+12"]),
        column("Trạng thái", null, ["registered", "draft"], "products:import.ignored.status"),
      ],
    },
  );
  if (!uploaded) return;
  const importId = uploaded.id;
  const taken = (number: number, name: string, price: number, unit: string) => {
    const given = { enterpriseId: row.id, name, price, unit, status: "draft", createdAt: finishedAt } as const;
    const product = buildProduct(next(ledger, "products"), given);
    ledger.tables.products.push(product);
    const after = { code: product.code, name };
    note(ledger, finishedAt, owner.id, "product.added", product.id, { enterpriseId: row.id, after });
    const values = { name, group: "food", price, unit };
    const fate = { status: "created", subjectId: product.id, changes: [], problems: null } as const;
    ledger.tables.import_rows.push({ importId, number, values, ...fate });
  };
  const refused = (number: number, name: string, problem: RowProblem) => {
    const values = name === "" ? {} : { name };
    const fate = { status: "refused", subjectId: null, changes: [], problems: [problem] } as const;
    ledger.tables.import_rows.push({ importId, number, values, ...fate });
  };
  taken(2, "Mắm nhum Vườn Mới (demo)", 185_000, "hũ 200 g");
  refused(3, "Bánh hồng Vườn Mới (demo)", { field: "group", code: "products:import.groupUnknown", value: "Mì" });
  taken(4, "Tré bó rơm Vườn Mới (demo)", 60_000, "bó");
  refused(5, "Muối é Vườn Mới (demo)", { field: "gtin", code: "platform:cell.codeSpoilt", value: "8,93E+12" });
  refused(6, "", { field: "name", code: "products:missing.name" });
  const after = { created: 2, updated: 0, skipped: 0, refused: 3 };
  note(ledger, finishedAt, owner.id, "import.finished", importId, { enterpriseId: row.id, after });
}

function addWaiting(ledger: Ledger, enterprise: DemoEnterprise): void {
  addUpload(
    ledger,
    enterprise,
    { table: 1, originalName: "hang-thu-nghiem.csv", createdAt: hoursAgo(ledger, 3) },
    {
      columns: [
        column("Tên hàng", "name", ["Nước mắm nhĩ thử nghiệm (demo)", "Mắm ruốc thử nghiệm (demo)"]),
        column("Ngành hàng", "group", ["Thực phẩm"]),
        column("Đơn giá", "price", ["95.000", "40.000"]),
        column("Quy cách", "unit", ["chai 500 ml", "hũ 250 g"]),
        column("Ghi chú nội bộ", null, ["kho 2", "kho 1"]),
      ],
    },
  );
}
