import type { ReactNode } from "react";
import { type Placed, placeShares, runsOf, type SharePoint, spreadShares, thin } from "./share-series";
import { Table } from "./table";

export type ShareChartPoint = SharePoint & {
  /** The day and the share as people read them. */
  label: string;
  value: string;
};

export type ShareChartProps = {
  title: ReactNode;
  /** The whole drawing in one sentence. */
  description: string;
  points: readonly ShareChartPoint[];
  targets?: readonly (SharePoint & { share: number; label: string })[] | undefined;
  kind?: "line" | "bars" | undefined;
  tableLabel: string;
  dayHeader: string;
  shareHeader: string;
};

const plotTop = 16;
const plotHeight = 220;
const gridShares = [0, 2_500, 5_000, 7_500, 10_000] as const;

/** A share over time against its targets, drawn on the server, with the same figures as a table. */
export function ShareChart(props: ShareChartProps) {
  const { points, targets = [], kind = "line" } = props;
  const days = [...points, ...targets].map((point) => point.day).sort();
  const domain = [days.at(0) ?? "2020-01-01", days.at(-1) ?? "2030-01-01"] as const;
  const bars = kind === "bars";
  const placed = bars ? spreadShares(points) : placeShares(points, domain);
  const runs = runsOf(placed);
  const marks = placeShares(targets, domain).filter((mark) => mark !== null);
  const shown = placed.filter((point) => point !== null);
  return (
    <figure className="ui-chart">
      <figcaption>{props.title}</figcaption>
      <svg height={plotTop + plotHeight + 28} role="img" aria-label={props.description} focusable="false">
        {bars ? <Bars points={shown} /> : <Lines runs={runs} />}
        {gridShares.map((share) => (
          <Gridline key={share} share={share} />
        ))}
        {marks.map((mark) => (
          <TargetMark key={mark.day + mark.label} mark={mark} across={bars} />
        ))}
        {!bars && shown.length > 0 && <LastDot point={shown.at(-1)} />}
        {thin(shown, 3).map((point) => (
          <text
            key={point.day}
            className="ui-svg-text"
            x={`${point.x}%`}
            y={plotTop + plotHeight + 20}
            textAnchor={anchor(point.x)}
          >
            {point.label}
          </text>
        ))}
      </svg>
      <details className="ui-fold">
        <summary>{props.tableLabel}</summary>
        <Table
          caption={props.title}
          captionHidden
          plain
          columns={[
            { key: "day", header: props.dayHeader, primary: true, cell: (point) => point.label },
            { key: "share", header: props.shareHeader, numeric: true, cell: (point) => point.value },
          ]}
          rows={points}
          rowKey={(point) => point.day}
        />
      </details>
    </figure>
  );
}

function Gridline({ share }: { share: number }) {
  const y = plotTop + plotHeight * (1 - share / 10_000);
  return (
    <>
      <line className={share === 0 ? "ui-line-ink" : "ui-line-grid"} x1="0" x2="100%" y1={y} y2={y} />
      {share > 0 && (
        <text className="ui-svg-text" x="0" y={y - 4}>
          {share / 100}%
        </text>
      )}
    </>
  );
}

/** The stretched inner drawing takes the width of the page; strokes keep their thickness. */
function Lines({ runs }: { runs: readonly (readonly Placed<ShareChartPoint>[])[] }) {
  return (
    <svg y={plotTop} height={plotHeight} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {runs.map((run) => {
        const line = run.map((point) => `${point.x} ${point.y}`).join("L");
        return (
          <g key={run[0]?.day}>
            <path className="ui-fill-area" d={`M${run.at(0)?.x} 100L${line}L${run.at(-1)?.x} 100Z`} />
            <path className="ui-line-share" d={`M${line}`} vectorEffect="non-scaling-stroke" strokeLinejoin="round" />
          </g>
        );
      })}
    </svg>
  );
}

function Bars({ points }: { points: readonly Placed<ShareChartPoint>[] }) {
  const width = Math.min(8, 60 / Math.max(1, points.length));
  return points.map((point) => (
    <rect
      key={point.day}
      className="ui-fill-share"
      x={`${point.x - width / 2}%`}
      y={toPixel(point.y)}
      width={`${width}%`}
      height={plotTop + plotHeight - toPixel(point.y)}
    />
  ));
}

/** On a time axis a target stands at its day; across bars it is a line at its height. */
function TargetMark({ mark, across }: { mark: Placed<SharePoint & { label: string }>; across: boolean }) {
  const y = toPixel(mark.y);
  if (across) {
    return (
      <>
        <line className="ui-line-target" x1="0" x2="100%" y1={y} y2={y} />
        <text className="ui-svg-strong" x="100%" y={y - 5} textAnchor="end">
          {mark.label}
        </text>
      </>
    );
  }
  return (
    <>
      <line className="ui-line-target" x1={`${mark.x}%`} x2={`${mark.x}%`} y1={y} y2={plotTop + plotHeight} />
      <circle className="ui-fill-mai ui-line-ink" cx={`${mark.x}%`} cy={y} r="5" />
      <text className="ui-svg-strong" x={`${mark.x}%`} y={y - 10} textAnchor={anchor(mark.x)}>
        {mark.label}
      </text>
    </>
  );
}

function LastDot({ point }: { point: Placed<ShareChartPoint> | undefined }) {
  return point && <circle className="ui-fill-share" cx={`${point.x}%`} cy={toPixel(point.y)} r="4.5" />;
}

function toPixel(y: number): number {
  return plotTop + (plotHeight * y) / 100;
}

function anchor(x: number): "start" | "middle" | "end" {
  if (x < 15) return "start";
  return x > 85 ? "end" : "middle";
}
