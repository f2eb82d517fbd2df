import { expect, test } from "vitest";

import type { Seat } from "@/lib/panels/labels";
import { missingSeats, type Person } from "@/lib/panels/rules";

const adult: Person = { isChild: false };
const fromElsewhere: Person = { isChild: false, residentForce: "Eastmere" };
const whole: Seat[] = ["chair", "police", "health"];

/** Who is still to invite, if everybody who is invited comes. */
const stillToInvite = (seats: readonly Seat[], person: Person) =>
  missingSeats(
    seats.map((seat) => ({ seat, isPresent: true, hasConflict: false })),
    person,
  );

test.for<[rule: string, invited: Seat[], person: Person, missing: Seat[][]]>([
  ["P-01 the council and the police are there", whole, adult, []],
  ["P-01 without the police", ["chair", "health"], adult, [["police"]]],
  ["P-05 without the council's chair", ["police", "health"], adult, [["chair", "deputy_chair"]]],
  ["P-05 with the council's deputy chair", ["deputy_chair", "police", "health"], adult, []],
  ["P-03 one who lives here", whole, adult, []],
  ["P-03 one who lives elsewhere", whole, fromElsewhere, [["resident_police"]]],
  ["P-03 with that force", [...whole, "resident_police"], fromElsewhere, []],
  ["P-04 anybody more may come", [...whole, "housing", "voluntary", "other"], adult, []],
  [
    "P-04 and takes no needed seat",
    ["chair", "police", "voluntary"],
    adult,
    [["adult_social_care", "health"]],
  ],
])("%s: %o", ([, invited, person, missing]) => {
  expect(stillToInvite(invited, person)).toEqual(missing);
});
