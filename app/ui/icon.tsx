const paths = {
  check: "m5 12.5 4.5 4.5L19 7.5",
  clock: "M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  warning: "M12 9.5v4.5m0 3v.1M12 3.5 2.5 20h19L12 3.5Z",
  info: "M12 11v6m0-10v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  close: "m6 6 12 12M18 6 6 18",
  arrow: "M4 12h15m-6-6 6 6-6 6",
  down: "m6 9 6 6 6-6",
  back: "M20 12H5m6-6-6 6 6 6",
  search: "m20 20-4.5-4.5M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z",
  upload: "M12 16V4m-5 5 5-5 5 5M4 16v4h16v-4",
  document: "M14 3H6v18h12V7l-4-4Zm0 0v4h4M9 12h6m-6 4h6",
  store: "M5 11v9h14v-9M3.5 9 5.5 4h13l2 5a2.8 2.8 0 0 1-5.6 0 2.8 2.8 0 0 1-5.8 0 2.8 2.8 0 0 1-5.6 0ZM10 20v-5h4v5",
  shield: "M12 3 5 6v5.5c0 4.5 3 7.6 7 9.5 4-1.9 7-5 7-9.5V6l-7-3Zm-3 9 2.2 2.2L15.5 10",
  chart: "M4 4v16h16M8 16v-4m4.5 4V8m4.5 8v-6",
  user: "M4.5 20.5c.7-3.8 3.7-6 7.5-6s6.8 2.2 7.5 6M12 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z",
  menu: "M4 7h16M4 12h16M4 17h16",
  external: "M14 4h6v6m0-6-9 9m7 1v6H4V6h6",
  qr: "M4 4h6v6H4V4Zm10 0h6v6h-6V4ZM4 14h6v6H4v-6Zm10 0h2.5v2.5H14V14Zm3.5 3.5H20V20h-2.5v-2.5ZM7 7v.1m10-.1v.1M7 17v.1",
  leaf: "M5 20C5 9 11 4 20 4c0 10-5 14.5-11 14.5-1.5 0-3-.5-4-1.5m0 3c2-5 5-7.5 9-9.5",
} as const;

export type IconName = keyof typeof paths;

/** A line drawing; silent to screen readers unless it carries the meaning alone and is given a label. */
export function Icon({ name, label }: { name: IconName; label?: string | undefined }) {
  return (
    <svg
      aria-hidden={label === undefined}
      role="img"
      aria-label={label}
      className="ui-icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
