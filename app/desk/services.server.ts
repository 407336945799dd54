import { setUpLink } from "~/accounts/offer-set-up.server";
import { sendDigestsTask } from "~/accounts/send-digests.server";
import { findVisitor } from "~/accounts/session.server";
import { sweepAccountsTask } from "~/accounts/sweep-accounts.server";
import { recognitionImport } from "~/certification/import-recognition.server";
import { remindOfExpiryTask } from "~/certification/remind-of-expiry.server";
import { resumeBulkDecisions, runBulkDecision } from "~/certification/run-bulk-decision.server";
import { weighCertificateTask, weighOpenReviewsTask } from "~/certification/weigh-certificate.server";
import { provideImportKinds } from "~/imports/kinds.server";
import { resumeImports, workImport } from "~/imports/work-import.server";
import { listingImport, ownListingImport } from "~/listings/import-listings.server";
import { environment } from "~/platform/env.server";
import type { PortalServices } from "~/platform/http/portal.server";
import { platformCrontab, platformTasks } from "~/platform/jobs/platform-tasks.server";
import { productImport } from "~/products/import-products.server";
import { smePopulationImport } from "~/targets/import-sme-population.server";

provideImportKinds([productImport, ownListingImport, recognitionImport, listingImport, smePopulationImport]);

/** What the capabilities bring to the server, wired in one place. */
export const services: PortalServices = {
  tasks: {
    ...platformTasks,
    "sweep-accounts": sweepAccountsTask,
    "send-digests": sendDigestsTask,
    "work-import": workImport,
    "resume-imports": resumeImports,
    "run-bulk-decision": runBulkDecision,
    "resume-bulk-decisions": resumeBulkDecisions,
    "weigh-certificate": weighCertificateTask,
    "weigh-open-reviews": weighOpenReviewsTask,
    "remind-of-expiry": remindOfExpiryTask,
  },
  // 19:40 UTC is 02:40 in Vietnam, midnight UTC is 07:00.
  crontab: [
    ...platformCrontab,
    { task: "sweep-accounts", match: "40 19 * * *" },
    { task: "send-digests", match: "0 0 * * *", catchUpHours: 12 },
    { task: "resume-imports", match: "* * * * *" },
    { task: "resume-bulk-decisions", match: "* * * * *" },
    { task: "weigh-open-reviews", match: "0 20 * * *" },
    // Every hour from 7:10 to 19:10 in Vietnam: a portal that was down in the morning reminds in the afternoon.
    { task: "remind-of-expiry", match: "10 0-12 * * *" },
  ],
  uploadPaths: [
    /^\/quan-ly\/[^/]+\/san-pham\/moi$/,
    /^\/quan-ly\/[^/]+\/san-pham\/[^/]+\/anh$/,
    /^\/quan-ly\/[^/]+\/chung-nhan\/moi$/,
    /^\/quan-ly\/[^/]+\/chung-nhan\/[^/]+\/(sua|gia-han)$/,
    /^\/quan-ly\/[^/]+\/danh-muc\/[^/]+$/,
    /^\/tham-dinh\/chung-nhan\/[^/]+\/thu-hoi$/,
    /^\/tham-dinh\/tin-dang\/[^/]+$/,
    /^\/tham-dinh\/theo-van-ban\/moi$/,
    /^\/ho-tro\/[0-9a-f-]{36}$/,
    /^\/nhap-lieu\/moi\/[^/]+$/,
    /^\/nhap-lieu\/[^/]+\/sua-loi$/,
  ],
  uploadOwner: async (cookie, now) => {
    const visitor = await findVisitor(new Request("http://portal/", { headers: cookie ? { cookie } : {} }), now);
    return visitor.state === "signed-in" ? visitor.actor.accountId : undefined;
  },
  setUpLink: async () => {
    const path = await setUpLink();
    return path && `${environment().PUBLIC_ORIGIN}${path}`;
  },
};
