import type { ChecklistKind } from "~/enterprises/checklist";

export interface ReferenceChecklistItem {
  code: string;
  kind: ChecklistKind;
  required: boolean;
  nameVi: string;
  nameEn: string;
  guidanceVi: string;
  guidanceEn: string;
}

/** What an enterprise sees to on its way to the marketplaces; an administrator may reword, add and switch off. */
export const checklistItems: readonly ReferenceChecklistItem[] = [
  {
    code: "contact-confirmed",
    kind: "computed",
    required: true,
    nameVi: "Có người liên hệ đã xác nhận",
    nameEn: "A confirmed contact",
    guidanceVi: "Một thành viên của cơ sở đã xác nhận e-mail hoặc số điện thoại.",
    guidanceEn: "A member of the enterprise has confirmed an e-mail address or a phone number.",
  },
  {
    code: "size-declared",
    kind: "computed",
    required: true,
    nameVi: "Đã khai số liệu năm gần nhất",
    nameEn: "Last year's figures declared",
    guidanceVi: "Số lao động và doanh thu hoặc nguồn vốn, để xác định quy mô theo Nghị định 80/2021/NĐ-CP.",
    guidanceEn: "Employees and revenue or capital, from which the size follows by Decree 80/2021/NĐ-CP.",
  },
  {
    code: "product-presented",
    kind: "computed",
    required: true,
    nameVi: "Có sản phẩm đã đăng ký, có ảnh và mô tả",
    nameEn: "A registered product with photo and description",
    guidanceVi: "Sàn nào cũng đòi ảnh và mô tả; chuẩn bị một lần, dùng cho mọi sàn.",
    guidanceEn: "Every marketplace asks for both; prepared once, they serve for all.",
  },
  {
    code: "certificate-in-force",
    kind: "computed",
    required: true,
    nameVi: "Có giấy chứng nhận đã xác nhận, còn hiệu lực",
    nameEn: "A verified certificate in force",
    guidanceVi: "Thêm giấy chứng nhận kèm bản chụp rồi gửi thẩm định.",
    guidanceEn: "Add a certificate with its scan and submit it for review.",
  },
  {
    code: "listing-confirmed",
    kind: "computed",
    required: true,
    nameVi: "Có tin đăng trên sàn đã được xác nhận",
    nameEn: "A confirmed listing on a marketplace",
    guidanceVi: "Dán đường dẫn sản phẩm trên sàn; cán bộ mở xem và ghi nhận.",
    guidanceEn: "Paste the product's address on the marketplace; an officer opens it and records it.",
  },
  {
    code: "assessed",
    kind: "computed",
    required: true,
    nameVi: "Có đánh giá mức độ chuyển đổi số trong 12 tháng",
    nameEn: "Digital maturity assessed within 12 months",
    guidanceVi: "Kết quả do cán bộ ghi nhận. Hãy liên hệ cơ quan quản lý để được hướng dẫn đánh giá.",
    guidanceEn: "An officer records the result. Ask the department how to be assessed.",
  },
  {
    code: "online-sales-person",
    kind: "attested",
    required: true,
    nameVi: "Có người phụ trách bán hàng trực tuyến",
    nameEn: "Someone in charge of online sales",
    guidanceVi: "Một người trả lời khách, xác nhận đơn và theo dõi đánh giá mỗi ngày.",
    guidanceEn: "One person who answers customers, confirms orders and follows reviews every day.",
  },
  {
    code: "seller-duties",
    kind: "attested",
    required: true,
    nameVi: "Đã biết nghĩa vụ của người bán trên sàn",
    nameEn: "Knows a seller's duties on marketplaces",
    guidanceVi:
      "Luật Thương mại điện tử 122/2025/QH15, áp dụng từ 1/7/2026; trước đó là Nghị định 52/2013/NĐ-CP và 85/2021/NĐ-CP.",
    guidanceEn:
      "Law on E-commerce 122/2025/QH15, in force since 1 July 2026; before it, Decrees 52/2013/NĐ-CP and 85/2021/NĐ-CP.",
  },
  {
    code: "barcoded-packaging",
    kind: "attested",
    required: false,
    nameVi: "Bao bì có mã vạch",
    nameEn: "Packaging with a barcode",
    guidanceVi: "Mã GTIN giúp sàn nhận ra sản phẩm; không có cũng đăng bán được.",
    guidanceEn: "A GTIN lets marketplaces recognise the product; one can sell without it.",
  },
  {
    code: "business-account",
    kind: "verified",
    required: true,
    nameVi: "Tài khoản ngân hàng đứng tên cơ sở để nhận tiền từ sàn",
    nameEn: "A bank account in the enterprise's name for payments from marketplaces",
    guidanceVi: "Ghi tên ngân hàng và tên chủ tài khoản, hoặc gửi giấy xác nhận của ngân hàng. Đừng ghi số tài khoản.",
    guidanceEn: "Name the bank and the holder, or send the bank's confirmation. Do not write the account number.",
  },
  {
    code: "food-safety",
    kind: "verified",
    required: false,
    nameVi: "Giấy về an toàn thực phẩm",
    nameEn: "Food-safety paper",
    guidanceVi: "Chỉ với cơ sở làm thực phẩm. Nếu thuộc diện không phải có, hãy ghi rõ lý do để cán bộ miễn.",
    guidanceEn: "For makers of food only. Where none is needed, say why, and an officer waives it.",
  },
  {
    code: "delivery-contract",
    kind: "verified",
    required: false,
    nameVi: "Hợp đồng hoặc thoả thuận với đơn vị giao hàng",
    nameEn: "A contract or agreement with a carrier",
    guidanceVi: "Bản chụp hợp đồng, hoặc ảnh chụp trang tài khoản của đơn vị giao hàng.",
    guidanceEn: "A scan of the contract, or a screenshot of the account with the carrier.",
  },
];
