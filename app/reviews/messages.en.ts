import type { Translated } from "~/platform/i18n";
import type { vi } from "./messages.vi";

export const en: Translated<typeof vi> = {
  change: {
    nothing: "What you propose is the same as the verified version, so there is nothing to send.",
    alreadyOpen: "Another proposal is already waiting. Open the page again to edit that one.",
    status: {
      open: "Waiting for review",
      applied: "Applied",
      returned: "To be corrected",
      refused: "Refused",
      withdrawn: "Withdrawn",
    },
    reason: {
      mismatch: "Does not match the certificate",
      unreadable: "Cannot be made out",
      incomplete: "Something is missing",
      misleading: "Could mislead buyers",
      notCovered: "The certificate does not certify this",
      other: "Another reason",
    },
    mail: {
      greeting: "Dear {{name}},",
      open: "See it on the portal",
      apply: {
        subject: "Proposed change applied: {{label}}",
        text: "The change you proposed to {{label}} was accepted. The portal shows the new version from now on.",
      },
      return: {
        subject: "Proposed change to be corrected: {{label}}",
        text: "The change you proposed to {{label}} needs these corrections before you send it again. The verified version stays as it is:",
      },
      refuse: {
        subject: "Proposed change refused: {{label}}",
        text: "The change you proposed to {{label}} was not accepted. The verified version stays as it is. Why:",
      },
    },
  },
};
