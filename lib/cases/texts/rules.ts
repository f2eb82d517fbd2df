import { type OpenState, openLabels, type TextSource, textSources } from "./labels";

/** Around the words that were found, in the snippet as the database makes it. Nobody types these. */
export const found = { begins: "\uE002", ends: "\uE003" } as const;

/** A snippet in pieces, each with where it begins: every second one is what was looked for. */
export function piecesOf(snippet: string): { at: number; text: string; isFound: boolean }[] {
  let at = 0;
  return snippet.split(/[\uE002\uE003]/).flatMap((text, index) => {
    const piece = { at, text, isFound: index % 2 === 1 };
    at += text.length + 1;
    return text === "" ? [] : [piece];
  });
}

export type TextFilters = { search?: string; source?: TextSource; state?: OpenState };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isIn = <Code extends string>(table: Record<Code, string>, code: unknown): code is Code =>
  typeof code === "string" && Object.hasOwn(table, code);

/** An address is typed by anybody: what it does not say plainly, it does not say. */
export const textFiltersFrom = ({
  search,
  kind,
  state,
}: Record<string, string | string[] | undefined>): TextFilters => ({
  ...(typeof search === "string" && uuid.test(search) && { search }),
  ...(isIn(textSources, kind) && { source: kind }),
  ...(isIn(openLabels, state) && { state }),
});
