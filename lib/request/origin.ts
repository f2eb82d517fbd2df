const local = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Where our pages live: said by the environment, or the machine itself. Anything else is nowhere. */
function ownOrigin(headers: Headers): string | undefined {
  const host = headers.get("host") ?? "";
  return process.env.APP_ORIGIN ?? (local.test(host) ? `http://${host}` : undefined);
}

/** Whether a post comes from one of our own pages. What does not say is not ours. */
export function isOurs(headers: Headers): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  return (
    origin !== null && origin === ownOrigin(headers) && (site === null || site === "same-origin")
  );
}
