import { createInstance, type i18n as I18n, type Resource, type TFunction } from "i18next";
import { createContext, useContext } from "react";

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = "vi";
export const languageCookie = "lang";

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** The language that a request's cookie asks for; Vietnamese unless it says English. */
export function requestLanguage(request: Request): Language {
  const value = /(?:^|;\s*)lang=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1];
  return isLanguage(value) ? value : defaultLanguage;
}

/** A catalogue in another language: the same keys, other words. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

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

/** The translator of one language for keys with their namespace, such as "platform:save". */
export const translator = (language: Language): TFunction => messages().getFixedT(language);

/** Translates a key that is only known at run time ("enterprises:taxCode.format"); text that is no key comes back as it is. */
export function translateCode(language: Language, code: string, values: Record<string, unknown> = {}): string {
  const instance = messages();
  return instance.exists(code, { lng: language, count: 0, ...values })
    ? String(instance.t(code as never, { lng: language, ...values } as never))
    : code;
}

export const LanguageContext = createContext<Language>(defaultLanguage);
export const useLanguage = (): Language => useContext(LanguageContext);

/** The translator of the page's language; keys carry their namespace. */
export const useT = (): TFunction => translator(useLanguage());
