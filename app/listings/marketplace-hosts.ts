import { accept, type Result, refuse } from "~/platform/result";

export type HostsRefusal = "syntax" | "tooBroad" | "tooMany";

const mostHosts = 50;
const hostName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;
// Under these anyone may register a name: such a host would recognise the whole country's shops as one marketplace.
const open = /^(?:com|net|org|gov|edu|info|name|pro|biz|int|ac|health|io|id|ai|co)\.[a-z]{2}$/;

/**
 * Reads hosts, one per line, lower-cased, without "www." and without repetition. Refused: anything that is not a bare host
 * name (an address, a port, an IP number, letters outside ASCII), and a suffix under which anyone may register.
 */
export function readHosts(lines: string): Result<string[], HostsRefusal> {
  const hosts = lines
    .split("\n")
    .map((line) =>
      line
        .trim()
        .toLowerCase()
        .replace(/^www\.(?=.+\.)/, ""),
    )
    .filter(Boolean);
  if (hosts.some((host) => !hostName.test(host))) return refuse("syntax");
  if (hosts.some((host) => open.test(host))) return refuse("tooBroad");
  const unique = [...new Set(hosts)];
  return unique.length > mostHosts ? refuse("tooMany") : accept(unique);
}
