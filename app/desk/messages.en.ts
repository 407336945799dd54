import type { Translated } from "~/platform/i18n";
import type { vi } from "./messages.vi";

export const en: Translated<typeof vi> = {
  brand: { name: "Lên Sàn", line: "Gia Lai province" },
  skip: "To the main content",
  menu: "Menu",
  language: { switch: "Tiếng Việt", label: "Language" },
  demo: {
    label: "Demo",
    banner: "DEMO: the enterprises, products and certificates here are all made up.",
    mail: "Sent mail",
  },
  footer: {
    about: "Follows certified products onto the marketplaces, under Resolution 05-NQ/TU of 20 September 2021.",
    method: "How the figures are made",
  },
  nav: {
    dashboard: "Overview",
    directory: "Products",
    method: "Method",
    desk: "Go to work",
    home: "My desk",
    newEnterprise: "Register an enterprise",
    queue: "Reviews",
    enterprises: "Enterprises",
    certificates: "Certificates",
    listings: "Listings",
    accounts: "Accounts",
    invite: "Invite staff",
    apiKeys: "API keys",
    schemes: "Schemes",
    marketplaces: "Marketplaces",
    targets: "Targets",
    journal: "Journal",
    mail: "Mail",
    account: "My account",
    signOut: "Sign out",
  },
};
