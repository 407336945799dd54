import { createReadStream } from "node:fs";

// Producers pad what follows the end mark, so it is looked for a little before the end, as readers do.
const tailBytes = 4096;
const encryption = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;

/** Whether the file is a PDF from its first byte to its end mark, and can be opened without a password. */
export async function inspectPdf(file: string): Promise<"ok" | "file.damaged" | "file.encrypted"> {
  let tail = "";
  let begun = false;
  for await (const chunk of createReadStream(file, { encoding: "latin1" })) {
    if (!begun && !String(chunk).startsWith("%PDF-")) return "file.damaged";
    begun = true;
    const text = tail + String(chunk);
    if (encryption.test(text)) return "file.encrypted";
    tail = text.slice(-tailBytes);
  }
  return tail.includes("%%EOF") ? "ok" : "file.damaged";
}
