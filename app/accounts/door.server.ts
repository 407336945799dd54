import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Acting } from "~/platform/db/transaction.server";
import type { FormState } from "~/platform/http/page-form";
import { type Language, requestLanguage, type Translate, translateCode, translator } from "~/platform/i18n";
import { type Access, mayEnter } from "./access";
import { holdForm, takeHeldForm } from "./held-form.server";
import { type Actor, findVisitor, type Visitor } from "./session.server";

/** One request as a loader or an action sees it, once the door has let it in. */
export interface Visit<A> {
  request: Request;
  params: Readonly<Record<string, string | undefined>>;
  url: URL;
  actor: A;
  language: Language;
  t: Translate;
  acting: Acting;
  now: Date;
  requestId: string;
  clientAddress: string;
  /** What this account had typed on this page when its session ran out, once; undefined when there is nothing. */
  heldForm(): Promise<FormState | undefined>;
}

type ActorFor<A extends Access> = A extends "public" ? null : A extends "open" ? Actor | null : Actor;

export const notFound = (): Response => new Response("Not found", { status: 404 });

/** The visitor of a request, looked up once however many loaders ask. */
export async function visitorOf({ request, context }: LoaderFunctionArgs): Promise<Visitor> {
  const known = context.memo.get("visitor") as Promise<Visitor> | undefined;
  if (known) return known;
  const found = findVisitor(request, context.now);
  context.memo.set("visitor", found);
  return found;
}

/** Sends an unknown visitor to sign in and back; what they had typed in a form is kept for them. */
async function toSignIn(args: LoaderFunctionArgs, visitor: Visitor): Promise<Response> {
  const { pathname, search } = new URL(args.request.url);
  if (args.request.method !== "GET" && args.request.method !== "HEAD" && visitor.state === "expired") {
    await holdForm(args.request, visitor.accountId, pathname, args.context.now);
  }
  return redirect(`/dang-nhap?${new URLSearchParams({ tiep: pathname + search })}`);
}

async function enter<A extends Access>(access: A, args: LoaderFunctionArgs): Promise<Visit<ActorFor<A>>> {
  const { request, params, context } = args;
  let actor: Actor | null = null;
  if (access !== "public") {
    const visitor = await visitorOf(args);
    if (visitor.state === "signed-in") actor = visitor.actor;
    else if (access !== "open") throw await toSignIn(args, visitor);
    if (actor && !mayEnter(actor.role, access)) throw notFound();
  }
  const language = requestLanguage(request);
  return {
    request,
    params,
    url: new URL(request.url),
    actor: actor as ActorFor<A>,
    language,
    t: translator(language),
    acting: { actorId: actor?.accountId ?? null, requestId: context.requestId, now: context.now },
    now: context.now,
    requestId: context.requestId,
    clientAddress: context.clientAddress,
    heldForm: async () => {
      if (!actor) return undefined;
      const values = await takeHeldForm(actor.accountId, new URL(request.url).pathname, context.now);
      return values && { values, errors: { "": [translateCode(language, "accounts:heldForm")] } };
    },
  };
}

export interface Declared {
  access: Access;
}

/**
 * The one door of every page, resource route and API route: declares who may enter, and hands the loader or action a
 * visit that has been let in. The build fails for a route whose loader or action does not come through here.
 */
export function door<A extends Access>(access: A) {
  return {
    load<T>(read: (visit: Visit<ActorFor<A>>) => Promise<T> | T) {
      const loader = async (args: LoaderFunctionArgs): Promise<T> => read(await enter(access, args));
      return Object.assign(loader, { access } satisfies Declared);
    },
    act<T>(write: (visit: Visit<ActorFor<A>>) => Promise<T> | T) {
      const action = async (args: ActionFunctionArgs): Promise<T> => write(await enter(access, args));
      return Object.assign(action, { access } satisfies Declared);
    },
  };
}
