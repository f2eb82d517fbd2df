import { type Seat, seats } from "@/lib/panels/labels";

type Seated = { id: string; seat: Seat; user: { name: string }; organisation: { name: string } };

/** Somebody with a seat, as a box to tick. */
export const toSeatOptions = ({ id, seat, user, organisation }: Seated) => ({
  value: id,
  label: `${seats[seat]}: ${user.name}`,
  hint: organisation.name,
});
