import type { SheetEncoding } from "./sheet";
import { vniLetters } from "./vni-letters";

const vniPattern = new RegExp([...vniLetters.keys()].sort((a, b) => b.length - a.length).join("|"), "gu");

const tonedVowels = /[àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/gu;
const word = /[\p{L}\p{M}]+/gu;
const bareSmall = /\p{Ll}/u;
const notCapital = /\P{Lu}/gu;

const writtenInCapitals = (text: string): boolean =>
  !bareSmall.test(text.replace(tonedVowels, "")) && text.replace(notCapital, "").length > 1;

/**
 * TCVN3 has no capital vowels with a tone: people typed the small one (CéNG TY → "CÔNG TY CHế BIếN") or chose a capital
 * font, which a text file does not keep. A word otherwise in capitals is taken as wholly so; a cell of such words, too.
 */
function mendCapitals(text: string): string {
  const mended = text.replace(word, (found) => (writtenInCapitals(found) ? found.toUpperCase() : found));
  return mended !== text && writtenInCapitals(mended) ? mended.toUpperCase() : mended;
}

/** One cell as Unicode (NFC), from what the character table of its encoding made of the bytes. */
export function composeLegacy(text: string, encoding: SheetEncoding): string {
  if (encoding === "vni") return text.replace(vniPattern, (letter) => String(vniLetters.get(letter)));
  const composed = text.normalize("NFC");
  return encoding === "tcvn3" ? mendCapitals(composed) : composed;
}
