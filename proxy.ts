// Headers and forged posts. Never rights.
import { type NextRequest, NextResponse } from "next/server";

import { canServe } from "@/lib/db/ready";
import { isOurs } from "@/lib/request/origin";

const isDevelopment = process.env.NODE_ENV === "development";

/** The one other place a form may lead to: where an organisation signs its people in. */
function identityProvider(): string {
  const issuer = process.env.OIDC_ISSUER ?? "";
  return URL.canParse(issuer) ? ` ${new URL(issuer).origin}` : "";
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

/** What every answer has to go through, whether the database is there or not. */
export function edge(request: NextRequest) {
  if (!["GET", "HEAD", "POST"].includes(request.method)) {
    return new NextResponse(null, { status: 405, headers: { Allow: "GET, HEAD, POST" } });
  }
  if (request.method === "POST" && !isOurs(request.headers)) {
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

const standsAlone = /^\/(api\/|unavailable$|privacy$|pathway$|accessibility$|help$|$)/;

/** A script keeps its page, and what was typed there, when its post is answered by the action itself. */
const isAction = (request: NextRequest) => request.headers.has("next-action");

export async function proxy(request: NextRequest) {
  const response = edge(request);
  if (response.status !== 200 || isAction(request)) return response;
  if (standsAlone.test(request.nextUrl.pathname)) return response;
  if (await canServe({ answeredWithin: 1_000 })) return response;
  return unavailable(response.headers);
}

/** Complete in itself: with the database gone, nothing that could fail again is asked for. */
function unavailable(headers: Headers): NextResponse {
  const policy = headers.get("content-security-policy") ?? "default-src 'none'";
  const nonce = /style-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  return new NextResponse(unavailablePage(nonce), {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "no-store",
      "retry-after": "10",
    },
  });
}

const unavailablePage = (nonce: string) => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The service is not available just now – Prevent Casebook</title>
<style nonce="${nonce}">
body { margin: 0; font: 1.1875rem/1.5 arial, sans-serif; color: #0b0c0c; }
header { padding: 0.75rem 1rem; color: #ffffff; background: #0b0c0c; font-size: 1.5rem; }
main { max-width: 40rem; margin: 0 1rem; padding: 1rem 0; }
</style>
</head>
<body>
<header>Prevent Casebook</header>
<main>
<h1>The service is not available just now</h1>
<p>What you had saved, drafts included, is kept. Wait a minute, then reload this page.</p>
<p>If somebody is in danger now, call 999.</p>
</main>
</body>
</html>`;

// Uploads stream past, since a proxied body is cut at 10 MB; that route asks for the origin itself.
export const config = { matcher: ["/((?!_next/static/|assets/|api/uploads(?:/|$)).*)"] };
