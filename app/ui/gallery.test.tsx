import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Gallery } from "./gallery";
import { TargetMeter } from "./target-meter";

describe.each(["public", "desk"] as const)("every primitive in the %s frame", (view) => {
  const markup = renderToStaticMarkup(<Gallery view={view} />);

  it("carries no inline style, script or event handler, which the content security policy would refuse", () => {
    expect(markup).not.toMatch(/<(script|style)|\sstyle=|\son[a-z]+=/i);
  });

  it("uses each id once and refers only to ids that exist", () => {
    const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(ids).toHaveLength(new Set(ids).size);
    const referred = [...markup.matchAll(/\s(?:for|list|aria-describedby|aria-labelledby)="([^"]*)"/g)];
    expect(referred.flatMap((match) => match[1]?.split(" ") ?? []).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe("a target meter", () => {
  const meter = (share: number | null) =>
    renderToStaticMarkup(
      <TargetMeter title="T" share={share} target={5_000} value="V" targetLabel="50%" description="D" />,
    );

  it("draws no bar at all where there is no figure, and an empty one at nought", () => {
    expect(meter(null)).not.toContain("ui-fill-share");
    expect(meter(0)).toMatch(/ui-fill-share"[^>]*width="0%"/);
  });

  it("stays inside the drawing whatever the share", () => {
    expect(meter(12_000)).toMatch(/ui-fill-share"[^>]*width="100%"/);
  });

  it("says in words what it shows", () => {
    expect(meter(4_000)).toContain('role="img" aria-label="D"');
  });
});
