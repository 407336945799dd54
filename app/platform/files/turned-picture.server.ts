import { contentPath } from "./data-directory.server";
import { makeOnce } from "./derived.server";
import { turnImage } from "./image.server";

export const quarterTurns = [90, 180, 270] as const;
export type QuarterTurn = (typeof quarterTurns)[number];

/** The path of a derived picture turned clockwise by so many degrees, made on first use; `key` tells pictures of one file apart. */
export async function turnedPicture(
  { path, sha256, key }: { path: string; sha256: string; key: string },
  turn: QuarterTurn,
): Promise<string | undefined> {
  const target = contentPath("derived", sha256, `-${key}-turned-${turn}.webp`);
  if (!target) return undefined;
  await makeOnce(target, async (temporary) => {
    await turnImage(path, temporary, turn);
    return true;
  });
  return target;
}
