import type { Translated } from "../i18n";

/** What a request reads that is turned away before any page is asked; kept apart so that it works when pages do not. */
const vi = {
  "bad-request": "Yêu cầu không hợp lệ.",
  "origin-refused": "Yêu cầu này không được gửi từ cổng, nên đã bị từ chối. Hãy mở lại trang và gửi lại.",
  "not-found": "Không tìm thấy trang này.",
  "method-refused": "Cách gửi yêu cầu này không được hỗ trợ.",
  "body-too-slow": "Dữ liệu gửi lên quá chậm nên kết nối đã dừng. Hãy gửi lại khi đường truyền tốt hơn.",
  "body-too-large": "Dữ liệu gửi lên quá lớn.",
  "url-too-long": "Địa chỉ trang quá dài.",
  failed: "Cổng gặp lỗi và chưa thực hiện được yêu cầu. Hãy thử lại sau ít phút.",
  request: "Mã yêu cầu: {id}",
} as const;

const en: Translated<typeof vi> = {
  "bad-request": "The request is not valid.",
  "origin-refused": "This request was not sent from the portal, so it was refused. Open the page again and resend.",
  "not-found": "There is no such page.",
  "method-refused": "This kind of request is not supported.",
  "body-too-slow": "The data arrived too slowly, so the connection was stopped. Send it again on a better connection.",
  "body-too-large": "The data sent is too large.",
  "url-too-long": "The address of the page is too long.",
  failed: "The portal met an error and did not carry out the request. Try again in a few minutes.",
  request: "Request: {id}",
};

export const httpMessages = { vi, en } as const;
