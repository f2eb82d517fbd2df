export type Query = Record<string, string | string[] | undefined>;

/** A list's own address with something changed. Changing anything but the page goes back to page 1. */
export function addressWith(path: string, query: Query, change: Query): string {
  const isTurningPage = "page" in change;
  const changed: Query = { ...query, ...(isTurningPage ? {} : { page: undefined }), ...change };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(changed)) {
    for (const one of [value ?? []].flat()) if (one !== "") search.append(name, one);
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** What a heading that sorts needs: where it leads, and how the list is sorted by it now. */
export function sortBy(path: string, query: Query, column: string) {
  const direction =
    query.sort === column
      ? query.dir === "desc"
        ? ("desc" as const)
        : ("asc" as const)
      : undefined;
  const dir = direction === "asc" ? "desc" : "asc";
  return { direction, href: addressWith(path, query, { sort: column, dir }) };
}
