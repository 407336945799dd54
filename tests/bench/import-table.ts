import { once } from "node:events";
import { createWriteStream } from "node:fs";

export const benchEnterprise = "00000000-0000-4000-8000-000000000001";
export const benchAccount = "00000000-0000-4000-8000-000000000002";

const kinds = ["Bánh tráng nước dừa", "Nem chua", "Rượu Bàu Đá", "Bún Song Thằn", "Chiếu cói Hoài Nhơn", "Nón ngựa"];
const groups = [
  ["food", "Thực phẩm"],
  ["beverage", "Đồ uống"],
  ["handicraft", "Thủ công mỹ nghệ"],
] as const;

/** One product of the benchmark, the same for the same number. */
export function benchProduct(n: number) {
  const [group, groupWord] = groups[n % groups.length] ?? groups[0];
  return {
    name: `${kinds[n % kinds.length]} số ${n}`,
    group,
    groupWord,
    description: `Sản phẩm thử tốc độ số ${n}, đóng gói tại cơ sở, giao trong ngày.`,
    price: 10_000 + (n % 500) * 1_000,
    unit: "gói 500 g",
    gtin: gtinOf(n),
  };
}

function gtinOf(n: number): string {
  const digits = `893${String(n).padStart(9, "0")}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** Writes a table of so many products as an owner would send it. */
export async function writeTable(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write("Tên sản phẩm;Nhóm sản phẩm;Mô tả;Giá bán;Đơn vị tính;Mã vạch\n");
  for (let n = 1; n <= rows; n += 1) {
    const { name, groupWord, description, price, unit, gtin } = benchProduct(n);
    if (!file.write(`${name};${groupWord};"${description}";${price};${unit};${gtin}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}
