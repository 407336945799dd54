import { openDatabase } from "~/platform/db/embedded-postgres.server";

// A portal reduced to its database: prints the address, then stays until it is killed or its input ends.
const [dataDirectory = ""] = process.argv.slice(2);
const { url, close } = await openDatabase({ dataDirectory, durable: false });
process.stdout.write(`${url}\n`);
process.stdin.resume();
process.stdin.once("end", () => void close());
