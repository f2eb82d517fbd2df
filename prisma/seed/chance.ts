// Chance that falls the same way every time, so that Northbridge is the same town on every machine.

export type Chance = ReturnType<typeof aChance>;

export function aChance(seed: number) {
  let state = seed;
  /** From 0 up to 1 (mulberry32). */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number =>
    low + Math.floor(next() * (high - low + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new Error("There is nothing to pick from.");
    return item;
  };

  return {
    next,
    between,
    pick,
    is: (likelihood: number): boolean => next() < likelihood,
    some: <Item>(items: readonly Item[], count: number): Item[] =>
      items
        .map((item) => ({ item, place: next() }))
        .sort((one, other) => one.place - other.place)
        .slice(0, count)
        .map(({ item }) => item),
    /** One of the codes, each as likely as its weight says. */
    weighted: <Code extends string>(weights: Partial<Record<Code, number>>): Code => {
      const entries = Object.entries(weights) as [Code, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [code, weight] of entries) {
        left -= weight;
        if (left < 0) return code;
      }
      return entries.at(-1)?.[0] as Code;
    },
    /** A version 7 key, as if it had been made at that instant. */
    id: (at: Date): string => {
      const time = at.getTime().toString(16).padStart(12, "0");
      const rest = Array.from({ length: 5 }, () =>
        Math.floor(next() * 0x10000)
          .toString(16)
          .padStart(4, "0"),
      );
      const variant = "89ab".charAt(between(0, 3));
      const [one = "", two = "", ...last] = rest;
      return `${time.slice(0, 8)}-${time.slice(8)}-7${one.slice(1)}-${variant}${two.slice(1)}-${last.join("")}`;
    },
  };
}
