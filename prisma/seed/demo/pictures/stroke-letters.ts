// Text in SVG needs a font that a fresh machine may not have; the few words on a demo scan are drawn instead.
// Each letter is a pen's way on a grid 4 wide and 6 high, marks above and below outside of it.
const bodyA = "M0 6 L2 0 L4 6 M.7 4 H3.3";
const roof = "M1 -1 L2 -1.9 L3 -1";
const strokes: Readonly<Record<string, string>> = {
  " ": "",
  Ấ: `${bodyA} ${roof} M3.1 -1.9 L3.8 -2.8`,
  Ậ: `${bodyA} ${roof} M2 7.2 V7.25`,
  C: "M4 1 Q3.3 0 2.2 0 Q0 0 0 3 Q0 6 2.2 6 Q3.3 6 4 5",
  D: "M0 0 V6 H1.7 Q4 6 4 3 Q4 0 1.7 0 Z",
  E: "M4 0 H0 V6 H4 M0 3 H3.2",
  G: "M4 1 Q3.3 0 2.2 0 Q0 0 0 3 Q0 6 2.2 6 Q4 6 4 4.4 V3.2 H2.4",
  H: "M0 0 V6 M4 0 V6 M0 3 H4",
  I: "M2 0 V6",
  L: "M0 0 V6 H4",
  M: "M0 6 V0 L2 3.6 L4 0 V6",
  N: "M0 6 V0 L4 6 V0",
  O: "M2 0 Q4 0 4 3 Q4 6 2 6 Q0 6 0 3 Q0 0 2 0 Z",
  P: "M0 6 V0 H2.4 Q4 0 4 1.6 Q4 3.2 2.4 3.2 H0",
  Ụ: "M0 0 V4 Q0 6 2 6 Q4 6 4 4 V0 M2 7.2 V7.25",
  Ứ: "M0 0 V4 Q0 6 2 6 Q4 6 4 4 V0 M4 .9 Q5 .8 4.9 -.4 M1.7 -.8 L2.6 -1.9",
  Y: "M0 0 L2 2.8 L4 0 M2 2.8 V6",
};
const advance = 6;

/** A word as strokes, centred on x, its letters so many units high and standing on y. */
export function strokeWord(word: string, x: number, y: number, height: number, attributes: string): string {
  const unit = height / 6;
  const left = x - ((word.length * advance - 2) * unit) / 2;
  const letters = [...word].map((letter, index) => {
    const way = strokes[letter];
    if (way === undefined) throw new RangeError(`No strokes for ${letter}`);
    return `<path d="${way}" transform="translate(${index * advance} 0)"/>`;
  });
  return `<g transform="translate(${left} ${y - height}) scale(${unit})" fill="none" stroke-linecap="round" stroke-linejoin="round" ${attributes}>${letters.join("")}</g>`;
}
