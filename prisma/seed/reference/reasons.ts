import type { ReviewSubject } from "~/reviews/review";

export interface ReasonSeed {
  subjectKind: ReviewSubject;
  code: string;
  field: string | null;
  wordsVi: string;
  wordsEn: string;
  adviceVi: string;
  adviceEn: string;
}

type Words = readonly [wordsVi: string, wordsEn: string, adviceVi?: string, adviceEn?: string];

const reason = (
  subjectKind: ReviewSubject,
  code: string,
  [wordsVi, wordsEn, adviceVi = "", adviceEn = ""]: Words,
  field: string | null = null,
): ReasonSeed => ({ subjectKind, code, field, wordsVi, wordsEn, adviceVi, adviceEn });

const other: Words = ["Lý do khác", "Another reason"];

/** The reasons with which a new portal begins; an administrator changes and adds to them. */
export const reasons: readonly ReasonSeed[] = [
  reason("certificate", "mismatch", [
    "Khác với bản quét",
    "Differs from the scan",
    "Cầm giấy trên tay khi khai và chép lại từng chữ, từng số; ngày ghi theo thứ tự ngày/tháng/năm.",
    "Fill in the form with the paper in your hand, letter by letter; days are day/month/year.",
  ]),
  reason("certificate", "unreadable", [
    "Không đọc được",
    "Cannot be read",
    "Quét hoặc chụp từ trên xuống, đủ sáng, thấy cả bốn góc, con dấu và chữ ký.",
    "Scan it, or photograph it from straight above in good light with all four corners, seal and signature.",
  ]),
  reason("certificate", "incomplete", [
    "Thiếu thông tin hoặc thiếu trang",
    "Information or pages are missing",
    "Gửi đủ mọi trang, kể cả phụ lục có danh sách sản phẩm.",
    "Send every page, with the annex that lists the products.",
  ]),
  reason("certificate", "expired", [
    "Đã hết hiệu lực",
    "No longer valid",
    "Kiểm tra ngày hết hiệu lực trước khi gửi; nếu đã có giấy mới thì gửi giấy mới.",
    "Look at the last day of validity first; where there is a newer certificate, send that one.",
  ]),
  reason("certificate", "notCovered", [
    "Giấy không ghi sản phẩm này",
    "The certificate does not cover this product",
    "Chỉ chọn những sản phẩm có tên trong giấy hoặc trong phụ lục của giấy.",
    "Choose only products that the certificate or its annex names.",
  ]),
  reason("certificate", "duplicate", [
    "Trùng với giấy đã khai",
    "Already entered",
    "Xem danh sách giấy của cơ sở trước khi thêm; một giấy chỉ cần khai một lần cho mọi sản phẩm.",
    "Look at your list of certificates first; one entry serves all products.",
  ]),
  reason("certificate", "other", other),
  reason("listing", "pageMissing", [
    "Trang bán không mở được",
    "The page does not open",
    "Mở địa chỉ trên điện thoại khác trước khi gửi.",
    "Open the address on another phone before you send it.",
  ]),
  reason("listing", "otherProduct", [
    "Trang bán là của sản phẩm khác",
    "The page sells another product",
    "Dán địa chỉ của đúng trang sản phẩm, không phải trang gian hàng.",
    "Paste the address of the product's own page, not of the shop.",
  ]),
  reason("listing", "other", other),
  reason("change", "mismatch", ["Không khớp với giấy chứng nhận", "Does not match the certificate"]),
  reason("change", "unreadable", ["Không xem được", "Cannot be made out"]),
  reason("change", "incomplete", ["Còn thiếu", "Something is missing"]),
  reason("change", "misleading", ["Dễ gây hiểu nhầm cho người mua", "Could mislead buyers"]),
  reason("change", "notCovered", ["Giấy không chứng nhận nội dung này", "The certificate does not certify this"]),
  reason("change", "other", other),
  reason("revocation", "notFounded", ["Chưa đủ căn cứ thu hồi", "Not enough grounds to revoke"]),
  reason("revocation", "wrongDay", ["Ngày thu hồi chưa đúng", "The day of revocation is wrong"]),
  reason("revocation", "other", other),
  reason("checklist-answer", "incomplete", [
    "Còn thiếu",
    "Something is missing",
    "Đọc kỹ yêu cầu của mục và trả lời đủ từng ý.",
    "Read what the item asks for and answer each part.",
  ]),
  reason("checklist-answer", "unreadable", ["Không đọc được", "Cannot be read"]),
  reason("checklist-answer", "outdated", ["Thông tin đã cũ", "Out of date"]),
  reason("checklist-answer", "other", other),
];
