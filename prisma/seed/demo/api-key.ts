/**
 * The demo partner's key, the same in every demo so that it can be printed at every start. It is public like the demo
 * password, and a portal in earnest takes no key that a demo account issued.
 */
export const demoApiKey = { prefix: "de300001", secret: "demo-only-demo-only-demo-only-demo-only-dem" } as const;
