import type { IgnoredColumn, ImportField, Reading } from "~/imports/import-kind";
import { readAs, readWords } from "~/imports/read-field";
import { readGtin, readNumber } from "~/platform/sheets/read-cell";
import type { Cell } from "~/platform/sheets/sheet";
import { fold } from "~/platform/vietnamese-text";
import { highestPrice, readPrice } from "./price";
import { type ProductGroup, productGroups } from "./product";

// How people write the groups, the first as it is proposed to them. Compared without case and diacritics.
const groupWords: Readonly<Record<ProductGroup, readonly [string, ...string[]]>> = {
  food: ["Thực phẩm", "Food", "TP"],
  beverage: ["Đồ uống", "Beverage", "Beverages", "Drinks", "Thức uống"],
  herbal: ["Dược liệu", "Dược liệu và sản phẩm từ dược liệu", "Thảo dược", "Herbal", "Herbal products"],
  handicraft: ["Thủ công mỹ nghệ", "Hàng thủ công mỹ nghệ", "Handicraft", "Handicrafts", "TCMN"],
  ornamental: ["Sinh vật cảnh", "Ornamental", "Ornamental plants and animals"],
  tourism: [
    "Du lịch",
    "Dịch vụ du lịch",
    "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch",
    "Tourism",
    "Community tourism",
  ],
  other: ["Nhóm khác", "Khác", "Other"],
};

const groupOf = new Map(
  productGroups.flatMap((group) => [group, ...groupWords[group]].map((word) => [fold(word), group] as const)),
);

function readGroup(cell: Cell): Reading {
  const text = readWords(300, "products:import.groupUnknown")(cell);
  if (!text.ok || typeof text.value !== "string") return text;
  const written = fold(text.value);
  const group = groupOf.get(written);
  if (group) return { ok: true, value: group };
  const near = productGroups.find((known) =>
    groupWords[known].some(
      (word) => written.length > 2 && (fold(word).includes(written) || written.includes(fold(word))),
    ),
  );
  return { ok: false, code: "products:import.groupUnknown", ...(near && { suggestion: groupWords[near][0] }) };
}

/** A price cell: text as people write đồng, or a number of the spreadsheet's own. */
function readPriceCell(cell: Cell): Reading {
  if (typeof cell === "string") {
    const price = readPrice(cell);
    return price.ok ? price : { ok: false, code: `products:${price.code}` };
  }
  const number = readAs(readNumber)(cell);
  if (!number.ok || typeof number.value !== "number") return number;
  if (number.value < 0) return { ok: false, code: "products:price.negative" };
  if (!Number.isInteger(number.value)) return { ok: false, code: "products:price.fraction" };
  return number.value > highestPrice ? { ok: false, code: "products:price.tooHigh" } : number;
}

/** What a table of products says of each. */
export const productColumns: readonly ImportField[] = [
  {
    name: "code",
    label: "products:fact.code",
    note: "products:import.note.code",
    aliases: ["Mã sản phẩm", "Mã SP", "Product code"],
    examples: ["", ""],
    read: (cell) => {
      const text = readWords(100, "products:import.codeUnknown")(cell);
      return text.ok && typeof text.value === "string" ? { ok: true, value: text.value.toLowerCase() } : text;
    },
  },
  {
    name: "name",
    label: "products:fact.name",
    note: "products:import.note.name",
    aliases: ["Tên", "Tên hàng", "Tên SP", "Tên hàng hoá", "Sản phẩm", "Name", "Product"],
    required: "new",
    examples: ["Nem chua Chợ Huyện", "Bánh tráng nước dừa Tam Quan"],
    read: readWords(300, "products:name.tooLong"),
  },
  {
    name: "group",
    label: "products:fact.group",
    note: "products:import.note.group",
    aliases: ["Nhóm", "Nhóm hàng", "Ngành hàng", "Loại sản phẩm", "Group", "Category"],
    required: "new",
    examples: ["Thực phẩm", "Thực phẩm"],
    read: readGroup,
  },
  {
    name: "description",
    label: "products:fact.description",
    note: "products:import.note.description",
    aliases: ["Mô tả sản phẩm", "Giới thiệu", "Description"],
    examples: ["Thịt heo tươi, lá ổi; gói 10 cây", ""],
    read: readWords(5000, "products:description.tooLong"),
  },
  {
    name: "price",
    label: "products:fact.price",
    note: "products:import.note.price",
    aliases: ["Giá", "Đơn giá", "Giá bán lẻ", "Giá (đồng)", "Price"],
    examples: ["85.000", "42.000"],
    read: readPriceCell,
  },
  {
    name: "unit",
    label: "products:fact.unit",
    note: "products:import.note.unit",
    aliases: ["Đơn vị", "ĐVT", "Quy cách", "Unit"],
    examples: ["gói 10 cây", "xấp 500 g"],
    read: readWords(50, "products:unit.tooLong"),
  },
  {
    name: "gtin",
    label: "products:fact.gtin",
    note: "products:import.note.gtin",
    aliases: ["GTIN", "Mã vạch", "Barcode", "EAN", "Mã số mã vạch", "UPC"],
    examples: ["", ""],
    read: readAs(readGtin),
  },
];

/** Columns that no file of an owner decides about. */
export const ignoredProductColumns: readonly IgnoredColumn[] = [
  {
    aliases: ["Trạng thái", "Tình trạng", "Status", "Đã đăng ký", "Published"],
    reason: "products:import.ignored.status",
  },
  {
    aliases: [
      "Chủ sở hữu",
      "Chủ thể",
      "Chủ cơ sở",
      "Tên cơ sở",
      "Tên doanh nghiệp",
      "Mã số thuế",
      "Owner",
      "Enterprise",
      "Seller",
      "seller_id",
      "enterprise_id",
      "owner_id",
    ],
    reason: "products:import.ignored.owner",
  },
  {
    aliases: ["Đã xác minh", "Xác minh", "Đã thẩm định", "Verified", "Approved"],
    reason: "products:import.ignored.verified",
  },
  {
    aliases: ["Chứng nhận", "Giấy chứng nhận", "Số chứng nhận", "Hạng sao OCOP", "Certified", "Certificate"],
    reason: "products:import.ignored.certified",
  },
  {
    aliases: ["Ngày đăng ký", "Ngày rút", "Registered on", "registered_on"],
    reason: "products:import.ignored.day",
  },
];
