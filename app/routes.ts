import { index, layout, prefix, type RouteConfig, route } from "@remix-run/route-config";

/** The map of every URL. What people see is Vietnamese without diacritics; what machines read is English. */
export default [
  // Anyone: rendered once per data version, no script
  layout("desk/pages/public-layout.tsx", [
    index("targets/pages/dashboard.tsx"),
    route("chi-tieu/:target", "targets/pages/counted.tsx"),
    route("phuong-phap", "targets/pages/method.tsx"),
    route("loi-thuong-gap", "reviews/pages/common-mistakes.tsx"),
    route("san-pham", "desk/pages/directory.tsx"),
    route("san-pham/:code", "desk/pages/product.tsx"),
    route("co-so/:code", "desk/pages/enterprise.tsx"),
    route("kiem-tra", "certification/pages/check.tsx"),
    route("kiem-tra/:code", "certification/pages/checked-certificate.tsx"),
  ]),
  route("san-pham/xuat", "desk/pages/export-directory.ts"),
  route("chi-tieu/:target/xuat", "targets/pages/export-counted.ts"),
  route("san-pham/:code/qr.svg", "products/pages/product-qr.ts"),
  route("kiem-tra/:code/qr.svg", "certification/pages/check-qr.ts"),
  route("anh/:fileId/:width", "products/pages/photo.ts"),

  // Anyone, never cached: signing in and up
  layout("desk/pages/open-layout.tsx", [
    route("dang-nhap", "accounts/pages/sign-in.tsx"),
    route("dang-ky", "accounts/pages/sign-up.tsx"),
    route("xac-nhan-email/:token", "accounts/pages/confirm-email.tsx"),
    route("xac-nhan-so/:codeId", "accounts/pages/confirm-phone.tsx"),
    route("quen-mat-khau", "accounts/pages/ask-password-reset.tsx"),
    route("dat-lai-mat-khau/:token", "accounts/pages/reset-password.tsx"),
    route("dat-lai-mat-khau/ma/:codeId", "accounts/pages/reset-password-by-code.tsx"),
    route("loi-moi/:token", "accounts/pages/accept-invitation.tsx"),
    route("kich-hoat", "accounts/pages/activate.tsx"),
    route("thiet-lap/:token", "accounts/pages/set-up.tsx"),
    route("demo/mail", "desk/pages/demo-mail.tsx"),
    route("demo/tin-nhan", "desk/pages/demo-texts.tsx"),
    route("demo/mail/:mailId", "desk/pages/demo-mail-message.tsx"),
    route("*", "desk/pages/not-found.tsx"),
  ]),
  // The gallery of primitives brings its own frames.
  route("thu-vien-giao-dien", "desk/pages/gallery.tsx"),
  route("dang-xuat", "accounts/pages/sign-out.ts"),
  route("ngon-ngu", "accounts/pages/choose-language.ts"),
  route("lam-thay/ket-thuc", "enterprises/pages/end-mandate.ts"),
  route("quan-ly/:enterpriseId/san-pham/:productId/anh-san/tat-ca.zip", "products/pages/photo-cuts-zip.ts"),
  route("quan-ly/:enterpriseId/san-pham/:productId/anh-san/:photoId/:size", "products/pages/photo-cut.ts"),
  route("ban-tam", "accounts/pages/save-draft.ts"),
  route("dia-ban/goi-y", "areas/pages/suggest-areas.ts"),

  // Signed in
  layout("desk/pages/desk-layout.tsx", [
    route("ban-lam-viec", "desk/pages/home.tsx"),
    route("tai-khoan", "accounts/pages/account.tsx"),
    route("hop-thu", "accounts/pages/inbox.tsx"),
    route("tai-khoan/so/:codeId", "accounts/pages/confirm-own-phone.tsx"),
    route("tai-khoan/email/:token", "accounts/pages/confirm-own-email.tsx"),

    // Owners
    ...prefix("quan-ly", [
      route("co-so-moi", "enterprises/pages/register-enterprise.tsx"),
      route(":enterpriseId", "desk/pages/enterprise-desk.tsx"),
      route(":enterpriseId/thong-tin", "enterprises/pages/edit-enterprise.tsx"),
      route(":enterpriseId/thanh-vien", "enterprises/pages/members.tsx"),
      route(":enterpriseId/quy-mo", "enterprises/pages/declare-size.tsx"),
      route(":enterpriseId/danh-muc", "enterprises/pages/checklist.tsx"),
      route(":enterpriseId/danh-muc/:itemId", "enterprises/pages/submit-checklist-answer.tsx"),
      route(":enterpriseId/san-pham/moi", "products/pages/add-product.tsx"),
      route(":enterpriseId/san-pham/:productId", "desk/pages/product-desk.tsx"),
      route(":enterpriseId/san-pham/:productId/sua", "products/pages/edit-product.tsx"),
      route(":enterpriseId/san-pham/:productId/lich-su", "desk/pages/product-history.tsx"),
      route(":enterpriseId/de-xuat/:changeId", "desk/pages/own-change.tsx"),
      route(":enterpriseId/san-pham/:productId/anh", "products/pages/product-photos.tsx"),
      route(":enterpriseId/san-pham/:productId/anh-san", "products/pages/photo-sizes.tsx"),
      route(":enterpriseId/san-pham/:productId/tin-dang", "listings/pages/add-listing.tsx"),
      route(":enterpriseId/chung-nhan/moi", "certification/pages/add-certificate.tsx"),
      route(":enterpriseId/chung-nhan/:certificateId", "certification/pages/certificate.tsx"),
      route(":enterpriseId/chung-nhan/:certificateId/sua", "certification/pages/edit-certificate.tsx"),
      route(":enterpriseId/chung-nhan/:certificateId/de-xuat", "certification/pages/propose-certificate-change.tsx"),
      route(":enterpriseId/chung-nhan/:certificateId/lich-su", "desk/pages/certificate-history.tsx"),
      route(":enterpriseId/chung-nhan/:certificateId/gia-han", "certification/pages/renew-certificate.tsx"),
      route(":enterpriseId/chung-nhan/:certificateId/ma-qr", "certification/pages/certificate-qr.tsx"),
    ]),

    // Imports from spreadsheets
    ...prefix("nhap-lieu", [
      index("imports/pages/import-list.tsx"),
      route("moi/:kind", "imports/pages/upload-import.tsx"),
      route(":importId", "imports/pages/import.tsx"),
      route(":importId/cot", "imports/pages/map-columns.tsx"),
      route(":importId/sua-loi", "imports/pages/retry-import.tsx"),
    ]),

    // The community digital team
    ...prefix("ho-tro", [
      index("assistance/pages/assisted-list.tsx"),
      route("moi", "assistance/pages/start-assisted.tsx"),
      route("co-so-da-co", "assistance/pages/assist-enterprise.tsx"),
      route(":assistedId", "assistance/pages/assisted.tsx"),
      route(":assistedId/co-so", "assistance/pages/edit-assisted.tsx"),
      route(":assistedId/san-pham", "assistance/pages/add-assisted-product.tsx"),
      route(":assistedId/phieu", "assistance/pages/assisted-sheet.tsx"),
    ]),

    // Officers
    ...prefix("tham-dinh", [
      index("desk/pages/review-queue.tsx"),
      route("tiep", "reviews/pages/take-next.ts"),
      route("giu/:reviewId", "reviews/pages/hold.ts"),
      route("so-lieu", "desk/pages/bench-figures.tsx"),
      route("da-giai-quyet", "desk/pages/decided-reviews.tsx"),
      route("kiem-tra-lai", "reviews/pages/recheck-list.tsx"),
      route("kiem-tra-lai/:recheckId", "desk/pages/recheck.tsx"),
      route("theo-van-ban", "certification/pages/bulk-decision-list.tsx"),
      route("theo-van-ban/moi", "certification/pages/propose-bulk-decision.tsx"),
      route("theo-van-ban/:bulkDecisionId", "certification/pages/bulk-decision.tsx"),
      route("ghi-chu/:kind/:subjectId", "reviews/pages/internal-notes.tsx"),
      route("chung-nhan/:certificateId", "certification/pages/review-certificate.tsx"),
      route("chung-nhan/:certificateId/thu-hoi", "certification/pages/propose-revocation.tsx"),
      route("de-nghi-thu-hoi/:revocationId", "certification/pages/review-revocation.tsx"),
      route("tin-dang/:listingId", "listings/pages/confirm-listing.tsx"),
      route("de-xuat/:changeId", "desk/pages/review-change.tsx"),
      route("danh-muc/:answerId", "desk/pages/review-checklist-answer.tsx"),
      route("danh-gia/:enterpriseId", "maturity/pages/record-assessment.tsx"),
    ]),

    // Officers, leadership, administrators: the registers
    ...prefix("so", [
      route("co-so", "enterprises/pages/enterprise-register.tsx"),
      route("co-so/:enterpriseId", "desk/pages/enterprise-record.tsx"),
      route("co-so/:enterpriseId/tai-khoan", "enterprises/pages/owner-accounts.tsx"),
      route("chung-nhan", "certification/pages/certificate-register.tsx"),
      route("tin-dang", "listings/pages/listing-register.tsx"),
      route("san-pham/:productId/lich-su", "desk/pages/product-record-history.tsx"),
      route("chung-nhan/:certificateId/lich-su", "desk/pages/certificate-record-history.tsx"),
    ]),

    // Administrators
    ...prefix("quan-tri", [
      route("tai-khoan", "accounts/pages/account-list.tsx"),
      route("tai-khoan/:accountId", "accounts/pages/edit-account.tsx"),
      route("tai-khoan/:accountId/dia-ban", "areas/pages/account-areas.tsx"),
      route("loi-moi", "accounts/pages/invite.tsx"),
      route("loi-moi/to-cong-nghe-so", "areas/pages/invite-digital-team.tsx"),
      route("khoa-api", "accounts/pages/api-keys.tsx"),
      route("danh-muc", "enterprises/pages/checklist-item-list.tsx"),
      route("danh-muc/:itemId", "enterprises/pages/edit-checklist-item.tsx"),
      route("loai-chung-nhan", "certification/pages/scheme-list.tsx"),
      route("loai-chung-nhan/:schemeId", "certification/pages/edit-scheme.tsx"),
      route("san", "listings/pages/marketplace-list.tsx"),
      route("san/:marketplaceId", "listings/pages/edit-marketplace.tsx"),
      route("ngay-nghi", "reviews/pages/holidays.tsx"),
      route("kiem-tra-lai", "reviews/pages/recheck-share.tsx"),
      route("ly-do", "reviews/pages/reason-list.tsx"),
      route("ly-do/:reasonId", "desk/pages/edit-reason.tsx"),
      route("chi-tieu", "targets/pages/target-list.tsx"),
      route("chi-tieu/:targetId", "targets/pages/edit-target.tsx"),
      route("nhat-ky", "desk/pages/journal.tsx"),
      route("thu", "desk/pages/mail-list.tsx"),
      route("thu/:mailId", "desk/pages/mail-message.tsx"),
      route("tin-nhan", "desk/pages/text-list.tsx"),
    ]),
  ]),
  // Lists as files
  route("quan-ly/:enterpriseId/san-pham/xuat", "products/pages/export-own-products.ts"),
  route("tham-dinh/xuat", "desk/pages/export-queue.ts"),
  route("tham-dinh/da-giai-quyet/xuat", "desk/pages/export-decided.ts"),
  route("tham-dinh/theo-van-ban/:bulkDecisionId/xuat", "certification/pages/export-bulk-decision.ts"),
  route("so/co-so/xuat", "enterprises/pages/export-enterprises.ts"),
  route("so/chung-nhan/xuat", "certification/pages/export-certificates.ts"),
  route("so/tin-dang/xuat", "listings/pages/export-listings.ts"),
  route("quan-tri/tai-khoan/xuat", "accounts/pages/export-accounts.ts"),
  route("quan-tri/nhat-ky/xuat", "desk/pages/export-journal.ts"),
  route("nhap-lieu/mau/:kind/:format", "imports/pages/template.ts"),
  route("nhap-lieu/:importId/tep", "imports/pages/original-file.ts"),
  route("nhap-lieu/:importId/ket-qua", "imports/pages/result-file.ts"),
  route("tep/:fileId", "certification/pages/file.ts"),
  route("tep/:fileId/trang/:page", "certification/pages/file-page.ts"),

  // Partners
  ...prefix("feeds/v1", [
    route("listings.csv", "feeds/pages/listings-csv.ts"),
    route("listings.json", "feeds/pages/listings-json.ts"),
  ]),
] satisfies RouteConfig;
