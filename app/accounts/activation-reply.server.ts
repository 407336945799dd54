import { json } from "@remix-run/node";
import { canonicalUrl } from "~/platform/http/canonical.server";
import type { FormReply } from "~/platform/http/form.server";
import type { Activation } from "./activation.server";
import type { ShownActivation } from "./components/activation-sheet";

/** What an action answers that may print a sheet: the form again, or the sheet instead of the page. */
export type ActivationReply = Partial<FormReply> & { activation?: ShownActivation };

/** Answers with the sheet itself: so the code stands in no address, and no reload shows it again. */
export const activationReply = ({ validUntil, ...activation }: Activation) =>
  json<ActivationReply>({
    activation: { ...activation, validUntil: validUntil.toISOString(), page: canonicalUrl("/kich-hoat") },
  });
