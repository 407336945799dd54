/** A piece of a mail's text; with an address when it is a link to this portal. */
export interface MailPart {
  text: string;
  href?: string;
}

const address = /https?:\/\/[^\s<>"]+/g;
const secretLink = /(\/(?:xac-nhan-email|dat-lai-mat-khau|loi-moi|thiet-lap)\/)[\w-]+/g;

/** The text cut at its addresses. Only those of this portal lead anywhere: names and notes in a mail are typed by people. */
export function mailParts(text: string, origin: string): MailPart[] {
  const parts: MailPart[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    parts.push({ text: text.slice(end, match.index) });
    const isOwn = match[0] === origin || match[0].startsWith(`${origin}/`);
    parts.push(isOwn ? { text: match[0], href: match[0].slice(origin.length) || "/" } : { text: match[0] });
    end = match.index + match[0].length;
  }
  parts.push({ text: text.slice(end) });
  return parts.filter((part) => part.text !== "");
}

/** The text without the secrets of its one-time links: who reads a mail that reached somebody else cannot act for them. */
export const withoutSecrets = (text: string): string => text.replace(secretLink, "$1••••••");
