import { setUpLink } from "~/accounts/offer-set-up.server";
import { environment } from "~/platform/env.server";
import type { PortalServices } from "~/platform/http/portal.server";
import { platformCrontab, platformTasks } from "~/platform/jobs/platform-tasks.server";

/** What the capabilities bring to the server, wired in one place. */
export const services: PortalServices = {
  tasks: platformTasks,
  crontab: platformCrontab,
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
