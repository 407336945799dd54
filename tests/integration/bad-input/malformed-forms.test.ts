import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type RunningPortal, startPortal } from "../../portal/start-portal";
import "../database";
import { allForms, type PortalForm } from "./forms";
import { type Answer, type Fields, multipart, pairsOf, urlEncoded } from "./visitor";
import { makeWorld, type Visitors, visitorsOf, type World } from "./world";

let portal: RunningPortal;
let world: World;
let visitors: Visitors;
beforeAll(async () => {
  portal = await startPortal("live", inject("testServer"));
  world = await makeWorld(portal.pool);
  visitors = await visitorsOf(portal, world);
}, 180_000);
afterAll(() => portal?.close());

/** The pairs of a form as a body, and further pairs as they are. */
const bodyOf = (fields: Fields, ...raw: string[]): string =>
  [new URLSearchParams(pairsOf(fields)).toString(), ...raw].filter(Boolean).join("&");
const each = (fields: Fields, write: (name: string) => string): string =>
  Object.keys(fields)
    .map((name) => write(encodeURIComponent(name)))
    .join("&");
const instead = (fields: Fields, which: RegExp, value: string): string =>
  bodyOf(Object.fromEntries(Object.entries(fields).map(([name, own]) => [name, which.test(name) ? value : own])));

const hidden = /^(id|version|viec|intent|action|step|fileId)$/;
const numbers = /version|year|level|Days|Months|Level|employees|count|price|revenue/;
const days = /On$|From$|To$|deadline/;
const objectNames = ["__proto__", "constructor", "toString", "hasOwnProperty", "__proto__.isAdmin", "constructor.name"];
const orders = [
  `__intent__=${encodeURIComponent('{"type":"insert","payload":{"name":"id","index":9}}')}`,
  "__state__={",
];

/** Ways in which a body is not what the page's form sends. */
const bodies: Readonly<Record<string, (fields: Fields) => string>> = {
  "an empty body": () => "",
  "broken percent signs": (fields) => bodyOf(fields, "%=%&%E0%A4%A=x&a%ZZ=%ZZ&=&==&&&"),
  "bytes that are no UTF-8": (fields) => each(fields, (name) => `${name}=%ff%fe%c3`),
  "every field twice": (fields) => `${bodyOf(fields)}&${bodyOf(fields)}`,
  "every field as a list": (fields) => each(fields, (name) => `${name}[]=a&${name}[0]=b&${name}[4294967294]=c`),
  "every field as an object": (fields) => each(fields, (name) => `${name}.a=b&${name}.x.y=c`),
  "every field as a text and an object": (fields) =>
    bodyOf(
      fields,
      each(fields, (name) => `${name}.x=1`),
    ),
  "names nested a thousand deep": (fields) => bodyOf(fields, `a${".a".repeat(1_000)}=x&b${"[0]".repeat(1_000)}=y`),
  "names that objects have": (fields) => bodyOf(fields, ...objectNames.map((name) => `${name}=1&${name}=2`)),
  "orders to the form's parser": (fields) => bodyOf(fields, ...orders),
  "no hidden field": (fields) =>
    bodyOf(Object.fromEntries(Object.entries(fields).filter(([name]) => !hidden.test(name)))),
  "hidden fields without sense": (fields) => instead(fields, hidden, "../'--"),
  "nothing but NUL bytes": (fields) => each(fields, (name) => `${name}=%00`),
  "NUL bytes and lone surrogates": (fields) => each(fields, (name) => `${name}=%00a%ED%A0%80%ED%BF%BF`),
  "numbers below zero": (fields) => instead(fields, numbers, "-1"),
  "numbers beyond the database's": (fields) => instead(fields, numbers, "2147483648"),
  "numbers beyond all": (fields) => instead(fields, numbers, "1e308"),
  "the last day there is": (fields) => instead(fields, days, "31/12/9999"),
  "days that are none": (fields) => instead(fields, days, "-000001-00-00"),
};

/** Neither an error of the server nor the page that says there was one. */
const problemOf = ({ status, text }: Answer): string | undefined =>
  status >= 500 || status < 200 || text.includes("Mã yêu cầu") ? String(status) : undefined;

describe.each(allForms)("the form for $title", (form: PortalForm) => {
  test("is answered, never with an error of the server, whatever is sent", async () => {
    const wrong: string[] = [];
    for (const [title, write] of Object.entries(bodies)) {
      const answer = await visitors[form.by].send(form.path(world), write(form.fields(world)), urlEncoded);
      const problem = problemOf(answer);
      if (problem) wrong.push(`${title}: ${problem}`);
    }
    expect(wrong).toEqual([]);
  });

  test("refuses a body of another kind, or one that ends too early, as what it is", async () => {
    const send = (body: string, contentType: string) => visitors[form.by].send(form.path(world), body, contentType);
    const statuses = await Promise.all([
      send("{}", "application/json"),
      send("x", "text/plain"),
      send("x", "multipart/form-data"),
      send('------WebKitFormBoundary\r\nContent-Disposition: form-data; name="id', multipart),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([415, 415, 400, 400]);
  });
});

const lists: Readonly<Record<keyof Visitors, readonly string[]>> = {
  anyone: ["/", "/san-pham", "/dia-ban/goi-y", "/dang-nhap", "/phuong-phap"],
  owner: ["/ban-lam-viec", "/tai-khoan", "/quan-ly/{enterprise}/chung-nhan/moi"],
  stranger: [],
  officer: ["/tham-dinh", "/so/co-so", "/so/chung-nhan", "/so/tin-dang"],
  otherOfficer: [],
  digitalTeam: ["/ho-tro", "/ho-tro/moi"],
  administrator: [
    "/quan-tri/tai-khoan",
    "/quan-tri/nhat-ky",
    "/quan-tri/thu",
    "/quan-tri/khoa-api",
    "/quan-tri/loi-moi",
  ],
};
const questions = [
  "q",
  "trang",
  "da",
  "tiep",
  "loai",
  "tinhTrang",
  "viec",
  "ma",
  "nguoi",
  "co-so",
  "tu",
  "den",
  "truoc",
]
  .concat(["sau", "dia_ban", "linh_vuc", "chungNhan", "cuaToi", "vai-tro", "kiem-tra", "san-pham", "ngay", "muc"])
  .concat(["sap-xep", "nhom-hang", "tinh", "huyen", "san", "nhom"]);
const values = [
  "",
  "-1",
  "0",
  "99999999999999999999",
  "1e308",
  "%_\\'\"",
  "31/12/9999",
  "x".repeat(40),
  "\u{1F9C2}",
  "ỡ",
];

describe.each(Object.entries(lists).filter(([, paths]) => paths.length > 0))("what %s may look up", (person, paths) => {
  test.each(paths)("%s is answered whatever its address asks", async (path) => {
    const wrong: string[] = [];
    const ask = async (query: string, allowed: readonly number[]) => {
      const at = `${path.replace("{enterprise}", world.enterpriseId)}?${query}`;
      const answer = await visitors[person as keyof Visitors].get(at);
      if (!allowed.includes(answer.status)) wrong.push(`${query}: ${answer.status}`);
    };
    for (const value of values)
      await ask(new URLSearchParams(questions.map((name) => [name, value])).toString(), [200]);
    await ask(questions.map((name) => `${name}=%ff&${name}=%ED%A0%80&${name}[]=1`).join("&"), [200]);
    await ask("__proto__=1&constructor=2&toString=3&q[__proto__]=4", [200]);
    await ask("q=%00", [400]);
    expect(wrong).toEqual([]);
  });
});
