import { readFileSync } from "node:fs";

const manifest = (): [file: string, route: string][] =>
  Object.entries(JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")));

/** What the production build answers to. */
export const routesOfTheBuild = (): string[] =>
  manifest()
    .map(([, route]) => route)
    .filter((route) => !route.startsWith("/_"));

/** Those among them that answer with a page; the others with a file, or with data. */
export const pagesOfTheBuild = (): Set<string> =>
  new Set(
    manifest()
      .filter(([file]) => file.endsWith("/page"))
      .map(([, route]) => route),
  );
