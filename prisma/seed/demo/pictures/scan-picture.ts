import { randomFrom } from "../../random";
import { strokeWord } from "./stroke-letters";

export const scanWidth = 1240;
export const scanHeight = 1754;
export const screenshotWidth = 1080;
export const screenshotHeight = 1440;

const bar = (x: number, y: number, width: number, fill = "#c6ccd3"): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="18" rx="9" fill="${fill}"/>`;

const lines = [700, 790, 880, 970, 1060]
  .map((y, index) => bar(190, y, 200) + bar(470, y, 330 + ((index * 137) % 240), "#8c96a2"))
  .join("");

/** A sheet that looks like a scanned certificate and says in large letters that it is a demo. */
export const scanPicture = (colour: string, turn: number): string => sheet(colour, turn, scanWidth, lines);

/** Small sheets whose writing differs from one to the next, as that of real certificates does. */
export const ownScanWidth = 620;
export const ownScanColour = "#1d4e89";
export const ownScanHeight = (ownScanWidth * scanHeight) / scanWidth;

export function ownScanPicture(n: number): string {
  const random = randomFrom(7000 + n);
  const writing = Array.from({ length: 7 }, (_, index) => {
    const [y, name, gap] = [632 + index * 72, 120 + random.between(0, 240), 40 + random.between(0, 160)];
    return bar(190, y, name) + bar(190 + name + gap, y, 120 + random.between(0, 340), "#5c6672");
  });
  return sheet(ownScanColour, 0, ownScanWidth, writing.join(""));
}

/** The second page of a certificate: the list of what it covers. */
export function annexPicture(colour: string): string {
  const rows = Array.from({ length: 9 }, (_, index) => {
    const y = 520 + index * 96;
    return bar(190, y, 40, colour) + bar(270, y, 360 + ((index * 89) % 180), "#5c6672") + bar(860, y, 150);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${scanWidth}" height="${scanHeight}">
<rect width="${scanWidth}" height="${scanHeight}" fill="#e6e1d6"/>
<rect x="50" y="50" width="1140" height="1654" fill="#fffdf7"/>
${strokeWord("PHỤ LỤC", 620, 300, 64, `stroke="${colour}" stroke-width=".95"`)}
${bar(400, 370, 440, colour)}
${rows.join("")}
<g transform="rotate(-30 620 960)">${strokeWord("DEMO", 620, 1080, 250, `stroke="${colour}" stroke-width=".9" opacity=".13"`)}</g>
</svg>`;
}

function sheet(colour: string, turn: number, width: number, writing: string): string {
  const height = (width * scanHeight) / scanWidth;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${scanWidth} ${scanHeight}">
<rect width="${scanWidth}" height="${scanHeight}" fill="#e6e1d6"/>
<g transform="rotate(${turn} 620 877)">
<rect x="50" y="50" width="1140" height="1654" fill="#fffdf7"/>
<rect x="90" y="90" width="1060" height="1574" fill="none" stroke="${colour}" stroke-width="10"/>
<rect x="112" y="112" width="1016" height="1530" fill="none" stroke="${colour}" stroke-width="3"/>
<circle cx="620" cy="290" r="92" fill="${colour}" opacity=".14"/>
<path d="M620 214 l19 52 55 2 -43 34 15 53 -46 -31 -46 31 15 -53 -43 -34 55 -2 Z" fill="${colour}"/>
${strokeWord("GIẤY CHỨNG NHẬN", 620, 530, 52, `stroke="${colour}" stroke-width=".95"`)}
${bar(400, 590, 440, colour)}
${writing}
${bar(190, 1250, 300)}${bar(190, 1295, 220)}
<g transform="rotate(-8 850 1360)" opacity=".8">
<circle cx="850" cy="1360" r="140" fill="none" stroke="#b3261e" stroke-width="9"/>
<circle cx="850" cy="1360" r="116" fill="none" stroke="#b3261e" stroke-width="3"/>
${strokeWord("DEMO", 850, 1385, 48, 'stroke="#b3261e" stroke-width="1"')}
</g>
<g transform="rotate(-30 620 960)">${strokeWord("DEMO", 620, 1080, 250, `stroke="${colour}" stroke-width=".9" opacity=".13"`)}</g>
</g></svg>`;
}

/** What an officer keeps of a listing seen live: the frame of a marketplace page, marked as a demo. */
export function screenshotPicture(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${screenshotWidth}" height="${screenshotHeight}">
<rect width="1080" height="1440" fill="#f4f5f7"/>
<rect width="1080" height="120" fill="${colour}"/>
<rect x="150" y="34" width="640" height="54" rx="27" fill="#fff" opacity=".9"/>
<rect x="60" y="170" width="960" height="640" rx="18" fill="#fff"/>
<circle cx="540" cy="490" r="170" fill="${colour}" opacity=".25"/>
${strokeWord("DEMO", 540, 530, 80, `stroke="${colour}" stroke-width="1"`)}
<rect x="60" y="850" width="700" height="44" rx="10" fill="#cfd5dc"/>
<rect x="60" y="920" width="480" height="44" rx="10" fill="#dfe3e8"/>
<rect x="60" y="1000" width="280" height="60" rx="10" fill="${colour}" opacity=".7"/>
<rect x="60" y="1110" width="960" height="24" rx="10" fill="#dfe3e8"/>
<rect x="60" y="1160" width="860" height="24" rx="10" fill="#dfe3e8"/>
</svg>`;
}
