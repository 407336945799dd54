import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Acting } from "~/platform/db/transaction.server";
import type { FormState } from "~/platform/http/page-form";
import { type Language, requestLanguage, type Translate, translateCode, translator } from "~/platform/i18n";
import { type Access, mayEnter } from "./access";
import { afterDraftStep, draftableForm, draftSteps } from "./draft";
import { dropDraft, findDraft, type PageDraft, saveDraft, takeDraft } from "./draft.server";
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
  /** What this account has typed so far in this page's long form, beside the version of the record it edits. */
  draft(currentVersion?: number): Promise<PageDraft>;
  /** Forgets it, once the form has done what it was for. */
  dropDraft(): Promise<void>;
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
    await saveDraft(args.request, { accountId: visitor.accountId, path: pathname }, args.context.now);
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
  const url = new URL(request.url);
  const place = { accountId: actor?.accountId ?? "", path: url.pathname };
  return {
    request,
    params,
    url,
    actor: actor as ActorFor<A>,
    language,
    t: translator(language),
    acting: { actorId: actor?.accountId ?? null, requestId: context.requestId, now: context.now },
    now: context.now,
    requestId: context.requestId,
    clientAddress: context.clientAddress,
    heldForm: async () => {
      if (!actor) return undefined;
      const values = await takeDraft(place, context.now);
      return values && { values, errors: { "": [translateCode(language, "accounts:heldForm")] } };
    },
    draft: (currentVersion) => findDraft(place, context.now, currentVersion),
    dropDraft: () => dropDraft(place),
  };
}

/**
 * Answers the two buttons that every long form has, wherever it is: keep what was typed, without looking at it, or forget
 * what was kept. Undefined for what the page itself is to answer.
 */
async function answerDraft({
  actor,
  request,
  url,
  now,
  dropDraft,
}: Visit<Actor | null>): Promise<Response | undefined> {
  const step = draftSteps.find((known) => url.searchParams.has(known));
  if (!actor || !step || !draftableForm(url.pathname)) return undefined;
  if (step === "bo-ban-tam") {
    await dropDraft();
    return redirect(afterDraftStep(url), 303);
  }
  const saved = await saveDraft(request, { accountId: actor.accountId, path: url.pathname }, now);
  if (saved === "tooMuch") return new Response(null, { status: 413 });
  return redirect(afterDraftStep(url), 303);
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
      const action = async (args: ActionFunctionArgs): Promise<T> => {
        const visit = await enter(access, args);
        const answered = await answerDraft(visit);
        if (answered) throw answered;
        return write(visit);
      };
      return Object.assign(action, { access } satisfies Declared);
    },
  };
}
