import { createContext, useContext } from "react";

/** What the document needs to know of its response; it never travels through loader data. */
export interface PageContext {
  /** The address of the page's script, or undefined on pages that ship none. */
  script: string | undefined;
  nonce: string;
  requestId: string;
  isDemo: boolean;
}

const context = createContext<PageContext>({ script: undefined, nonce: "", requestId: "", isDemo: false });

export const PageContextProvider = context.Provider;
export const usePageContext = (): PageContext => useContext(context);
