/** One event as it lies in the store, with the text that its hash is said to cover. Hashes are hexadecimal. */
export type LoggedEvent = {
  id: string;
  stream: string;
  n: number;
  prev: string;
  hash: string;
  covered: string;
};

export type Head = { stream: string; n: number; hash: string };

export type Checkpoint = { n: number; events: number; root: string; prev: string; hash: string };

/** What is wrong, and with which row. */
export type Fault = { where: string; what: string };

/** SHA-256 of bytes given and taken as hexadecimal. */
export type Sha256 = (hex: string) => string;

const hexOf = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** What the first event of a stream follows. */
export const startOf = (stream: string, sha256: Sha256): string => sha256(hexOf(stream));

const nameOf = ({ id, stream, n }: LoggedEvent): string => `event ${id} (number ${n} of ${stream})`;

/** Whether an event follows the one before it in its stream and says what it said when it was written. */
export function faultOfEvent(
  event: LoggedEvent,
  before: LoggedEvent | null,
  hashed: string,
  sha256: Sha256,
): Fault | null {
  const where = nameOf(event);
  const expected = (before?.n ?? 0) + 1;
  if (event.n !== expected) return { where, what: `number ${expected} should be here` };
  if (event.prev !== (before?.hash ?? startOf(event.stream, sha256)))
    return { where, what: "it does not follow the event before it" };
  if (event.hash !== hashed) return { where, what: "it was changed after it was written" };
  return null;
}

/** Whether a stream ends where its head says it ends. */
export function faultOfHead(last: LoggedEvent | null, head: Head | null): Fault | null {
  if (last && !head) return { where: nameOf(last), what: "its stream has no head" };
  if (head && !last)
    return { where: `stream ${head.stream}`, what: `all ${head.n} of its events are gone` };
  if (!head || !last || (head.n === last.n && head.hash === last.hash)) return null;
  return {
    where: nameOf(last),
    what: `it is the last of its stream, which should end with number ${head.n}`,
  };
}

/** The root of a Merkle tree: pair by pair, an odd one carried up. */
export function merkleRoot(leaves: readonly string[], sha256: Sha256): string {
  let level = leaves;
  if (level.length === 0) return sha256("");
  while (level.length > 1) {
    const above: string[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left = "", right] = [level[i], level[i + 1]];
      above.push(right === undefined ? left : sha256(left + right));
    }
    level = above;
  }
  return level[0] ?? "";
}

/** Whether a checkpoint seals exactly the events that it sealed when it was made, and follows the one before it. */
export function faultOfCheckpoint(
  checkpoint: Checkpoint,
  before: Checkpoint | null,
  leaves: readonly string[],
  sha256: Sha256,
): Fault | null {
  const { n, events, root, prev, hash } = checkpoint;
  const where = `checkpoint ${n}`;
  if (n !== (before?.n ?? 0) + 1)
    return { where, what: `checkpoint ${(before?.n ?? 0) + 1} should be here` };
  if (leaves.length !== events)
    return { where, what: `it sealed ${events} events and ${leaves.length} are there` };
  if (merkleRoot(leaves, sha256) !== root)
    return { where, what: "an event that it sealed was rewritten" };
  if (prev !== (before?.hash ?? sha256(hexOf("first"))))
    return { where, what: "it does not follow the checkpoint before it" };
  if (hash !== sha256(prev + root + hexOf(`${n} ${events}`)))
    return { where, what: "it was changed after it was made" };
  return null;
}

/** A checkpoint as it is copied away: one line each, to where nobody who keeps the database can write. */
export const copyLine = ({ n, hash }: { n: number | bigint | string; hash: string }): string =>
  `${n} ${hash}\n`;

export const readCopy = (text: string): Map<number, string> =>
  new Map(
    text
      .split("\n")
      .filter(Boolean)
      .map((line) => {
        const [n, hash = ""] = line.split(" ");
        return [Number(n), hash];
      }),
  );

/** Whether the checkpoints that were copied away are the ones that are here. */
export function faultOfCopy(
  checkpoints: ReadonlyMap<number, string>,
  copied: ReadonlyMap<number, string>,
): Fault | null {
  for (const [n, hash] of copied) {
    const where = `checkpoint ${n}`;
    if (!checkpoints.has(n)) return { where, what: "it was copied away and is no longer here" };
    if (checkpoints.get(n) !== hash) return { where, what: "it differs from its copy" };
  }
  return null;
}
