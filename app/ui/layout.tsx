import type { ReactNode } from "react";

/** One below the other. */
export function Stack({ gap = "normal", children }: { gap?: "tight" | "normal" | "loose"; children: ReactNode }) {
  return <div className={gap === "normal" ? "ui-stack" : `ui-stack ui-stack-${gap}`}>{children}</div>;
}

/** Side by side, wrapping. */
export function Cluster({ children }: { children: ReactNode }) {
  return <div className="ui-cluster">{children}</div>;
}

/** As many equal columns as fit. */
export function Grid({ wide, children }: { wide?: boolean | undefined; children: ReactNode }) {
  return <div className={wide ? "ui-grid ui-grid-wide" : "ui-grid"}>{children}</div>;
}

export type SplitProps = { aside: ReactNode; children: ReactNode; side?: "start" | "end" | "even" | undefined };

/** Main matter with an aside on wide screens; `start` puts the aside first, `even` shares the width, as for evidence beside claim. */
export function Split({ aside, children, side = "end" }: SplitProps) {
  return (
    <div className={`ui-split ui-split-${side}`}>
      {side === "start" && <div>{aside}</div>}
      <div>{children}</div>
      {side !== "start" && <div>{aside}</div>}
    </div>
  );
}

/** Running text at a readable measure. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="ui-prose">{children}</div>;
}
