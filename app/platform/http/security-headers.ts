export type HeaderTable = Readonly<Record<string, string>>;

const year = 365 * 24 * 60 * 60;

const publicPolicy = policy({
  "script-src": "'none'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "manifest-src": "'self'",
});

function privatePolicy(nonce: string): string {
  return policy({
    "script-src": `'nonce-${nonce}' 'strict-dynamic'`,
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    // An officer sees the scan beside what is claimed.
    "frame-src": "'self'",
    "manifest-src": "'self'",
  });
}

function policy(sources: Record<string, string>): string {
  const directives = {
    "default-src": "'none'",
    ...sources,
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/** The headers that every response carries, files included. */
export function commonHeaders(publicOrigin: string): HeaderTable {
  const secure = publicOrigin.startsWith("https:");
  return {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(secure && { "Strict-Transport-Security": `max-age=${2 * year}; includeSubDomains` }),
  };
}

const noFeatures =
  "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

/** The headers of a page that is the same for everyone: no script at all, checked again at every visit. */
export function publicPageHeaders(publicOrigin: string): HeaderTable {
  return {
    ...commonHeaders(publicOrigin),
    "Content-Security-Policy": publicPolicy,
    "Permissions-Policy": noFeatures,
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cache-Control": "no-cache",
    Vary: "Accept-Encoding, Cookie",
  };
}

/** The headers of every other answer: scripts by nonce only, never kept, address never told to other sites. */
export function privateHeaders(publicOrigin: string, nonce: string): HeaderTable {
  return {
    ...commonHeaders(publicOrigin),
    "Content-Security-Policy": privatePolicy(nonce),
    "Permissions-Policy": noFeatures,
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
  };
}
