import { expect, test } from "vitest";
import { composeLegacy } from "./legacy-text";

test.each([
  ["Röôïu Baøu Ñaù, nöôùc maém Tam Quan, noùn ngöïa Phuù Gia", "Rượu Bàu Đá, nước mắm Tam Quan, nón ngựa Phú Gia"],
  ["COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
  [
    "Myõ Hoøa, ñòa chæ: Ñöôøng Lyù Thöôøng Kieät, kyø, Quyønh, kyõ, tyû leä",
    "Mỹ Hòa, địa chỉ: Đường Lý Thường Kiệt, kỳ, Quỳnh, kỹ, tỷ lệ",
  ],
])("VNI text %s means %s", (written, meant) => {
  expect(composeLegacy(written, "vni")).toBe(meant);
});

test.each([
  ["CÔNG TY CHế BIếN THựC PHẩM", "CÔNG TY CHẾ BIẾN THỰC PHẨM"],
  ["Bà Tú ở Đà Nẵng", "Bà Tú ở Đà Nẵng"],
  ["Cơ sở NGọC Hà", "Cơ sở NGỌC Hà"],
  ["BÀ RịA ù", "BÀ RỊA Ù"],
])("TCVN3 text %s, without its capital font, means %s", (written, meant) => {
  expect(composeLegacy(written, "tcvn3")).toBe(meant);
});

test("marks that follow their letter are joined with it", () => {
  expect(composeLegacy("Rươ\u0323u", "windows-1258")).toBe("Rượu");
});
