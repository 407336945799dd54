import type { ReactNode } from "react";

export type TargetMeterProps = {
  title: ReactNode;
  /** Basis points, 0 to 10,000; null where there is no figure. */
  share: number | null;
  target: number;
  /** The share in words, or the words for "no figure". */
  value: ReactNode;
  /** Beside the target mark, such as the share and the day it is due. */
  targetLabel: string;
  /** The whole drawing in one sentence. */
  description: string;
  /** Opens the list of what was counted. */
  href?: string | undefined;
  /** A Tag with the verdict. */
  verdict?: ReactNode;
  detail?: ReactNode;
  headingLevel?: 2 | 3 | undefined;
};

/** How far a share has come towards its target. */
export function TargetMeter(props: TargetMeterProps) {
  const Heading = props.headingLevel === 2 ? "h2" : "h3";
  const at = percent(props.target);
  return (
    <div className="ui-meter">
      <Heading className="ui-meter-title">{props.title}</Heading>
      <div className="ui-meter-head">
        <p className={props.share === null ? "ui-figure-value ui-figure-none" : "ui-figure-value"}>
          {props.href ? (
            <a href={props.href}>
              {props.value}
              <span className="ui-hidden"> · {props.title}</span>
            </a>
          ) : (
            props.value
          )}
        </p>
        {props.verdict}
      </div>
      <svg height="52" role="img" aria-label={props.description} focusable="false">
        <rect className="ui-fill-track" y="4" width="100%" height="16" rx="2" />
        {props.share !== null && (
          <rect className="ui-fill-share" y="4" width={percent(props.share)} height="16" rx="2" />
        )}
        <line className="ui-line-ink" x1={at} x2={at} y1="0" y2="28" />
        <circle className="ui-fill-mai" cx={at} cy="28" r="4.5" />
        <text className="ui-svg-strong" x={at} y="48" textAnchor={textAnchor(props.target)}>
          {props.targetLabel}
        </text>
      </svg>
      {props.detail && <div className="ui-soft">{props.detail}</div>}
    </div>
  );
}

function percent(basisPoints: number): string {
  return `${Math.min(10_000, Math.max(0, basisPoints)) / 100}%`;
}

/** Keeps the text inside the drawing at either edge. */
function textAnchor(basisPoints: number): "start" | "middle" | "end" {
  if (basisPoints < 3_000) return "start";
  return basisPoints > 7_000 ? "end" : "middle";
}
