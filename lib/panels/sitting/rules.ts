import { layOutAgenda } from "@/lib/panels/agenda/rules";
import type { Progress, Seat } from "@/lib/panels/labels";

type Slotted = Parameters<typeof layOutAgenda>[1][number];

/** As the agenda lays them out (6.4): the panel takes its items in this order. */
export const inAgendaOrder = <Item extends Slotted>(items: readonly Item[]) =>
  layOutAgenda("00:00", items).parts.flatMap((part) => part.items);

type Member = {
  hatId: string;
  seat: Seat;
  isPresent: boolean;
  apologies: boolean;
  deputyForHatId: string | null;
  user: { name: string };
  organisation: { name: string };
};

/** Who came, organisation by organisation: what the table shows and the minutes say (M-03). */
export function attendanceByAgency<Person extends Member>(members: readonly Person[]) {
  const agencies = [...new Set(members.map(({ organisation }) => organisation.name))].sort();
  return agencies.map((name) => {
    const people = members.filter(({ organisation }) => organisation.name === name);
    const here = people.filter(({ isPresent }) => isPresent);
    const isReplaced = ({ hatId }: Person) =>
      here.some(({ deputyForHatId }) => deputyForHatId === hatId);
    return {
      name,
      here,
      apologies: people.filter((person) => person.apologies && !isReplaced(person)),
      hasDeputy: here.some(({ deputyForHatId }) => deputyForHatId !== null),
    };
  });
}

type Standing = { begunAt: Date | null; endedAt: Date | null; isDecided: boolean };

/** How far the panel has come with an item. */
export function progressOf({ begunAt, endedAt, isDecided }: Standing): Progress {
  if (isDecided) return "decided";
  if (begunAt && !endedAt) return "now";
  return begunAt ? "left" : "to_come";
}

type Placed = { id: string };

/** Where an item stands in the order, among those that its reader may know. */
export function placeIn<Item extends Placed>(items: readonly Item[], itemId: string) {
  const index = items.findIndex(({ id }) => id === itemId);
  return {
    number: index + 1,
    total: items.length,
    previous: items[index - 1] ?? null,
    next: items[index + 1] ?? null,
  };
}
