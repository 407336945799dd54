import type { Translated } from "~/platform/i18n";
import type { vi } from "./messages.vi";

export const en: Translated<typeof vi> = {
  kind: { phuong: "{{name}} ward", xa: "{{name}} commune", "thi-tran": "{{name}} township" },
  former: { phuong: "{{name}} ward", xa: "{{name}} commune", "thi-tran": "{{name}} township" },
  label: "{{unit}} (formerly {{district}})",
  tookIn: "Took in the former {{communes}}",
  tookInPart: "Took in a part of the former {{communes}}",
  areas: {
    label: "Areas",
    hint: "One commune or ward on each line, such as Cát Tiến commune. Where names repeat, add the former district in brackets.",
    missing: "Enter at least one area.",
    tooMany: "At most 30 areas.",
    unread: "Not clear which area is meant: {{names}}. Write the whole name, with the former district in brackets.",
  },
  team: {
    invite: "Invite the community digital team",
    lead: "Members of the digital team help to register enterprises in these areas only.",
    roleHint: "For the community digital team only.",
  },
  field: {
    label: "Area",
    hint: "Type the new or the old name of the commune or ward, with or without diacritics. For example: Cát Tiến, or Cát Thắng, Phù Cát.",
    which: "In which area is the enterprise?",
    whichHint: "What you typed fits several areas. Choose one, or type another name above.",
  },
  area: {
    missing: "Enter the name of the commune or ward.",
    tooLong: "The name of the area is too long.",
    unknown: "No commune or ward of the province has this name. Check the spelling, or try the old name.",
    ambiguous: "Choose the right area from the list below.",
  },
};
