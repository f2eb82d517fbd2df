import { Client } from "pg";

/** What the work sent to the database, without the frame that every transaction has around it. */
export async function countStatements<T>(work: () => Promise<T>) {
  const sent: string[] = [];
  const { query } = Client.prototype;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === "string" ? first : (first as { text?: string }).text;
    if (text && !/^\s*(begin|commit|rollback|set transaction)/i.test(text)) sent.push(text);
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    return { value: await work(), count: sent.length, sent };
  } finally {
    Client.prototype.query = query;
  }
}
