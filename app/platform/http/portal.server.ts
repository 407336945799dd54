import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { closeDatabase, pool } from "../db/client.server";
import { type DatabaseStatus, watchDatabase } from "../db/database-status.server";
import type { Environment } from "../env.server";
import type { Task } from "../jobs/task.server";
import { prepareJobs, type Schedule, startWorker, type Worker } from "../jobs/worker.server";
import { log as processLog } from "../log.server";
import { createApplication, newContext } from "./application.server";
import type { BodyLimit } from "./body-limit.server";
import { trustedPeers } from "./client-address";
import { watchInFlight } from "./drain.server";
import { ownOriginsOf } from "./forwarding.server";
import { answerHealth, type Unready } from "./health.server";
import { listen } from "./listen.server";
import { keepPublicPages, type PageRequest, type PublicPages, pathOf } from "./public-pages.server";
import { type RequestRefusal, refuseRequest } from "./refuse-request.server";
import { sendStored } from "./representations.server";
import { checkTarget } from "./request-gate";
import { resumableUploads, type UploadLimits, type UploadOwner } from "./resumable-uploads.server";
import { commonHeaders, privateHeaders, publicPageHeaders } from "./security-headers";
import { loadStaticFiles } from "./static-files.server";

/** What the capabilities bring to the server; wired once, in entry.server.tsx. */
export interface PortalServices {
  /** The background tasks by name, and when some run by themselves. */
  tasks?: Readonly<Record<string, Task>>;
  crontab?: readonly Schedule[];
  /** Paths whose forms carry files. */
  uploadPaths?: readonly RegExp[];
  /** Who may send files ahead of a form. */
  uploadOwner?: UploadOwner;
  /** Paths that machines write to with a key and without an Origin. */
  machinePaths?: readonly RegExp[];
  /** A one-time link for the first administrator; undefined once there is one. */
  setUpLink?: () => Promise<string | undefined>;
  onReady?: () => Promise<void> | void;
}

export interface PortalOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  environment: Environment;
  services?: PortalServices;
  status?: DatabaseStatus;
  /** The built files for browsers; in development the middleware serves them instead. */
  clientDirectory?: string;
  middleware?: RequestHandler;
  /** False renders every public page afresh. */
  keepPages?: boolean;
  limits?: Partial<Limits>;
  log?: typeof processLog;
}

export interface Limits {
  urlLength: number;
  headerBytes: number;
  headersMilliseconds: number;
  requestMilliseconds: number;
  idleMilliseconds: number;
  connections: number;
  body: BodyLimit;
  upload: BodyLimit;
  drainMilliseconds: number;
  resumable?: UploadLimits;
}

export interface Portal {
  server: Server;
  /** Takes requests; answers the port. */
  listen(): Promise<number>;
  startWorker(): Promise<void>;
  /** Stops without cutting off a request or a job, and lets go of the database. */
  close(): Promise<{ cut: boolean }>;
}

const megabyte = 1024 * 1024;

const defaultLimits: Limits = {
  urlLength: 2048,
  headerBytes: 16 * 1024,
  headersMilliseconds: 15_000,
  // 64 MB over a rural line of 500 kbit/s.
  requestMilliseconds: 20 * 60_000,
  idleMilliseconds: 120_000,
  connections: 4096,
  body: { bytes: megabyte, milliseconds: 60_000 },
  upload: { bytes: 64 * megabyte, milliseconds: 20 * 60_000 },
  drainMilliseconds: 20_000,
};

/** Puts the server together: health, gate, files, stored pages, and the application behind them. */
export async function createPortal(options: PortalOptions): Promise<Portal> {
  const { build, environment, services = {}, log = processLog } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const publicOrigin = environment.PUBLIC_ORIGIN;
  const status = options.status ?? watchDatabase(String(environment.DATABASE_URL));
  const currentBuild = async () => (typeof build === "function" ? build() : build);
  const pages = options.keepPages === false ? undefined : pageStore(currentBuild, status, options, log);
  const files = options.clientDirectory
    ? await loadStaticFiles(options.clientDirectory, commonHeaders(publicOrigin))
    : new Map<string, never>();

  const application = createApplication({
    build: currentBuild,
    mode: environment.NODE_ENV,
    log,
    publicOrigin,
    ownOrigins: ownOriginsOf(environment),
    isTrustedProxy: trustedPeers(environment.TRUSTED_PROXIES),
    bodies: { ordinary: limits.body, upload: limits.upload, uploadPaths: services.uploadPaths ?? [] },
    machinePaths: services.machinePaths ?? [],
    onPublicPage: (path) => pages?.learn(path),
    uploads: services.uploadOwner && resumableUploads(services.uploadOwner, limits.resumable),
    before: options.middleware,
  });

  let draining = false;
  let worker: Worker | undefined;
  const unready = async (): Promise<Unready> => (draining ? "draining" : status.problem());
  const refuse = (req: IncomingMessage, res: ServerResponse, code: RequestRefusal) => {
    const { requestId, nonce, log: requestLog } = newContext(log, "", new Date());
    requestLog.info({ method: req.method, reason: code }, "request refused");
    refuseRequest(req, res, code, requestId, privateHeaders(publicOrigin, nonce));
  };

  const onRequest = (req: IncomingMessage, res: ServerResponse) => {
    inFlight.track(res);
    const { method = "GET", url: target = "/" } = req;
    const path = pathOf(target);
    if (answerHealth(req, res, path, unready)) return;
    const allowed = checkTarget(method, target, limits.urlLength);
    if (!allowed.ok) return refuse(req, res, allowed.code);
    const file = files.get(path);
    if (file && (method === "GET" || method === "HEAD")) return void sendStored(req, res, file, "");
    const toApplication = () => void application(req, res);
    if (!pages?.serve(req, res, toApplication)) toApplication();
  };

  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMilliseconds,
      requestTimeout: limits.requestMilliseconds,
      connectionsCheckingInterval: Math.min(5_000, limits.headersMilliseconds),
      keepAliveTimeout: 65_000,
    },
    onRequest,
  );
  server.maxConnections = limits.connections;
  server.timeout = limits.idleMilliseconds;
  const inFlight = watchInFlight(server);

  const startWork = async () => {
    if (!services.tasks) return;
    await prepareJobs(pool());
    worker = await startWorker(services.tasks, { crontab: services.crontab ?? [] });
  };
  return {
    server,
    async listen() {
      // Transactions enqueue jobs wherever the worker runs.
      if (services.tasks) await prepareJobs(pool());
      const port = await listen(server, environment.HOST, environment.PORT);
      if (environment.WORKER === "inline") await startWork();
      await services.onReady?.();
      return port;
    },
    startWorker: startWork,
    async close() {
      draining = true;
      const drained = server.listening ? await inFlight.drain(limits.drainMilliseconds) : { cut: false };
      await worker?.stop();
      await Promise.all([status.close(), closeDatabase()]);
      return drained;
    },
  };
}

function pageStore(
  build: () => Promise<ServerBuild>,
  status: DatabaseStatus,
  { environment }: PortalOptions,
  log: typeof processLog,
): PublicPages {
  const handle = createRequestHandler(build, environment.NODE_ENV);
  const render = ({ path, query, language, now }: PageRequest) =>
    handle(
      new Request(`${environment.PUBLIC_ORIGIN}${path}${query}`, { headers: { cookie: `lang=${language}` } }),
      newContext(log, "", now),
    );
  return keepPublicPages({
    render,
    version: () => status.publicVersion(),
    headers: publicPageHeaders(environment.PUBLIC_ORIGIN),
    log,
  });
}
