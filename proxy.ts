// Headers and forged posts. Never rights.
import { type NextRequest, NextResponse } from "next/server";

const isDevelopment = process.env.NODE_ENV === "development";
const local = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Where our pages live: said by the environment, or the machine itself. Anything else is nowhere. */
function ownOrigin(request: NextRequest): string | undefined {
  const host = request.headers.get("host") ?? "";
  return process.env.APP_ORIGIN ?? (local.test(host) ? `http://${host}` : undefined);
}

function isOurs(request: NextRequest): boolean {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  return origin === ownOrigin(request) && (site === null || site === "same-origin");
}

/** The one other place a form may lead to: where an organisation signs its people in. */
function identityProvider(): string {
  const issuer = URL.parse(process.env.OIDC_ISSUER ?? "");
  return issuer ? ` ${issuer.origin}` : "";
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action 'self'${identityProvider()}`,
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function proxy(request: NextRequest) {
  if (!["GET", "HEAD", "POST"].includes(request.method)) {
    return new NextResponse(null, { status: 405, headers: { Allow: "GET, HEAD, POST" } });
  }
  if (request.method === "POST" && !isOurs(request)) {
    return new NextResponse("This request did not come from our pages.", { status: 403 });
  }

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname); // where to come back to after signing in
  headers.set("content-security-policy", policy); // the framework takes the nonce from here
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// Uploads stream past, since a proxied body is cut at 10 MB; that route asks for the origin itself.
export const config = { matcher: ["/((?!_next/static/|assets/|api/uploads(?:/|$)).*)"] };
