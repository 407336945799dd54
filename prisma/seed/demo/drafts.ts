import { buildFormDraft } from "../builders";
import { stableId } from "../stable-id";
import { type DemoEnterprise, hoursAgo, type Ledger } from "./ledger";

/** A product that the first owner began to describe and did not finish. */
export function addDrafts(ledger: Ledger, [enterprise]: readonly DemoEnterprise[]): void {
  if (!enterprise) return;
  ledger.tables.form_drafts.push(
    buildFormDraft({
      accountId: enterprise.owner.id,
      path: `/quan-ly/${enterprise.row.id}/san-pham/moi`,
      fields: {
        id: [stableId("draft-product:1")],
        name: ["Sản phẩm đang điền dở (demo)"],
        group: ["food"],
        description: ["Mô tả viết dở, lưu tạm khi mất mạng."],
        price: ["95.000"],
      },
      savedAt: hoursAgo(ledger, 3),
    }),
  );
}
