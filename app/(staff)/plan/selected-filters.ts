import { addressWith } from "@/components/ui/address";
import { benchmarkLabels, objectiveLabels, ragLabels, workstreamLabels } from "@/lib/plans/labels";
import type { PlanAddress } from "@/lib/plans/schema";

type Themes = { id: string; title: string }[];
type Owners = { id: string; name: string }[];

/** The chosen filters in words, each with the address that leaves it out. */
export function selectedFilters(
  address: Omit<PlanAddress, "page">,
  themes: Themes,
  owners: Owners,
  areas: Owners,
) {
  const { theme, rag, organisation, workstream, overdue, area, objective, benchmark } = address;
  const words = {
    theme: theme && `Theme: ${themes.find(({ id }) => id === theme)?.title ?? "another plan’s"}`,
    rag: rag && ragLabels[rag],
    organisation:
      organisation &&
      `Led by: ${owners.find(({ id }) => id === organisation)?.name ?? "nobody here"}`,
    workstream: workstream && `Workstream: ${workstreamLabels[workstream]}`,
    overdue: overdue && "Overdue only",
    objective: objective && `Objective: ${objectiveLabels[objective]}`,
    benchmark: benchmark && `Part of the toolkit: ${benchmarkLabels[benchmark]}`,
    area: area && `Area: ${areas.find(({ id }) => id === area)?.name ?? "another plan’s"}`,
  };
  return Object.entries(words).flatMap(([name, text]) =>
    text ? [{ text, removeHref: addressWith("/plan", address, { [name]: undefined }) }] : [],
  );
}
