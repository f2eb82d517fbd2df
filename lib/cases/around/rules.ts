import type { Circle, Relation } from "@/lib/cases/around/labels";

export const circleOf = {
  mother: "family",
  father: "family",
  carer: "family",
  sibling: "family",
  partner: "family",
  child: "family",
  other_family: "family",
  teacher: "school",
  safeguarding_lead: "school",
  health_worker: "professional",
  social_worker: "professional",
  youth_worker: "professional",
  police_officer: "professional",
  other_professional: "professional",
  friend: "other",
  community: "other",
  other: "other",
} as const satisfies Record<Relation, Circle>;

const order: readonly Circle[] = ["family", "school", "professional", "other"];

export type Placed<Around> = Around & { x: number; y: number };
type Ring = { centre: { x: number; y: number }; across: number; up: number };

/** Around the centre, one circle after another, each with the same room. The same people stand in the same places. */
export function placeAround<Around extends { relation: Relation }>(
  people: readonly Around[],
  { centre, across, up }: Ring,
): Placed<Around>[] {
  const inOrder = order.flatMap((circle) =>
    people.filter(({ relation }) => circleOf[relation] === circle),
  );
  return inOrder.map((around, index) => {
    const angle = (2 * Math.PI * index) / inOrder.length - Math.PI / 2;
    return {
      ...around,
      x: Math.round(centre.x + across * Math.cos(angle)),
      y: Math.round(centre.y + up * Math.sin(angle)),
    };
  });
}
