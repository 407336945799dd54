import { createServer, type IncomingMessage } from "node:http";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { acceptScan } from "../../app/platform/files/store.server";
import { readForm } from "../../app/platform/http/read-form.server";
import { defaultUploadLimits, resumableUploads } from "../../app/platform/http/resumable-uploads.server";

/**
 * A process of its own that takes uploads as the portal does, so that its memory is its own too.
 * POST takes a form; below /uploads files are sent ahead of one, a cookie saying by whom; GET forgets the highest memory seen and answers it, in bytes above what was in use before.
 */
let base = 0;
let highest = 0;
const sampling = setInterval(sample, 5);

function sample(): void {
  highest = Math.max(highest, process.memoryUsage.rss());
}

function growth(): number {
  sample();
  const grown = highest - base;
  globalThis.gc?.();
  base = process.memoryUsage.rss();
  highest = base;
  return grown;
}

async function take(incoming: IncomingMessage): Promise<{ problems: unknown[]; accepted: unknown[] }> {
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    headers: { "Content-Type": incoming.headers["content-type"] ?? "" },
    body: createReadableStreamFromReadable(incoming),
    duplex: "half",
  };
  const form = await readForm(new Request("http://localhost/gui", init), { maxFiles: 1 });
  const accepted: unknown[] = [];
  for (const upload of form.uploads) {
    const result = await acceptScan(upload);
    accepted.push(result.ok ? result.value.sizeBytes : result.code);
  }
  await form.dispose();
  return { problems: form.problems, accepted };
}

const uploads = resumableUploads(async (cookie) => cookie, defaultUploadLimits);

const server = createServer((request, response) => {
  if (request.url?.startsWith("/uploads")) {
    void uploads(request, response, request.url, new Date());
    return;
  }
  const answer = request.method === "POST" ? take(request) : Promise.resolve({ growth: growth() });
  answer.then(
    (body) => response.end(JSON.stringify(body)),
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) process.send?.(address.port);
});
process.on("disconnect", () => {
  clearInterval(sampling);
  server.close();
  server.closeAllConnections();
});
