/** Light, main and dark colour of a picture. */
export type Palette = readonly [string, string, string];

const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, more = ""): string =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
const box = (x: number, y: number, width: number, height: number, radius: number, fill: string, more = ""): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" ${more}/>`;
const shape = (d: string, fill: string, more = ""): string => `<path d="${d}" fill="${fill}" ${more}/>`;
const line = (d: string, stroke: string, width: number, more = ""): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" ${more}/>`;
const many = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join("");
const cream = "#fffaf0";

// Each motif stands on the line y = 690 of a picture of 1200 × 900.
export const motifs = {
  bottle: ([, main, dark]: Palette) =>
    many(3, (i) => {
      const x = 400 + i * 145;
      const top = i === 1 ? 270 : 340;
      return (
        box(x + 32, top - 60, 46, 90, 10, dark) +
        shape(
          `M${x} ${top + 110} Q${x} ${top + 30} ${x + 55} ${top} Q${x + 110} ${top + 30} ${x + 110} ${top + 110} V690 H${x} Z`,
          main,
        ) +
        box(x + 10, top + 150, 90, 110, 8, cream) +
        ellipse(x + 55, top + 205, 28, 28, dark, 'opacity=".55"')
      );
    }),
  jar: ([light, main, dark]: Palette) =>
    many(2, (i) => {
      const x = 370 + i * 250;
      return (
        box(x, 380 + i * 40, 210, 310 - i * 40, 46, main) +
        box(x - 8, 340 + i * 40, 226, 56, 16, dark) +
        box(x + 30, 490 + i * 30, 150, 120, 12, cream) +
        many(3, (k) => ellipse(x + 65 + k * 40, 550 + i * 30, 15, 15, k === 1 ? dark : light))
      );
    }),
  discs: ([light, main, dark]: Palette) =>
    many(5, (i) =>
      ellipse(600, 670 - i * 34, 290 - i * 6, 62, i % 2 ? light : cream, `stroke="${main}" stroke-width="5"`),
    ) + many(16, (i) => ellipse(410 + ((i * 83) % 380), 512 + ((i * 37) % 46), 6, 4, dark)),
  noodles: ([, main, dark]: Palette) =>
    many(7, (i) =>
      line(
        `M${360 + i * 14} 640 C ${430 + i * 30} ${330 + i * 22}, ${700 - i * 10} ${330 + i * 30}, ${840 - i * 14} 640`,
        i % 2 ? cream : main,
        20,
      ),
    ) +
    box(430, 560, 340, 70, 16, dark) +
    box(330, 640, 540, 50, 25, main),
  cakes: ([light, main, dark]: Palette) =>
    many(5, (i) => {
      const x = 400 + (i % 3) * 200 + (i > 2 ? 100 : 0);
      const y = i > 2 ? 500 : 620;
      return (
        shape(
          `M${x - 95} ${y + 70} L${x} ${y - 70} L${x + 95} ${y + 70} Z`,
          i % 2 ? main : dark,
          'stroke-linejoin="round"',
        ) + ellipse(x, y + 12, 22, 22, light)
      );
    }),
  bundles: ([, main, dark]: Palette) =>
    many(4, (i) => {
      const x = 330 + i * 140;
      return (
        box(x, 370 + (i % 2) * 40, 108, 320 - (i % 2) * 40, 50, i % 2 ? dark : main) +
        many(3, (k) => box(x - 6, 450 + k * 80, 120, 14, 7, cream, 'opacity=".85"'))
      );
    }),
  fish: ([, main, dark]: Palette) =>
    many(3, (i) => {
      const y = 410 + i * 115;
      const x = 600 + (i % 2) * 60;
      return (
        shape(
          `M${x - 270} ${y} Q${x - 40} ${y - 110} ${x + 190} ${y} Q${x - 40} ${y + 110} ${x - 270} ${y} Z`,
          i === 1 ? dark : main,
        ) +
        shape(
          `M${x + 165} ${y} L${x + 280} ${y - 62} L${x + 245} ${y} L${x + 280} ${y + 62} Z`,
          i === 1 ? dark : main,
        ) +
        ellipse(x - 195, y - 14, 11, 11, cream) +
        line(`M${x - 130} ${y - 46} Q${x - 100} ${y} ${x - 130} ${y + 46}`, cream, 5, 'opacity=".7"')
      );
    }),
  fruit: ([light, main, dark]: Palette) =>
    ellipse(480, 550, 150, 150, main) +
    ellipse(740, 560, 140, 138, dark) +
    ellipse(610, 430, 128, 126, main, 'opacity=".92"') +
    ellipse(440, 505, 36, 24, light, 'opacity=".6"') +
    shape("M610 310 Q640 220 740 230 Q710 320 610 310 Z", dark) +
    line("M610 318 Q600 270 586 250", dark, 12),
  bowl: ([light, main, dark]: Palette) =>
    shape("M330 470 H870 Q850 690 690 690 H510 Q350 690 330 470 Z", main) +
    ellipse(600, 470, 270, 62, dark) +
    many(9, (i) => line(`M${390 + i * 46} ${455 + (i % 3) * 10} q30 ${i % 2 ? 30 : -30} 66 6`, light, 11)),
  jug: ([light, main, dark]: Palette) =>
    shape(
      "M500 300 H620 Q610 380 660 430 Q730 500 715 600 Q700 690 560 690 Q420 690 405 600 Q390 500 460 430 Q510 380 500 300 Z",
      main,
    ) +
    box(486, 250, 148, 56, 16, dark) +
    shape("M470 520 H650 V600 H470 Z", cream) +
    ellipse(560, 560, 26, 26, dark) +
    shape("M780 590 H890 L872 690 H798 Z", light, `stroke="${main}" stroke-width="6"`) +
    ellipse(835, 590, 55, 16, dark),
  cup: ([light, main, dark]: Palette) =>
    shape("M400 480 H740 Q730 690 640 690 H500 Q410 690 400 480 Z", main) +
    ellipse(570, 480, 170, 38, dark) +
    line("M738 520 q96 0 80 66 q-20 60 -104 52", main, 24) +
    many(3, (i) => line(`M${500 + i * 70} 400 q-26 -40 0 -80 q26 -40 0 -76`, light, 14, 'opacity=".9"')) +
    shape("M800 690 q10 -110 110 -120 q-6 110 -110 120 Z", dark),
  leaf: ([light, main, dark]: Palette) =>
    many(3, (i) => {
      const turn = (i - 1) * 34;
      return `<g transform="rotate(${turn} 600 690)">${shape("M600 690 Q450 500 600 270 Q750 500 600 690 Z", i === 1 ? dark : main)}${line("M600 670 V330", light, 8)}</g>`;
    }) + ellipse(820, 620, 32, 44, light, `stroke="${dark}" stroke-width="6"`),
  hat: ([light, main, dark]: Palette) =>
    shape("M600 270 L930 640 Q600 730 270 640 Z", main) +
    many(6, (i) =>
      line(
        `M${600 - (40 + i * 48)} ${312 + i * 54} Q600 ${350 + i * 66} ${600 + (40 + i * 48)} ${312 + i * 54}`,
        light,
        6,
      ),
    ) +
    line("M400 655 Q600 860 800 655", dark, 9) +
    ellipse(600, 275, 22, 16, dark),
  basket: ([light, main, dark]: Palette) =>
    line("M420 470 Q600 150 780 470", dark, 26) +
    shape("M350 460 H850 L800 690 H400 Z", main) +
    many(4, (row) =>
      many(8, (i) =>
        box(376 + i * 58 + (row % 2) * 22, 486 + row * 50, 38, 20, 6, row % 2 ? light : dark, 'opacity=".75"'),
      ),
    ) +
    box(335, 440, 530, 40, 20, dark),
  vase: ([light, main, dark]: Palette) =>
    many(2, (i) => {
      const x = 440 + i * 320;
      return (
        shape(
          `M${x - 60} 270 H${x + 60} Q${x + 40} 350 ${x + 110} 440 Q${x + 150} 560 ${x + 60} 690 H${x - 60} Q${x - 150} 560 ${x - 110} 440 Q${x - 40} 350 ${x - 60} 270 Z`,
          i ? dark : main,
        ) +
        line(`M${x - 104} 440 Q${x} 470 ${x + 104} 440`, light, 9) +
        line(`M${x - 112} 560 Q${x} 592 ${x + 112} 560`, light, 9)
      );
    }),
  blossom: ([, main, dark]: Palette) =>
    line("M600 640 Q560 520 640 440 Q700 370 660 280", dark, 26) +
    line("M618 480 Q520 430 470 350", dark, 16) +
    line("M650 430 Q760 400 800 330", dark, 16) +
    [
      [660, 270],
      [470, 345],
      [800, 325],
      [560, 415],
      [730, 405],
      [590, 540],
    ]
      .map(
        ([x = 0, y = 0]) =>
          many(5, (i) => ellipse(x, y - 30, 20, 28, main, `transform="rotate(${i * 72} ${x} ${y})"`)) +
          ellipse(x, y, 11, 11, cream),
      )
      .join("") +
    shape("M470 620 H730 L700 690 H500 Z", dark),
  boat: ([light, main, dark]: Palette) =>
    line("M600 240 V590", dark, 16) +
    shape("M616 260 Q800 420 790 560 H616 Z", cream) +
    shape("M584 320 Q470 440 440 560 H584 Z", light) +
    shape("M330 590 H880 Q830 690 720 690 H480 Q370 690 330 590 Z", dark) +
    many(4, (i) => line(`M${240 + i * 190} 730 q48 -30 96 0 q48 30 96 0`, main, 12)),
  beans: ([light, main, dark]: Palette) =>
    many(11, (i) => {
      const x = 390 + (i % 4) * 140 + (Math.floor(i / 4) % 2) * 70;
      const y = 630 - Math.floor(i / 4) * 120;
      return `<g transform="rotate(${(i * 47) % 90} ${x} ${y})">${ellipse(x, y, 62, 44, i % 3 ? main : dark)}${line(`M${x - 52} ${y} q26 -20 52 0 q26 20 52 0`, light, 7)}</g>`;
    }),
  pepper: ([light, main, dark]: Palette) =>
    line("M600 260 V420", main, 12) +
    shape("M600 300 Q700 210 820 280 Q740 370 600 300 Z", main) +
    many(30, (i) =>
      ellipse(
        470 + (i % 6) * 52 + (Math.floor(i / 6) % 2) * 20,
        440 + Math.floor(i / 6) * 56,
        27,
        27,
        i % 5 === 2 ? main : dark,
        `stroke="${light}" stroke-width="3"`,
      ),
    ),
  nuts: ([light, main, dark]: Palette) =>
    many(5, (i) => {
      const x = 400 + (i % 3) * 200 + (i > 2 ? 100 : 0);
      const y = i > 2 ? 450 : 600;
      return (
        ellipse(x, y, 92, 90, i % 2 ? dark : main) +
        (i % 2 ? ellipse(x, y, 56, 54, light) : line(`M${x - 40} ${y - 50} q50 30 78 90`, light, 8))
      );
    }),
  cloth: ([light, main, dark]: Palette) =>
    box(380, 270, 440, 420, 10, main) +
    many(4, (i) => box(380, 300 + i * 104, 440, 52, 0, i % 2 ? light : dark)) +
    many(4, (row) =>
      many(7, (i) => shape(`M${410 + i * 60} ${326 + row * 104} l22 -20 l22 20 l-22 20 Z`, row % 2 ? main : cream)),
    ) +
    many(15, (i) => line(`M${394 + i * 29} 690 v36`, dark, 6)),
  grain: ([light, main, dark]: Palette) =>
    many(5, (i) => {
      const x = 440 + i * 80;
      return (
        line(`M600 690 Q${x} 520 ${x + (i - 2) * 40} 320`, dark, 8) +
        many(6, (k) =>
          ellipse(
            x + (i - 2) * 40 + (k % 2 ? 16 : -16),
            310 + k * 34,
            12,
            24,
            k % 2 ? main : light,
            `transform="rotate(${k % 2 ? 24 : -24} ${x + (i - 2) * 40} ${310 + k * 34})"`,
          ),
        )
      );
    }) + box(480, 610, 240, 80, 18, main),
  house: ([light, main, dark]: Palette) =>
    shape("M600 230 L840 500 H360 Z", dark) +
    box(400, 490, 400, 110, 6, main) +
    box(560, 510, 80, 90, 4, light) +
    many(4, (i) => box(420 + i * 112, 600, 22, 90, 4, dark)) +
    many(5, (i) => line(`M${470 + i * 65} 480 L600 250`, light, 4, 'opacity=".5"')),
} satisfies Record<string, (colours: Palette) => string>;

export type Motif = keyof typeof motifs;
