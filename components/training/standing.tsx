import { StatusTag } from "@/components/ui/tag";
import { standingLabels } from "@/lib/training/labels";
import type { Figure } from "@/lib/training/rules";

const meanings = {
  not_declared: "closed",
  nobody: "closed",
  below: "soon",
  met: "done",
} as const;

/** How it stands to the target: the word carries it, and the colour only repeats it. */
export const StandingTag = ({ figure: { standing } }: { figure: Figure }) => (
  <StatusTag meaning={meanings[standing]}>{standingLabels[standing]}</StatusTag>
);

const count = (number: number) => number.toLocaleString("en-GB");

/** "84% (420 of 500)", or why there is no share to give. */
export function share({ percent, trained, inScope, standing }: Figure): string {
  if (percent !== null) return `${percent}% (${count(trained)} of ${count(inScope)})`;
  return standing === "nobody" ? "Nobody in scope" : "Not declared";
}
