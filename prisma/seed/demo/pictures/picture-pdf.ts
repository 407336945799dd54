interface Page {
  jpeg: Buffer<ArrayBuffer>;
  width: number;
  height: number;
}

const drawing = "q 595 0 0 842 0 0 cm /Scan Do Q";

/** The three objects of an A4 page that shows one JPEG, numbered from `first`. */
const pageObjects = ({ jpeg, width, height }: Page, first: number): Buffer<ArrayBuffer>[] => [
  Buffer.from(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 1} 0 R /Resources << /XObject << /Scan ${first + 2} 0 R >> >> >>`,
  ),
  Buffer.from(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`),
  Buffer.concat([
    Buffer.from(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
    ),
    jpeg,
    Buffer.from("\nendstream"),
  ]),
];

const firstPage = 3;
const objectsPerPage = 3;
const pageAt = (index: number): number => firstPage + index * objectsPerPage;

/** A PDF of A4 pages that each show one JPEG: what an office scanner sends. */
export function pdfOfPictures(pages: readonly Page[]): Buffer {
  const kids = pages.map((_, index) => `${pageAt(index)} 0 R`).join(" ");
  const objects = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`),
    ...pages.flatMap((page, index) => pageObjects(page, pageAt(index))),
  ];
  const parts = [Buffer.from("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const append = (part: Buffer<ArrayBuffer>): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    append(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]));
  }
  const tableAt = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  append(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${tableAt}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
