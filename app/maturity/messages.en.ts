import type { Translated } from "~/platform/i18n";
import type { vi } from "./messages.vi";

export const en: Translated<typeof vi> = {
  title: "Digital transformation level",
  breadcrumbs: "Where you are",
  register: "Register of enterprises",
  level: {
    "0": "Not started",
    "1": "Setting out",
    "2": "Beginning",
    "3": "Taking shape",
    "4": "Advanced",
    "5": "Leading",
  },
  levelWithNumber: "Level {{level}}: {{name}}",
  version: {
    v2021: "Index of 2021 (1970/QĐ-BTTTT)",
    v2023: "Index of 2023 (2158/QĐ-BTTTT)",
    v2025: "Index of 2025 (1567/QĐ-BKHCN)",
  },
  record: {
    title: "Record the digital transformation level: {{name}}",
    lead: "Record a verified result of the index of enterprises' digital transformation (DBI).",
    submit: "Record the result",
    done: "The result was recorded.",
    former: "Assessments so far",
    none: "No result has been recorded yet.",
    by: "Recorded by {{name}} at {{at}}",
    at: "Recorded at {{at}}",
  },
  field: {
    schemeVersion: "Index",
    level: "Level",
    assessedOn: "Assessed on",
    source: "Source",
    sourceHint:
      "The form, minutes or document it rests on, for example “DBI form no. 12, Department of Science and Technology”.",
    verified: "Verification",
  },
  schemeVersion: { required: "Choose the index that was used." },
  levelField: { required: "Choose the level." },
  assessedOn: {
    future: "The day lies in the future. Give today or an earlier day.",
    beforeVersion: "The day lies before the chosen index was issued. Check the day or the index.",
  },
  source: { tooLong: "The source is longer than 300 characters. Please shorten it." },
};
