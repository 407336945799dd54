import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import express, { type NextFunction, type Request, type RequestHandler, type Response } from "express";
import type { log as processLog } from "../log.server";
import { announcesTooMuch, type BodyLimit, watchBody } from "./body-limit.server";
import { networkOf } from "./client-address";
import { settleForwarding } from "./forwarding.server";
import "./load-context";
import { checkOrigin } from "./origin-check";
import { pathOf, publicPageHeader } from "./public-pages.server";
import { type RequestRefusal, refuseRequest } from "./refuse-request.server";
import { type resumableUploads, uploadsPath } from "./resumable-uploads.server";
import { routePattern } from "./route-patterns.server";
import { privateHeaders, publicPageHeaders } from "./security-headers";

export interface ApplicationOptions {
  build: () => Promise<ServerBuild>;
  mode: string;
  log: typeof processLog;
  publicOrigin: string;
  ownOrigins: ReadonlySet<string>;
  isTrustedProxy: (address: string) => boolean;
  bodies: { ordinary: BodyLimit; upload: BodyLimit; uploadPaths: readonly RegExp[] };
  /** Paths that machines without an Origin may write to; they must never read a cookie. */
  machinePaths: readonly RegExp[];
  onPublicPage: (path: string) => void;
  /** Takes files that scripts send ahead of their form. */
  uploads?: ReturnType<typeof resumableUploads> | undefined;
  /** The development server's own files, asked before the pages. */
  before?: RequestHandler | undefined;
}

const hasBody = (req: IncomingMessage): boolean =>
  req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"] ?? 0) > 0;

export function newContext(log: typeof processLog, clientAddress: string, now: Date): AppLoadContext {
  const requestId = randomUUID();
  const nonce = randomBytes(18).toString("base64");
  return { requestId, nonce, clientAddress, now, memo: new Map(), log: log.child({ requestId }) };
}

/** Everything between the socket and Remix for requests that no store answers. */
export function createApplication(options: ApplicationOptions): express.Express {
  const { log, publicOrigin, ownOrigins, bodies } = options;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // The only X-Forwarded-* header left is the one settleForwarding wrote.
  app.set("trust proxy", true);

  const contextOf = new WeakMap<IncomingMessage, AppLoadContext>();
  const contextFor = (req: IncomingMessage): AppLoadContext => {
    const known = contextOf.get(req);
    if (known) return known;
    const address = settleForwarding(req, ownOrigins, publicOrigin, options.isTrustedProxy);
    const context = newContext(log, address, new Date());
    contextOf.set(req, context);
    return context;
  };
  const refuse = (req: Request, res: Response, code: RequestRefusal) => {
    const { requestId, nonce } = contextFor(req);
    refuseRequest(req, res, code, requestId, privateHeaders(publicOrigin, nonce));
  };

  app.use((req, res, next) => {
    const context = contextFor(req);
    writeLate(res, () => settleHeaders(req, res, context, options));
    logWhenDone(req, res, context, options);
    next();
  });

  app.use((req, res, next) => {
    if (options.machinePaths.some((path) => path.test(req.path))) return next();
    const source = {
      method: req.method,
      secFetchSite: req.get("sec-fetch-site"),
      origin: req.get("origin"),
    };
    const checked = checkOrigin(source, ownOrigins);
    if (checked.ok) return next();
    contextFor(req).log.warn({ reason: checked.code, method: req.method }, "request from another origin refused");
    refuse(req, res, "origin-refused");
  });

  if (options.before) app.use(options.before);

  const { uploads } = options;
  app.use(uploadsPath, (req, res, next) => {
    if (!uploads) return next();
    if (announcesTooMuch(req, bodies.upload)) return refuse(req, res, "body-too-large");
    // The whole path, as the upload's address has it.
    req.url = req.originalUrl;
    uploads(req, res, pathOf(req.originalUrl), contextFor(req).now).catch(next);
  });

  const remix = createRequestHandler({
    build: options.build,
    mode: options.mode,
    getLoadContext: (req) => contextFor(req),
  });
  app.use((req, res, next) => {
    if (!hasBody(req)) return void remix(req, res, next);
    const limit = bodies.uploadPaths.some((path) => path.test(req.path)) ? bodies.upload : bodies.ordinary;
    if (announcesTooMuch(req, limit)) return refuse(req, res, "body-too-large");
    void remix(req, res, next);
    watchBody(req, limit, (code) => {
      if (!res.headersSent) refuse(req, res, code);
    });
  });

  app.use((error: unknown, req: Request, res: Response, _next: NextFunction) => {
    if (res.writableEnded) return;
    contextFor(req).log.error({ err: error }, "request failed");
    if (res.headersSent) res.destroy();
    else refuse(req, res, "failed");
  });
  return app;
}

/** Runs `settle` just before the head of the response is written, however it comes to be written. */
function writeLate(res: ServerResponse, settle: () => void): void {
  const writeHead = res.writeHead;
  res.writeHead = ((...parts: unknown[]) => {
    res.writeHead = writeHead;
    if (typeof parts[0] === "number") res.statusCode = parts[0];
    settle();
    return Reflect.apply(writeHead, res, parts);
  }) as typeof writeHead;
}

function settleHeaders(req: Request, res: Response, context: AppLoadContext, options: ApplicationOptions): void {
  const isPublic = res.getHeader(publicPageHeader) === "1" && res.statusCode === 200;
  res.removeHeader(publicPageHeader);
  const own = isPublic ? publicPageHeaders(options.publicOrigin) : privateHeaders(options.publicOrigin, context.nonce);
  // A page's own word stands where it has one: a scan shown in a frame, a photo kept for a year.
  for (const [name, value] of Object.entries(own)) if (!res.hasHeader(name)) res.setHeader(name, value);
  res.setHeader("X-Request-Id", context.requestId);
  if (isPublic && !res.hasHeader("set-cookie")) options.onPublicPage(pathOf(req.originalUrl));
}

function logWhenDone(req: Request, res: Response, context: AppLoadContext, options: ApplicationOptions): void {
  const started = performance.now();
  res.once("close", () => {
    const { method } = req;
    const status = res.writableFinished ? res.statusCode : 499;
    const ms = Math.round((performance.now() - started) * 10) / 10;
    void options.build().then((build) => {
      const route = routePattern(build, req.path);
      context.log.info({ method, route, status, ms, network: networkOf(context.clientAddress) }, "request");
    });
  });
}
