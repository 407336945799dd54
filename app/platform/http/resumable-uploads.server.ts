import type { IncomingMessage, ServerResponse } from "node:http";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import { dataPath, makeDirectory } from "../files/data-directory.server";
import { incomingKeptMs } from "../files/incoming.server";
import { isUploadOf, newUploadId, uploadsOf } from "../files/resumed-upload.server";
import { turns } from "../files/turns";

/** Where scripts send files ahead of their form, by the tus protocol 1.0. */
export const uploadsPath = "/uploads";

export interface UploadLimits {
  fileBytes: number;
  /** Of one account, counting what it has sent and not yet put to use. */
  accountBytes: number;
  accountFiles: number;
  /** How many files one account may be sending at a time. */
  accountAtOnce: number;
}

const mebibyte = 1024 * 1024;
export const defaultUploadLimits: UploadLimits = {
  fileBytes: 64 * mebibyte,
  accountBytes: 400 * mebibyte,
  accountFiles: 60,
  accountAtOnce: 3,
};

/** Whose session this Cookie header carries; undefined when it carries none that is good. */
export type UploadOwner = (cookie: string | undefined, now: Date) => Promise<string | undefined>;

/**
 * Takes files piece by piece into the incoming room, so that a dropped connection costs only what was under way. Only the
 * account that began an upload can see, continue, remove or use it; for anyone else it is not there.
 */
export function resumableUploads(ownerOf: UploadOwner, limits: UploadLimits = defaultUploadLimits) {
  const sending = new Map<string, number>();
  const oneAtATime = turns(1);
  const ownerOfRequest = new WeakMap<object, string>();
  let server: Promise<Server> | undefined;

  async function open(): Promise<Server> {
    const directory = await makeDirectory(dataPath("incoming"));
    return new Server({
      path: uploadsPath,
      relativeLocation: true,
      maxSize: limits.fileBytes,
      datastore: new FileStore({ directory, expirationPeriodInMilliseconds: incomingKeptMs }),
      namingFunction: (request) => {
        const owner = request.runtime?.node && ownerOfRequest.get(request.runtime.node.req);
        if (!owner) throw new Error("an upload begins with its owner known");
        return newUploadId(owner);
      },
    });
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    server ??= open();
    await (await server).handle(req, res);
  }

  /** A new upload: announced with its size, within what the account may leave here, and without content yet. */
  async function create(req: IncomingMessage, res: ServerResponse, owner: string): Promise<void> {
    const announced = Number(req.headers["upload-length"] ?? Number.NaN);
    if (!Number.isSafeInteger(announced) || announced < 0) return refuse(res, 400);
    if (Number(req.headers["content-length"] ?? 0) > 0 || req.headers["transfer-encoding"]) return refuse(res, 400);
    if (announced > limits.fileBytes) return refuse(res, 413);
    await oneAtATime(async () => {
      const { count, bytes } = await uploadsOf(owner);
      const isFull = count >= limits.accountFiles || bytes + announced > limits.accountBytes;
      return isFull ? refuse(res, 429) : handle(req, res);
    });
  }

  async function append(req: IncomingMessage, res: ServerResponse, owner: string): Promise<void> {
    const underWay = sending.get(owner) ?? 0;
    if (underWay >= limits.accountAtOnce) return refuse(res, 423);
    sending.set(owner, underWay + 1);
    // Not when the store is done: it may wait for a body that it has refused.
    res.once("close", () => {
      const left = (sending.get(owner) ?? 1) - 1;
      if (left > 0) sending.set(owner, left);
      else sending.delete(owner);
    });
    return handle(req, res);
  }

  return async (req: IncomingMessage, res: ServerResponse, path: string, now: Date): Promise<void> => {
    const owner = await ownerOf(req.headers.cookie, now);
    if (owner === undefined) return refuse(res, 401);
    ownerOfRequest.set(req, owner);
    if (path === uploadsPath) return req.method === "POST" ? create(req, res, owner) : refuse(res, 405);
    if (!isUploadOf(path.slice(uploadsPath.length + 1), owner)) return refuse(res, 404);
    if (req.method === "PATCH") return append(req, res, owner);
    return req.method === "HEAD" || req.method === "DELETE" ? handle(req, res) : refuse(res, 405);
  };
}

/** Only the page's script reads these answers: it has the words. */
function refuse(res: ServerResponse, status: number): void {
  res.writeHead(status, { "Content-Length": 0, "Tus-Resumable": "1.0.0" });
  res.end();
}
