import { cleanText } from "../vietnamese-text";

const maxLength = 200;
const maxExtensionLength = 12;

/**
 * A file name as it is stored and offered for download: without folders, control, direction and line characters,
 * composed (NFC), at most 200 characters with its extension kept. What leaves nothing becomes "file".
 */
export function cleanFileName(name: string): string {
  const base = cleanText(name.replace(/^.*[/\\]/s, ""))
    .replace(/[\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  if (base === "" || /^\.+$/.test(base)) return "file";
  const characters = [...base];
  if (characters.length <= maxLength) return base;
  const dot = characters.lastIndexOf(".");
  const extension = dot > 0 && characters.length - dot <= maxExtensionLength ? characters.slice(dot) : [];
  return [...characters.slice(0, maxLength - extension.length), ...extension].join("");
}

/** A Content-Disposition header that every browser reads: plain ASCII for the old, UTF-8 (RFC 5987, RFC 6266) for the rest. */
export function contentDisposition(kind: "attachment" | "inline", name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name.replace(/\p{Cs}/gu, "")).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
