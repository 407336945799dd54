import { readPhone } from "~/enterprises/contact";
import { readLegalForm } from "~/enterprises/deduce-legal-form";
import { readTaxCode } from "~/enterprises/tax-code";
import type { ImportField, Reading } from "~/imports/import-kind";
import { readAs, readWords } from "~/imports/read-field";
import { readDay } from "~/platform/sheets/read-cell";
import type { Cell } from "~/platform/sheets/sheet";
import { productColumns } from "~/products/product-columns";

/** A cell whose words a decision reads; its refusal stands in the catalogue of enterprises. */
const readBy =
  (read: (text: string) => { ok: true; value: string } | { ok: false; code: string }) =>
  (cell: Cell): Reading => {
    const text = readWords(300, "enterprises:field.tooLong")(cell);
    if (!text.ok || text.value === null) return text;
    const value = read(String(text.value));
    return value.ok ? value : { ok: false, code: `enterprises:${value.code}` };
  };

/** A column of an owner's product table under another name here. */
function ofProduct(name: "name" | "group" | "gtin", as: string, more: Partial<ImportField>): ImportField[] {
  return productColumns.filter((column) => column.name === name).map((column) => ({ ...column, name: as, ...more }));
}

/** What the list of a recognition decision says of each product. */
export const recognitionColumns: readonly ImportField[] = [
  {
    name: "taxCode",
    label: "enterprises:fact.taxCode",
    note: "certification:recognition.note.taxCode",
    aliases: ["MST", "Mã số thuế", "MST/CCCD", "Tax code"],
    required: "always",
    examples: ["4109999002", "4109999002"],
    read: readBy((text) => {
      const code = readTaxCode(text);
      return code.ok ? { ok: true, value: code.value.value } : code;
    }),
  },
  {
    name: "enterpriseName",
    label: "enterprises:fact.name",
    note: "certification:recognition.note.enterpriseName",
    aliases: ["Chủ thể", "Tên chủ thể", "Chủ thể sản xuất", "Đơn vị", "Doanh nghiệp", "Tên doanh nghiệp", "Enterprise"],
    required: "new",
    examples: ["Hợp tác xã Nông nghiệp Ví Dụ", "Hợp tác xã Nông nghiệp Ví Dụ"],
    read: readWords(300, "enterprises:name.tooLong"),
  },
  {
    name: "legalForm",
    label: "enterprises:fact.legalForm",
    note: "certification:recognition.note.legalForm",
    aliases: ["Loại hình", "Loại hình chủ thể", "Legal form"],
    examples: ["Hợp tác xã", ""],
    read: readBy((text) => {
      const form = readLegalForm(text);
      return form ? { ok: true, value: form } : { ok: false, code: "legalForm.unknown" };
    }),
  },
  {
    name: "area",
    label: "enterprises:fact.area",
    note: "certification:recognition.note.area",
    aliases: ["Xã", "Phường", "Xã, phường", "Xã/phường", "Địa bàn", "Địa phương", "Commune", "Area"],
    required: "new",
    examples: ["Xã Tuy Phước", "Xã Tuy Phước"],
    read: readWords(200, "areas:area.tooLong"),
  },
  {
    name: "address",
    label: "enterprises:fact.address",
    note: "certification:recognition.note.address",
    aliases: ["Địa chỉ", "Địa chỉ sản xuất", "Address"],
    examples: ["Thôn 1", ""],
    read: readWords(300, "enterprises:field.tooLong"),
  },
  {
    name: "phone",
    label: "enterprises:fact.phone",
    note: "certification:recognition.note.phone",
    aliases: ["Điện thoại", "Số điện thoại", "SĐT", "Phone"],
    examples: ["", ""],
    read: readBy(readPhone),
  },
  ...ofProduct("name", "productName", {
    required: "always",
    note: "certification:recognition.note.productName",
    examples: ["Nem chua Chợ Huyện", "Chả cá Quy Nhơn"],
  }),
  ...ofProduct("group", "group", { examples: ["Thực phẩm", "Thực phẩm"] }),
  ...ofProduct("gtin", "gtin", {}),
  {
    name: "level",
    label: "certification:field.level",
    note: "certification:recognition.note.level",
    aliases: ["Hạng", "Hạng sao", "Xếp hạng", "Số sao", "Kết quả phân hạng", "Sao", "Level", "Stars"],
    examples: ["3 sao", "4 sao"],
    read: readWords(40, "certification:level.levelUnknown"),
  },
  {
    name: "number",
    label: "certification:field.number",
    note: "certification:recognition.note.number",
    aliases: ["Số giấy chứng nhận", "Số GCN", "Số chứng nhận", "Certificate number"],
    examples: ["", "02/GCN-OCOP"],
    read: readWords(100, "certification:number.tooLong"),
  },
  {
    name: "issuedOn",
    label: "certification:field.issuedOn",
    note: "certification:recognition.note.issuedOn",
    aliases: ["Ngày cấp", "Ngày cấp giấy", "Issued on"],
    examples: ["", ""],
    read: readAs(readDay),
  },
  {
    name: "validTo",
    label: "certification:field.validTo",
    note: "certification:recognition.note.validTo",
    aliases: ["Ngày hết hạn", "Hiệu lực đến", "Có giá trị đến", "Thời hạn", "Valid to"],
    examples: ["", ""],
    read: readAs(readDay),
  },
];
