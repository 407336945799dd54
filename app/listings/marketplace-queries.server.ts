import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import { isRecognisedOn } from "./listing-queries.server";

export interface MarketplaceRow {
  id: string;
  version: number;
  code: string;
  name: string;
  hosts: string[];
  shortLinkHosts: string[];
  windowDays: number;
  recognisedFrom: Day;
  recognisedTo: Day | null;
  listings: number;
}

const marketplaceRows = `
  SELECT m.id, m.version, m.code, m.name, m.hosts, m.short_link_hosts AS "shortLinkHosts",
    m.confirmation_window_days AS "windowDays", m.recognised_from AS "recognisedFrom", m.recognised_to AS "recognisedTo",
    (SELECT count(*) FROM listings l WHERE l.marketplace_id = m.id AND l.removed_at IS NULL) AS listings
  FROM marketplaces m`;

export const listMarketplaces = () => rows<MarketplaceRow>(`${marketplaceRows} ORDER BY m.position, m.name LIMIT 200`);
export const findMarketplace = (id: string) => row<MarketplaceRow>(`${marketplaceRows} WHERE m.id = $1`, [id]);

/** The names of all marketplaces, and whether each counts on the day. */
export const listMarketplaceChoices = (day: Day) =>
  rows<{ id: string; name: string; isRecognised: boolean }>(
    `SELECT m.id, m.name, ${isRecognisedOn({ marketplace: "m", day: "$1" })} AS "isRecognised"
      FROM marketplaces m ORDER BY m.position, m.name LIMIT 200`,
    [day],
  );
