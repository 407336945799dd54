import { json } from "@remix-run/node";
import { door } from "~/accounts/door.server";
import { areaChoice } from "~/areas/area-choice";
import { findAreas } from "~/areas/area-queries.server";

const suggestions = 10;
const headers = { "Cache-Control": "public, max-age=300", Vary: "Cookie" };

export const loader = door("open").load(async ({ url, t }) => {
  const found = await findAreas(url.searchParams.get("q") ?? "", suggestions);
  return json({ areas: found.map((area) => areaChoice(area, t)) }, { headers });
});
