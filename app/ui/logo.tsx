const petals = [0, 72, 144, 216, 288] as const;

/** The mark: an apricot blossom rising over the sea. */
export function LogoMark() {
  return (
    <svg viewBox="0 0 48 48" width="44" height="44" aria-hidden="true" focusable="false">
      <rect width="48" height="48" rx="10" fill="#0a5160" />
      {petals.map((angle) => (
        <path
          key={angle}
          d="M24 21C18.5 16.5 18 9.5 21.2 7.2 22.4 6.4 23.4 6.7 24 7.6 24.6 6.7 25.6 6.4 26.8 7.2 30 9.5 29.5 16.5 24 21Z"
          fill="#f5b81c"
          transform={`rotate(${angle} 24 21)`}
        />
      ))}
      <circle cx="24" cy="21" r="3.2" fill="#9c3418" />
      <path
        d="M0 34c5-4.5 9-4.5 13 0s7 4.5 11 0 8-4.5 12 0 8 4.5 12 0v4c0 6-4 10-10 10H10C4 48 0 44 0 38Z"
        fill="#083d49"
      />
      <path
        d="M5 40.5c4-3 7-3 10 0s6 3 9 0 6-3 9 0 6 3 10 0"
        fill="none"
        stroke="#f6f1e2"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
