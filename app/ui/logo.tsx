const petals = [0, 72, 144, 216, 288] as const;

/** The mark: an apricot blossom rising over the sea. The waves take the colour of the text around them. */
export function LogoMark() {
  return (
    <svg viewBox="0 0 48 48" width="44" height="44" fill="none" aria-hidden="true" focusable="false">
      <g transform="translate(24 18.5)">
        {petals.map((angle) => (
          <path
            key={angle}
            d="M0 0C-6.6-5.4-7.2-13.8-3.4-16.6-1.9-17.5-.7-17.2 0-16.1.7-17.2 1.9-17.5 3.4-16.6 7.2-13.8 6.6-5.4 0 0Z"
            fill="#f5b81c"
            transform={`rotate(${angle})`}
          />
        ))}
        <circle r="3.6" fill="#9c3418" />
      </g>
      <path
        d="M3 40c4.5-3.5 8-3.5 11 0s6.5 3.5 10 0 7-3.5 10 0 7 3.5 11 0M11 46c3-2.2 5-2.2 7 0s4 2.2 6 0 4-2.2 6 0 4 2.2 7 0"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
