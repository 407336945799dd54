import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import "~/platform/http/load-context";

/** What the tiny application does and what has been done to it. */
export interface TinyState {
  actions: string[];
  text: () => string | Promise<string>;
  renders: number;
  /** A cookie that the public page sets, as it never should. */
  cookie?: string;
}

type RouteModule = NonNullable<ServerBuild["routes"][string]>["module"];

const document = () => null;

/** An application of a few routes, small enough to be read, run by the real Remix: no compiler, no components. */
export function tinyBuild(state: TinyState): ServerBuild {
  const act =
    (name: string) =>
    async ({ request }: ActionFunctionArgs) => {
      const body = await request.text();
      state.actions.push(name);
      return { received: body.length };
    };
  const route = (path: string, module: Partial<RouteModule>) => ({
    id: `routes/${path}`,
    parentId: "root",
    path,
    module: module as RouteModule,
  });
  const routes = [
    route("trang", {
      default: document,
      loader: async ({ request }: LoaderFunctionArgs) => {
        state.renders += 1;
        const { search } = new URL(request.url);
        return {
          public: true,
          text: await state.text(),
          search,
          cookie: request.headers.get("cookie"),
          sets: state.cookie,
        };
      },
    }),
    route("cong-khai-co-cookie", { default: document, loader: () => ({ public: true, sets: "phien=1" }) }),
    route("rieng", { default: document, loader: ({ context }: LoaderFunctionArgs) => ({ nonce: context.nonce }) }),
    route("vong", {
      loader: ({ request, context }: LoaderFunctionArgs) =>
        Response.json({
          url: request.url,
          headers: Object.fromEntries(request.headers),
          clientAddress: context.clientAddress,
        }),
    }),
    route("act", { default: document, action: act("act") }),
    route("res", { loader: () => new Response("res"), action: act("res") }),
    route("tai-len", { default: document, action: act("tai-len") }),
    route("may", { loader: () => new Response("may"), action: act("may") }),
    route("hong", {
      loader: () => {
        throw new Error("secret detail");
      },
    }),
    route("dong", {
      loader: () => {
        const body = new ReadableStream({
          async start(controller) {
            controller.enqueue(new TextEncoder().encode("đầu "));
            controller.enqueue(new TextEncoder().encode(await state.text()));
            controller.close();
          },
        });
        return new Response(body);
      },
    }),
    route("ma/:token", { loader: () => new Response("token") }),
    route("khung", {
      loader: () =>
        new Response("pdf", { headers: { "Content-Security-Policy": "sandbox", "Cache-Control": "private" } }),
    }),
  ];
  return {
    mode: "production",
    entry: { module: { default: render, handleError } },
    routes: {
      root: { id: "root", path: "", module: { default: document } },
      ...Object.fromEntries(routes.map((entry) => [entry.id, entry])),
    },
    assets: { entry: { imports: [], module: "/assets/entry.js" }, routes: {}, url: "", version: "1" },
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: false,
      v3_singleFetch: false,
    },
    isSpaMode: false,
  };
}

function render(_request: Request, status: number, headers: Headers, entry: EntryContext): Response {
  const { loaderData, actionData } = entry.staticHandlerContext;
  const data = Object.values(loaderData ?? {}).find((value) => value);
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (data?.public) headers.set("X-Public-Page", "1");
  if (data?.sets) headers.set("Set-Cookie", data.sets);
  // Long enough that compressing is worth it.
  return new Response(JSON.stringify({ data, actionData, padding: "đặc sản ".repeat(200) }), { status, headers });
}

function handleError(error: unknown, { context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  context.log.error({ err: error }, "page failed");
}
