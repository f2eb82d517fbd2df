import { Client } from "pg";

export type Sent = { text: string; values: unknown[] };

/** What the work sent to the database, without the frame that every transaction has around it. */
export async function recordStatements<T>(work: () => Promise<T>) {
  const sent: Sent[] = [];
  const { query } = Client.prototype;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [first, second] = args;
    const { text, values } =
      typeof first === "string" ? { text: first, values: second } : (first as Partial<Sent>);
    if (text && !/^\s*(begin|commit|rollback|set transaction)/i.test(text))
      sent.push({ text, values: Array.isArray(values) ? values : [] });
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    return { value: await work(), sent };
  } finally {
    Client.prototype.query = query;
  }
}

/** How many there were, and what each said. */
export async function countStatements<T>(work: () => Promise<T>) {
  const { value, sent } = await recordStatements(work);
  return { value, count: sent.length, sent: sent.map(({ text }) => text) };
}
