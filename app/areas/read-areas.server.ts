import { z } from "zod";
import { resolveArea } from "./area-queries.server";

/** The most areas that one account is limited to: more would be the whole province. */
export const mostAreas = 30;

export const areasField = z
  .string({ error: "areas:areas.missing" })
  .max(5_000, { error: "areas:area.tooLong" })
  .transform((text) => [
    ...new Set(
      text
        .split(/\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ])
  .refine((lines) => lines.length <= mostAreas, { error: "areas:areas.tooMany" });

/** The units of today that these lines name; the lines that name none or several are answered apart. */
export async function readAreas(lines: readonly string[]): Promise<{ areaIds: string[]; unread: string[] }> {
  const found = await Promise.all(lines.map(async (line) => ({ line, area: (await resolveArea(line)).area })));
  return {
    areaIds: [...new Set(found.flatMap(({ area }) => (area ? [area.id] : [])))],
    unread: found.flatMap(({ line, area }) => (area ? [] : [line])),
  };
}
