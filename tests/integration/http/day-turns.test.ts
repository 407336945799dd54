import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dayOf, startOfDay } from "~/platform/day";
import { keepPublicPages, publicPageHeader } from "~/platform/http/public-pages.server";

// Two processes on one database, whose version never changes here: what turns is only the day.
const turn = startOfDay("2026-06-15").getTime();
let now = turn - 1;
let renders = 0;
let servers: Server[];

beforeAll(async () => {
  servers = await Promise.all(
    [1, 2].map(async () => {
      const pages = keepPublicPages({
        render: async ({ now: instant }) => {
          renders += 1;
          return new Response(`ngày ${dayOf(instant)}`, { headers: { [publicPageHeader]: "1" } });
        },
        version: async () => "7",
        headers: {},
        log: pino({ level: "silent" }),
        clock: () => new Date(now),
      });
      pages.learn("/kiem-tra/abcd2345");
      const server = createServer((req, res) => {
        if (!pages.serve(req, res, () => res.writeHead(500).end())) res.writeHead(404).end();
      }).listen(0, "127.0.0.1");
      await new Promise((resolve) => server.once("listening", resolve));
      return server;
    }),
  );
});
afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))));

const ask = (server: Server, tag?: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/kiem-tra/abcd2345`, {
    headers: { ...(tag && { "if-none-match": tag }), connection: "close" },
  });

it("a stored public page is of its day: at midnight in Vietnam every process answers anew, and old tags hold no longer", async () => {
  const evening = await Promise.all(servers.map((server) => ask(server)));
  const tags = evening.map(({ headers }) => headers.get("etag") ?? "");
  expect(await Promise.all(evening.map((answer) => answer.text()))).toEqual(["ngày 2026-06-14", "ngày 2026-06-14"]);
  const held = await Promise.all(servers.map((server, place) => ask(server, tags[place])));
  expect(held.map(({ status }) => status)).toEqual([304, 304]);
  expect(renders).toBe(2);
  now = turn;
  const morning = await Promise.all(servers.map((server, place) => ask(server, tags[place])));
  expect(morning.map(({ status }) => status)).toEqual([200, 200]);
  expect(await Promise.all(morning.map((answer) => answer.text()))).toEqual(["ngày 2026-06-15", "ngày 2026-06-15"]);
  expect(renders).toBe(4);
});
