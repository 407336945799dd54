import { createInstance, type i18n as I18n, type Resource } from "i18next";
import { createContext, useContext } from "react";
import type { vi } from "./messages.vi";

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = "vi";
export const languageCookie = "lang";

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** The language that a Cookie header asks for; Vietnamese unless it says English. */
export function cookieLanguage(cookie: string | null | undefined): Language {
  const value = /(?:^|;\s*)lang=(\w+)/.exec(cookie ?? "")?.[1];
  return isLanguage(value) ? value : defaultLanguage;
}

export const requestLanguage = (request: Request): Language => cookieLanguage(request.headers.get("cookie"));

/** A catalogue in another language: the same keys, other words. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

/** The Vietnamese catalogues by namespace; app/messages.ts, which alone knows all capabilities, declares the others. */
export interface Catalogues {
  platform: typeof vi;
}

type WithoutPlural<K extends string> = K extends `${infer Base}_${"one" | "other"}` ? Base : K;
type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** Every message there is, as "<namespace>:<path>". */
export type MessageKey = { [N in keyof Catalogues & string]: `${N}:${Paths<Catalogues[N]>}` }[keyof Catalogues &
  string];

/** Gives the words of a message; `count` chooses its plural. */
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

// One per process, also when the development server loads the catalogues again.
const held = globalThis as typeof globalThis & { lenSanMessages?: I18n };

/** Loads the catalogues; called once by app/messages.ts, which alone knows all capabilities. */
export function loadMessages(resources: Record<Language, Resource[string]>): void {
  const instance = createInstance();
  void instance.init({
    resources,
    lng: defaultLanguage,
    fallbackLng: false,
    initAsync: false,
    ns: Object.keys(resources.vi),
    defaultNS: "platform",
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  held.lenSanMessages = instance;
}

function messages(): I18n {
  if (!held.lenSanMessages) throw new Error("The message catalogues are not loaded: import ~/messages first");
  return held.lenSanMessages;
}

const translators: Record<Language, Translate> = {
  vi: (key, values) => String(messages().t(key, { lng: "vi", ...values })),
  en: (key, values) => String(messages().t(key, { lng: "en", ...values })),
};

export const translator = (language: Language): Translate => translators[language];

/** Translates a key that is only known at run time ("enterprises:taxCode.format"); text that is no key comes back as it is. */
export function translateCode(language: Language, code: string, values: Record<string, unknown> = {}): string {
  const instance = messages();
  return instance.exists(code, { lng: language, count: 0, ...values })
    ? String(instance.t(code, { lng: language, ...values }))
    : code;
}

export const LanguageContext = createContext<Language>(defaultLanguage);
export const useLanguage = (): Language => useContext(LanguageContext);

/** The translator of the page's language. */
export const useT = (): Translate => translator(useLanguage());
