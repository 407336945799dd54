const columns = 25;
const cell = 10;
// A market stall: roof, three scallops of its awning, counter.
const stall = "M2 1.2h6l1.1 2.9a1.37 1.37 0 0 1-2.74 0 1.37 1.37 0 0 1-2.73 0 1.37 1.37 0 0 1-2.73 0zM2 6.6h6v2H2z";

interface StallsProps {
  /** Basis points. */
  share: number;
  target: number;
  /** Says what is drawn, for everyone. */
  caption: string;
}

/** A market of a hundred stalls, as many of them open as per cent are reached, with a mark where the target stands. */
export function Stalls({ share, target, caption }: StallsProps) {
  const open = Math.floor(share / 100);
  const full = Math.floor(open / columns) * cell;
  const rest = (open % columns) * cell;
  const mark = Math.max(1, Math.round(target / 100));
  // After the stall that reaches the mark, so that a full row is closed at its own end.
  const x = (((mark - 1) % columns) + 1) * cell;
  const y = Math.floor((mark - 1) / columns) * cell;
  const width = columns * cell;
  return (
    <figure>
      <svg className="w-full" viewBox={`0 0 ${width} ${4 * cell}`} aria-hidden="true" focusable="false">
        <defs>
          <pattern id="stall-open" width={cell} height={cell} patternUnits="userSpaceOnUse">
            <rect className="fill-mast" width={cell} height={cell} />
            <path className="ui-fill-mai" d={stall} />
          </pattern>
          <pattern id="stall-closed" width={cell} height={cell} patternUnits="userSpaceOnUse">
            <path
              className="fill-mast-2 stroke-on-mast [stroke-opacity:0.5] [stroke-width:0.35] print:fill-none"
              d={stall}
            />
          </pattern>
        </defs>
        <rect width={width} height={4 * cell} fill="url(#stall-closed)" />
        <rect width={width} height={full} fill="url(#stall-open)" />
        <rect y={full} width={rest} height={cell} fill="url(#stall-open)" />
        <line className="stroke-on-mast [stroke-width:0.9]" x1={x} x2={x} y1={y} y2={y + cell} />
      </svg>
      <figcaption className="mt-2 text-[0.9375rem] opacity-90">{caption}</figcaption>
    </figure>
  );
}
