/** `also` is where pages of the same part stand. */
export type Place = { href: string; text: string; also?: readonly string[] };

const isUnder = (pathname: string, path: string) =>
  pathname === path || pathname.startsWith(`${path}/`);

/** Of all the items, the one that a page belongs to: that of the longest address it begins with. */
export function hereAmong(items: readonly Place[], pathname: string): Place | undefined {
  const around = items.flatMap((item) =>
    [item.href.split("?")[0] ?? "", ...(item.also ?? [])]
      .filter((path) => isUnder(pathname, path))
      .map((path) => ({ item, depth: path.length })),
  );
  return around.sort((a, b) => b.depth - a.depth)[0]?.item;
}
