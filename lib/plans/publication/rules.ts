import { RuleBroken } from "@/lib/errors";
import type { PlanStatus } from "@/lib/plans/labels";

/** A public theme with what is public of it. What is left out is not here at all. */
export type PublicTheme = {
  title: string;
  text: string | null;
  actions: { reference: string; text: string }[];
};

type ToPublish = { status: PlanStatus; marking: string };

export function assertCanBePublished({ status, marking }: ToPublish): void {
  if (status !== "approved") throw new RuleBroken("Only a plan that is approved is published");
  if (marking !== "official")
    throw new RuleBroken("A plan that is marked above OFFICIAL is not published");
}

export function assertSaysSomething(themes: readonly PublicTheme[]): void {
  if (themes.length === 0)
    throw new RuleBroken("Nothing of this plan is public yet. Choose what is, theme by theme.");
}

const words = (title: string) =>
  title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);

type Named = { id: string; title: string; edition: number };

/** Where the page is: words for people, and an end that no other plan has. */
export const slugOf = ({ id, title, edition }: Named): string =>
  [words(title), `version-${edition}`, id.slice(-8)].filter(Boolean).join("-");

type Line = { themeId: string; actionId: string | null; text: string | null };
type Theme = { id: string; title: string };
type Action = { actionId: string; reference: string };

/** The public version as it would read: themes in the order of the plan, without what was left out. */
export function publicThemes(
  themes: readonly Theme[],
  actions: readonly Action[],
  lines: readonly Line[],
): PublicTheme[] {
  const textOf = new Map(lines.map(({ themeId, actionId, text }) => [actionId ?? themeId, text]));
  const isOf = new Map(lines.map(({ themeId, actionId }) => [actionId, themeId]));
  return themes.flatMap(({ id, title }) => {
    const text = textOf.get(id) ?? null;
    const shown = actions.flatMap(({ actionId, reference }) => {
      const said = isOf.get(actionId) === id ? textOf.get(actionId) : null;
      return said ? [{ reference, text: said }] : [];
    });
    return text || shown.length > 0 ? [{ title, text, actions: shown }] : [];
  });
}
