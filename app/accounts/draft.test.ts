import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterDraftStep, draftAction, draftableForm, draftFields, draftLimits, draftName, isStaleDraft } from "./draft";

const id = "0191d2b4-0000-7000-8000-000000000001";

describe("a draft is kept", () => {
  test.each([
    ["/quan-ly/co-so-moi", "registerEnterprise"],
    [`/quan-ly/${id}/thong-tin`, "editEnterprise"],
    [`/quan-ly/${id}/quy-mo`, "declareSize"],
    [`/quan-ly/${id}/san-pham/moi`, "addProduct"],
    [`/quan-ly/${id}/san-pham/${id.toUpperCase()}/sua`, "editProduct"],
    [`/quan-ly/${id}/chung-nhan/moi`, "addCertificate"],
    [`/quan-ly/${id}/chung-nhan/${id}/sua`, "editCertificate"],
    [`/quan-ly/${id}/chung-nhan/${id}/de-xuat`, "proposeCertificateChange"],
    [`/quan-ly/${id}/chung-nhan/${id}/gia-han`, "renewCertificate"],
    [`/tham-dinh/chung-nhan/${id}`, "decideCertificate"],
    [`/tham-dinh/chung-nhan/${id}/thu-hoi`, "proposeRevocation"],
    [`/tham-dinh/de-nghi-thu-hoi/${id}`, "decideRevocation"],
    [`/tham-dinh/tin-dang/${id}`, "confirmListing"],
    [`/tham-dinh/de-xuat/${id}`, "decideChange"],
    [`/tham-dinh/danh-muc/${id}`, "decideChecklistAnswer"],
    [`/tham-dinh/danh-gia/${id}`, "recordAssessment"],
  ])("of %s as %s", (path, form) => {
    expect(draftableForm(path)).toBe(form);
  });

  test.each([
    "/tai-khoan",
    "/quan-ly/khong-phai-ma/thong-tin",
    `/quan-ly/${id}/thong-tin/`,
    `/quan-ly/${id}/thong-tin?x=1`,
    `//quan-ly/${id}/quy-mo`,
  ])("not of %s", (path) => {
    expect(draftableForm(path)).toBeUndefined();
  });
});

describe("keeping what was typed", () => {
  test("comes back to the page with all else of its address", () => {
    const kept = draftAction("?hang=loai%3Dlisting&tr=2", "luu-tam");
    expect(kept).toBe("?hang=loai%3Dlisting&tr=2&luu-tam=1");
    expect(afterDraftStep({ pathname: "/x", search: kept })).toBe("/x?hang=loai%3Dlisting&tr=2");
    expect(afterDraftStep({ pathname: "/x", search: draftAction("", "bo-ban-tam") })).toBe("/x");
  });
});

describe("what is kept", () => {
  test.each([
    "password",
    "passwordCurrent",
    "otp",
    "token",
    "secretKey",
    "confirmationCode",
    "oneTimeCode",
    "scanUpload",
  ])("is never the field %s", (name) => {
    expect(draftFields({ [name]: ["bí mật"], name: ["Nem"] })).toEqual({ name: ["Nem"] });
  });

  test("includes the tax code and the code of a scheme, which are no secrets", () => {
    const fields = { taxCode: ["4100000000"], code: ["ocop"] };
    expect(draftFields(fields)).toEqual(fields);
  });

  test("is all or nothing: what is too long or too much is not kept in part", () => {
    const most = "ậ".repeat(Math.floor(draftLimits.bytes / 3));
    expect(draftFields({ a: [most] })).toBeDefined();
    expect(draftFields({ a: [most], b: ["bcd"] })).toBeUndefined();
    expect(draftFields({ a: Array.from({ length: draftLimits.values }, () => "") })).toBeUndefined();
  });

  test("stays within its limit whatever is typed", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(fc.string())), (typed) => {
        const kept = draftFields(typed);
        expect(Object.keys(kept ?? {}).every((name) => name in typed)).toBe(true);
      }),
    );
  });
});

describe("a draft of an edited record", () => {
  test.each([
    [{ version: ["2"] }, 2, false],
    [{ version: ["1"] }, 2, true],
    [{}, 2, false],
    [{ version: ["1"] }, undefined, false],
  ])("%j beside version %s is stale: %s", (fields, version, stale) => {
    expect(isStaleDraft(fields, version)).toBe(stale);
  });
});

describe("a draft is told from others", () => {
  test.each([
    [{ name: [" Nem chua "], number: ["1"] }, "Nem chua"],
    [{ name: [""], number: ["12/QĐ"] }, "12/QĐ"],
    [{ name: [], group: ["food"] }, null],
    [{ name: ["ậ".repeat(200)] }, "ậ".repeat(80)],
  ])("%j by %s", (fields, name) => {
    expect(draftName(fields)).toBe(name);
  });
});
