import { expect, test } from "vitest";
import { deduceLegalForm, readLegalForm } from "./deduce-legal-form";

test.each([
  ["Hợp tác xã Nông nghiệp Phước Hưng", "cooperative"],
  ["HTX Ngọc An", "cooperative"],
  ["Liên hiệp HTX Bình Định", "cooperative-union"],
  ["Tổ hợp tác Rau sạch", "cooperative-group"],
  ["Công ty TNHH MTV Yến sào", "llc-one"],
  ["Công ty TNHH một thành viên X", "llc-one"],
  ["Công ty TNHH Rượu Bàu Đá", "llc-many"],
  ["Công ty Cổ phần Thực phẩm", "joint-stock"],
  ["Công ty CP Sữa", "joint-stock"],
  ["Công ty hợp danh Y", "partnership"],
  ["DNTN Kim Chi", "private-enterprise"],
  ["Hộ kinh doanh Nguyễn Thị Ví Dụ", "household"],
  ["Cơ sở bún Song Thằn", "household"],
  ["Rượu Bàu Đá", null],
])("%s is %s", (name, form) => {
  expect(readLegalForm(name)).toBe(form);
});

test("whose tax code is a personal number is a household where the name does not say otherwise", () => {
  expect(deduceLegalForm("Bà Ví Dụ", "personal")).toBe("household");
  expect(deduceLegalForm("Tổ hợp tác Ví Dụ", "personal")).toBe("cooperative-group");
  expect(deduceLegalForm("Ví Dụ", "enterprise")).toBeNull();
});
