import { setUpLink } from "~/accounts/offer-set-up.server";
import { sweepAccountsTask } from "~/accounts/sweep-accounts.server";
import { environment } from "~/platform/env.server";
import type { PortalServices } from "~/platform/http/portal.server";
import { platformCrontab, platformTasks } from "~/platform/jobs/platform-tasks.server";

/** What the capabilities bring to the server, wired in one place. */
export const services: PortalServices = {
  tasks: { ...platformTasks, "sweep-accounts": sweepAccountsTask },
  // 19:40 UTC is 02:40 in Vietnam.
  crontab: [...platformCrontab, { task: "sweep-accounts", match: "40 19 * * *" }],
  uploadPaths: [
    /^\/quan-ly\/[^/]+\/san-pham\/moi$/,
    /^\/quan-ly\/[^/]+\/san-pham\/[^/]+\/anh$/,
    /^\/quan-ly\/[^/]+\/chung-nhan\/moi$/,
    /^\/quan-ly\/[^/]+\/chung-nhan\/[^/]+\/sua$/,
    /^\/tham-dinh\/tin-dang\/[^/]+$/,
  ],
  setUpLink: async () => {
    const path = await setUpLink();
    return path && `${environment().PUBLIC_ORIGIN}${path}`;
  },
};
