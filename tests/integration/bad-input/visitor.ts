import type { Pool } from "pg";
import { boundary, type FormPart, multipartBody } from "../../fixtures/multipart";
import { insertSession, sessionCookie } from "../../portal/sessions";
import { type ReturnedPage, readPage } from "./returned-page";

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface Answer {
  status: number;
  location: string;
  headers: Headers;
  text: string;
  page: ReturnedPage;
}

export interface Visitor {
  get(path: string): Promise<Answer>;
  post(path: string, fields: Fields): Promise<Answer>;
  /** A body exactly as given. */
  send(path: string, body: string | Uint8Array<ArrayBuffer>, contentType: string): Promise<Answer>;
  upload(path: string, fields: Fields, files: readonly FormPart[]): Promise<Answer>;
}

export const urlEncoded = "application/x-www-form-urlencoded";
export const multipart = `multipart/form-data; boundary=${boundary}`;

export function pairsOf(fields: Fields): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((one): [string, string] => [name, one]),
  );
}

const buttons = new Set(["action", "intent", "viec"]);

/** What a page that comes back has to show again: all that was typed, but for passwords and the button that was pressed. */
export const typedIn = (fields: Fields): [string, string][] =>
  pairsOf(fields).filter(([name, value]) => value !== "" && !buttons.has(name) && !name.startsWith("password"));

/** A browser as the portal sees one, with the cookies given. */
export function visitor(origin: string, cookie = ""): Visitor {
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(origin + path, {
      ...init,
      redirect: "manual",
      headers: { ...(cookie && { Cookie: cookie }), ...init.headers },
    });
    const text = await answer.text();
    const { status, headers } = answer;
    return { status, headers, location: headers.get("location") ?? "", text, page: readPage(text) };
  };
  const send: Visitor["send"] = (path, body, contentType) =>
    ask(path, { method: "POST", body, headers: { Origin: origin, "Content-Type": contentType } });
  return {
    get: (path) => ask(path, { method: "GET" }),
    send,
    post: (path, fields) => send(path, new URLSearchParams(pairsOf(fields)).toString(), urlEncoded),
    upload: (path, fields, files) => {
      const texts = pairsOf(fields).map(([name, content]): FormPart => ({ name, content }));
      return send(path, new Uint8Array(multipartBody([...files, ...texts])), multipart);
    },
  };
}

/** Somebody signed in, reading in this language. */
export async function signedIn(
  { origin, pool }: { origin: string; pool: Pool },
  accountId: string,
  language: "vi" | "en" = "vi",
): Promise<Visitor> {
  return visitor(origin, `${sessionCookie(await insertSession(pool, accountId))}; lang=${language}`);
}
