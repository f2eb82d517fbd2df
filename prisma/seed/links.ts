import type { Told } from "./referral";
import { during, played, type World } from "./world";

const sure =
  "The same name, day of birth and school, and the school confirmed that it is one pupil.";

/** What the gateway has answered already: who is one person, and who is not. Nothing is merged (IS-19). */
export function linkPeople(world: World, told: Told[]): void {
  const of = (surname: string) => told.filter(({ story }) => story.surname === surname);
  const [rahimvale] = of("Rahimvale");
  const [raheem] = of("Raheem-Vale");
  for (const surname of ["Ashfielde", "Oakhurst"]) {
    const row = of(surname);
    for (const [index, one] of row.entries()) {
      const before = row[index - 1];
      if (before) link(world, one, before, "same", sure);
    }
  }
  const [bourne] = of("Marlbourne");
  const [borne] = of("Marlborne");
  if (rahimvale && raheem)
    link(
      world,
      raheem,
      rahimvale,
      "same",
      "The date of birth and the address are the same, and the mother confirmed the earlier referral.",
    );
  if (bourne && borne)
    link(
      world,
      borne,
      bourne,
      "not_same",
      "Born five years apart, and one was in another country when the other was seen.",
    );
}

function link(world: World, one: Told, other: Told, answer: string, reasons: string): void {
  const { rows, chance, areaId } = world;
  const linkedAt = during(world, one.story.submittedOn);
  rows.personLink.push({
    id: chance.id(linkedAt),
    areaId,
    referralId: one.referralId,
    otherReferralId: other.referralId,
    answer,
    reasons,
    linkedByHatId: played(world, "gateway").hatId,
    linkedAt,
  });
}
