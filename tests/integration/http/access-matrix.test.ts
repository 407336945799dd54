import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Access, mayEnter, permissions, type Role } from "~/accounts/access";
import "~/messages";
import routes from "~/routes";
import { fillPath, mappedRoutes } from "../../portal/mapped-routes";
import { insertSession, sessionCookie } from "../../portal/sessions";
import { type RunningPortal, startPortal } from "../../portal/start-portal";
import "../database";
import { type DemoObjects, findDemoObjects, type Person, people } from "../../portal/demo-objects";

type Method = "GET" | "POST";
interface Declared {
  loader?: { access: Access };
  action?: { access: Access };
}

const modules = import.meta.glob<Declared>("/app/*/pages/*.{ts,tsx}", { eager: true });
const layouts = /-layout\.tsx$/;
const all = mappedRoutes(routes)
  .filter(({ file }) => !layouts.test(file))
  .map(({ path, file }) => ({ path, module: modules[`/app/${file}`] ?? {} }));

const roleOf: Record<Exclude<Person, "anonymous">, Role> = {
  member: "owner",
  stranger: "owner",
  officer: "officer",
  leader: "leader",
  administrator: "administrator",
  digitalTeam: "digital-team",
};

/** What a page answers to those whom it lets in, where that is not the page itself. */
const answers: Record<string, number> = {
  "/xac-nhan-email/:token": 404,
  "/xac-nhan-so/:codeId": 404,
  "/tai-khoan/so/:codeId": 404,
  "/tai-khoan/email/:token": 404,
  "/dat-lai-mat-khau/ma/:codeId": 404,
  "/dat-lai-mat-khau/:token": 404,
  "/loi-moi/:token": 404,
  "/thiet-lap/:token": 404,
  "/*": 404,
  "/dang-xuat": 404,
  "/ban-tam": 404,
  "/ngon-ngu": 404,
  "/lam-thay/ket-thuc": 404,
  "/tham-dinh/tiep": 404,
  "/tham-dinh/giu/:reviewId": 404,
  "/feeds/v1/listings.csv": 401,
  "/feeds/v1/listings.json": 401,
};
/** What a form says at least, where one page takes several. */
const forms: Record<string, Record<string, string>> = { "/tai-khoan": { viec: "thong-tin" } };
const onlyForStrangers = new Set(["/dang-nhap", "/dang-ky", "/kich-hoat"]);
/** Pages for any account whose thing on them is for some: the enterprise's members and those who read the registers. */
const forReadersAndMembers = new Set([
  "/tep/:fileId",
  "/tep/:fileId/trang/:page",
  "/nhap-lieu/:importId",
  "/nhap-lieu/:importId/tep",
  "/nhap-lieu/:importId/ket-qua",
]);
/** What only who uploaded a file may do with its import. */
const forUploaders = new Set([
  "GET /nhap-lieu/:importId/cot",
  "POST /nhap-lieu/:importId/cot",
  "GET /nhap-lieu/:importId/sua-loi",
  "POST /nhap-lieu/:importId/sua-loi",
  "POST /nhap-lieu/:importId",
]);

let portal: RunningPortal;
let objects: DemoObjects;
beforeAll(async () => {
  portal = await startPortal("demo", inject("testServer"));
  objects = await findDemoObjects(portal.pool);
}, 180_000);
afterAll(() => portal?.close());

async function ask(
  method: Method,
  path: string,
  person: Person,
  form: Record<string, string> = {},
): Promise<{ status: number; location: string }> {
  // A session for each request: signing out must not change the next one's answer.
  const token = person === "anonymous" ? "" : await insertSession(portal.pool, objects.accounts[person]);
  const answer = await fetch(portal.origin + path, {
    method,
    redirect: "manual",
    headers: { ...(token && { Cookie: sessionCookie(token) }), ...(method === "POST" && { Origin: portal.origin }) },
    ...(method === "POST" && { body: new URLSearchParams(form) }),
  });
  await answer.arrayBuffer();
  return { status: answer.status, location: answer.headers.get("location") ?? "" };
}

type Expected = "sign-in" | "404" | "in";

function expected(method: Method, path: string, access: Access, person: Person): Expected {
  if (access === "public" || access === "open") return "in";
  if (person === "anonymous") return "sign-in";
  if (!mayEnter(roleOf[person], access)) return "404";
  if (forUploaders.has(`${method} ${path}`)) return person === "member" ? "in" : "404";
  if (forReadersAndMembers.has(path))
    return person === "member" || mayEnter(roleOf[person], "register.read") ? "in" : "404";
  // A leader reads a re-check once it is judged; this one is not.
  if (path === "/tham-dinh/kiem-tra-lai/:recheckId" && person === "leader") return "404";
  const { relation } = permissions[access];
  // The others here belong to no enterprise.
  return relation === "member" && path.includes(":enterpriseId") && person !== "member" ? "404" : "in";
}

function isAsExpected(
  wanted: Expected,
  path: string,
  method: Method,
  person: Person,
  status: number,
  location: string,
) {
  const toSignIn = status === 302 && location.startsWith("/dang-nhap?tiep=");
  if (wanted === "sign-in") return toSignIn;
  if (wanted === "404") return status === 404;
  if (toSignIn) return false;
  // An empty form: refused for what it lacks, or done, but not for who sent it. A dead link leads back to its page.
  if (method === "POST") return [200, 302, 303, 400, 409, 422].includes(status);
  if (onlyForStrangers.has(path) && person !== "anonymous") return status === 302 && location === "/ban-lam-viec";
  return status === (answers[path] ?? 200);
}

describe.each(all)("$path", ({ path, module }) => {
  test.each(people)("answers %s as its access says, for reading and for writing", async (person) => {
    const wrong: string[] = [];
    for (const method of ["GET", "POST"] as const) {
      const access = (method === "GET" ? module.loader : module.action)?.access;
      const { status, location } = await ask(method, fillPath(path, objects.parameters), person, forms[path]);
      const wanted = access ? expected(method, path, access, person) : "405";
      const fits = wanted === "405" ? status === 405 : isAsExpected(wanted, path, method, person, status, location);
      if (!fits) wrong.push(`${method}: ${status} ${location}, where ${wanted} (${access}) was due`);
    }
    expect(wrong).toEqual([]);
  });
});

const owners = all.filter(({ path }) => path.includes(":enterpriseId/"));

describe.each(owners.filter(({ path }) => /:(productId|certificateId)/.test(path)))("$path", ({ path, module }) => {
  test("answers 404 for a thing of another enterprise under one's own, for reading and for writing", async () => {
    const address = fillPath(path, {
      ...objects.parameters,
      ...objects.foreign,
      [`${path} :certificateId`]: objects.foreign[":certificateId"] ?? "",
    });
    for (const method of module.action ? (["GET", "POST"] as const) : (["GET"] as const)) {
      expect(await ask(method, address, "member")).toMatchObject({ status: 404 });
    }
  });
});

const withIds = all.filter(({ path }) => /:\w*[iI]d\b|:code|:target\b/.test(path));

describe.each(withIds)("$path", ({ path, module }) => {
  test.each(["khong-phai-ma", "%00", "'; DROP TABLE accounts; --", "00000000-0000-0000-0000-000000000000"])(
    "answers 404 where its ids are %s",
    async (id) => {
      const garbled = path.replaceAll(/:\w+/g, encodeURIComponent(id).replace("%2500", "%00"));
      for (const method of module.action ? (["GET", "POST"] as const) : (["GET"] as const)) {
        for (const person of ["member", "officer", "administrator"] as const) {
          const { status } = await ask(method, garbled, person);
          // 400 is the gate's own answer to an address that no browser sends.
          expect([404, 400]).toContain(status);
        }
      }
    },
  );
});
