import type { Translated } from "~/platform/i18n";
import type { vi } from "./messages.vi";

export const en: Translated<typeof vi> = {
  role: { owner: "Owner", officer: "Officer", leader: "Leadership", administrator: "Administrator" },
  heldForm: "Your last session had run out. What you typed is kept below; choose files again.",
};
