import type { Translated } from "~/platform/i18n";
import type { vi } from "./messages.vi";

export const en = {
  status: {
    uploaded: "Columns to be chosen",
    mapped: "Being checked",
    planned: "Waiting for you to start",
    running: "Being imported",
    paused: "Paused",
    finished: "Finished",
    cancelled: "Cancelled",
    failed: "Could not be imported",
  },
  row: {
    create: "To be created",
    update: "To be updated",
    skip: "Unchanged",
    refuse: "Not accepted",
    created: "Created",
    updated: "Updated",
    skipped: "Unchanged",
    refused: "Not accepted",
    notDone: "Not imported",
  },
  resultColumn: { outcome: "Result", errors: "Errors" },
  ignored: { result: "A column that the portal writes in result files; it is not your data." },
  problem: {
    required: "Required content is missing.",
    repeats: "This row repeats row {{row}} of the same file. Keep one and delete the other.",
  },
  failure: {
    noRows: "There is no row of data below the row of titles.",
    notAllowed: "You may no longer act for this enterprise, so the import has stopped.",
    undone: "Some rows have just changed and cannot be accepted, so no row was imported. See the refused rows below.",
    broken:
      "The portal failed while importing this file. Rows already imported are kept; upload the file again to import the rest.",
  },
  notice: {
    finished: "The file {{file}} has been imported",
    failed: "The file {{file}} could not be imported",
    counts: "{{created}} rows created, {{updated}} updated, {{skipped}} unchanged, {{refused}} not accepted.",
    failedText: "Open the import page to see why and how to mend it.",
    action: "See the result",
  },
} as const satisfies Translated<typeof vi>;
