import type { Server } from "node:http";

/** Thrown when the portal cannot have its place; the message is one line for the operator. */
export class ListenError extends Error {
  override name = "ListenError";
}

const noIpv6: ReadonlySet<string> = new Set(["EAFNOSUPPORT", "EADDRNOTAVAIL"]);

/** Listens on the host and port; `::` means IPv4 and IPv6, or IPv4 alone on a machine without IPv6. Answers the port. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    await bind(server, host, port);
  } catch (error) {
    const code = codeOf(error);
    if (host === "::" && noIpv6.has(code)) return listen(server, "0.0.0.0", port);
    if (code === "EADDRINUSE") {
      throw new ListenError(
        `Port ${port} is already in use: stop the program that uses it, or choose another with PORT.`,
      );
    }
    if (code === "EACCES") {
      throw new ListenError(`Port ${port} may not be used by this user: choose one above 1023 with PORT.`);
    }
    throw new ListenError(`Cannot listen on ${host} port ${port} (${code}): check HOST and PORT.`, { cause: error });
  }
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, ipv6Only: false, backlog: 1024 }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "unknown");
