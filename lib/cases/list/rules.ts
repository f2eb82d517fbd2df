import { type Due, dueLabels, type Sort, type Stage, sortLabels, stageLabels } from "./labels";

/** How a list of cases is asked for. It stands in the address, so it holds no name. */
export type CaseFilters = {
  stage?: Stage;
  due?: Due;
  sort: Sort;
  dir: "asc" | "desc";
  page: number;
  /** The key of a search: the words themselves are kept, and never travel. */
  search?: string;
};

export const pageSize = 25;
/** Nobody counts further than this, and nobody turns more pages. */
export const mostCounted = 1_000;
const mostPages = mostCounted / pageSize;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isIn = <Code extends string>(table: Record<Code, string>, code: unknown): code is Code =>
  typeof code === "string" && Object.hasOwn(table, code);

/** An address is typed by anybody: what it does not say plainly, it does not say. */
export function filtersFrom(query: Record<string, string | string[] | undefined>): CaseFilters {
  const sort = isIn(sortLabels, query.sort) ? query.sort : "opened";
  const usual = sort === "opened" ? "desc" : "asc";
  const page = Number(query.page);
  return {
    ...(isIn(stageLabels, query.stage) && { stage: query.stage }),
    ...(isIn(dueLabels, query.due) && { due: query.due }),
    ...(typeof query.search === "string" && uuid.test(query.search) && { search: query.search }),
    sort,
    dir: query.dir === "asc" || query.dir === "desc" ? query.dir : usual,
    page: Number.isInteger(page) && page > 0 ? Math.min(page, mostPages) : 1,
  };
}
