import { type Motif, motifs, type Palette } from "./motifs";

export const photoWidth = 1200;
export const photoHeight = 900;

const suns = [
  [900, 240],
  [290, 270],
  [600, 170],
  [1040, 420],
] as const;

/** An abstract illustration of a kind of product, as SVG without text; the variant changes light and ground. */
export function productPicture(motif: Motif, colours: Palette, variant: number): string {
  const [light, main, dark] = colours;
  const [sunX, sunY] = suns[variant % suns.length] ?? suns[0];
  const ground =
    variant % 2 === 0 ? "M0 690 Q300 630 620 680 T1200 650 V900 H0 Z" : "M0 660 Q360 720 700 660 T1200 690 V900 H0 Z";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${photoWidth}" height="${photoHeight}" viewBox="0 0 1200 900">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fffdf8"/><stop offset="1" stop-color="${light}"/></linearGradient></defs>
<rect width="1200" height="900" fill="url(#sky)"/>
<circle cx="${sunX}" cy="${sunY}" r="${variant % 2 === 0 ? 150 : 120}" fill="${main}" opacity=".16"/>
<path d="${ground}" fill="${main}" opacity=".22"/>
<ellipse cx="600" cy="700" rx="350" ry="26" fill="${dark}" opacity=".18"/>
${motifs[motif](colours)}
</svg>`;
}
