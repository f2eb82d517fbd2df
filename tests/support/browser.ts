// Stands in for the one thing a test has no framework for: the request that a door answers. Use it as
//   vi.mock("next/headers", async () => (await import("@/tests/support/browser")).nextHeaders);

type Jar = Map<string, string>;
let jar: Jar = new Map();
let sent = new Headers();

/** Another browser, with no cookies yet; or one met before. */
export function openBrowser(cookies: Jar = new Map(), headers: Record<string, string> = {}): Jar {
  jar = cookies;
  sent = new Headers({ "x-forwarded-for": "192.0.2.1", ...headers });
  return jar;
}

const cookies = {
  get: (name: string) => {
    const value = jar.get(name);
    return value === undefined ? undefined : { name, value };
  },
  getAll: () => [...jar].map(([name, value]) => ({ name, value })),
  set: (name: string, value: string, { maxAge = 1 }: { maxAge?: number } = {}) =>
    maxAge > 0 ? jar.set(name, value) : jar.delete(name),
};

export const nextHeaders = { cookies: async () => cookies, headers: async () => sent };

/** Where a door leads on to. */
export async function destinationOf(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => undefined,
    (error: { digest?: string }) => error.digest,
  );
  return thrown?.split(";")[2] ?? `did not lead on: ${thrown}`;
}

/** What a browser sends for a form. */
export function filledIn(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

export const unsent = { values: {}, errors: {}, attempt: 0 };
