import { disposeOn, retentionClassFor } from "@/lib/cases/retention/rules";
import { dueDay } from "@/lib/clocks/rules";
import { newDataKey, open, seal } from "@/lib/crypto/vault";
import { addDays, addWorkingDays, type Day, dayOf } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { mailFor } from "@/lib/notices/rules";
import { contactPlace } from "@/lib/referrals/queries";
import { type SignpostTarget, signpostTargets } from "@/lib/signposts/labels";
import { asIf, asNobody } from "./log";
import type { Told } from "./referral";
import { column, during, played, streamOf, type World } from "./world";

const said =
  "They were told what the worry is and what the family would welcome, with the agreement of the parent. They will ring within the week.";
const lookedAgain =
  "Read both side by side: another teacher and another term, and each time it was a story for school.";

/** Whom the gateway told of what, as it closed a referral: most have answered since, and some are asked again. */
export function signpostOn(world: World, told: Told[]): void {
  const { rows } = world;
  const closed = rows.screening.filter(({ signpost }) => signpost && signpost !== "none");
  for (const screening of closed) {
    const of = told.find(({ referralId }) => referralId === screening.referralId);
    if (of) onwardOf(world, screening, of.story.surname);
  }
  // T29: the second closure in a row read the first again.
  const [first, second] = told.filter(({ story }) => story.surname === "Ashfielde");
  const again = rows.screening.find(({ referralId }) => referralId === second?.referralId);
  if (first && again)
    Object.assign(again, { lookedAt: [first.referralId], secondLook: lookedAgain });
}

const waitsAt = ["Merrowdene", "Thornleigh"];

function onwardOf(
  { rows, chance, areaId, today }: World,
  screening: Prisma.ScreeningCreateManyInput,
  surname: string,
): void {
  const madeAt = new Date(screening.decidedAt);
  const madeOn = dayOf(madeAt);
  const isWaiting = waitsAt.includes(surname);
  const isAsked = surname === "Merrowdene";
  if (isWaiting || surname === "Larkhollow")
    screening.signpostAnswer = isWaiting ? "waiting" : "accepted";
  const chasedOn = isAsked ? addWorkingDays(madeOn, 11) : null;
  const answeredOn = screening.signpostAnswer === "accepted" ? madeOn : later(madeOn, today);
  rows.onwardReferral.push({
    id: chance.id(madeAt),
    ...{ referralId: screening.referralId, areaId, said, madeAtStage: "gateway" },
    service: `${signpostTargets[screening.signpost as SignpostTarget]}: duty worker`,
    ...{ madeOn: column(madeOn), dueOn: column(addWorkingDays(chasedOn ?? madeOn, 10)) },
    madeByHatId: screening.decidedByHatId,
    ...(chasedOn && { chasedOn: column(chasedOn), chases: 1 }),
    ...(!isWaiting && {
      ...{ state: "accepted", answeredOn: column(answeredOn) },
      answer: "A worker has met the family, and they have agreed how to go on.",
    }),
  });
}

const later = (day: Day, today: Day): Day => {
  const answered = addWorkingDays(day, 6);
  return answered < today ? answered : today;
};

/** A referral that came to the wrong area, sent on with the function that the gateway's button calls. */
export async function passAlong(
  tx: Prisma.TransactionClient,
  world: World,
  told: Told[],
): Promise<void> {
  const { chance, places, rows, today } = world;
  const going = told.find(({ story }) => story.surname === "Elverstone");
  const text = rows.referralText.find(({ referralId }) => referralId === going?.referralId);
  if (!going || !text?.sealedContact) return;
  const on = addDays(today, -1);
  const at = during(world, on);
  const ids = { referral: chance.id(at), key: chance.id(at) };
  const { wrapped, version } = newDataKey(ids.key);
  const plain = open(going.key, contactPlace(going.referralId), text.sealedContact as Uint8Array);
  const contact = seal({ id: ids.key, wrapped }, contactPlace(ids.referral), plain);
  const { retentionClass } = retentionClassFor("out_of_area", going.isChild);
  const last = disposeOn(retentionClass, on, going.isChild);
  const reference = "{reference}";
  const mail = mailFor(
    { kind: "referral_received", reference, path: `/referrals/${reference}` },
    env().APP_ORIGIN,
  );
  await tx.$executeRaw`
    update clocks set stopped_on = ${column(on)}, outcome = 'met'
     where referral_id = ${going.referralId}::uuid and stopped_on is null`;
  await asIf(tx, played(world, "gateway"));
  await tx.$queryRaw`
    select pass_referral(${going.referralId}::uuid, ${places.areaId["Wyvern County"]}::uuid, ${ids.referral}::uuid, ${ids.key}::uuid,
                         ${wrapped}, ${version}::int, ${streamOf(ids.key)}, ${Buffer.from(contact).toString("base64")}, '[]'::jsonb,
                         'The family lives in the county, and so does the school.', ${mail.subject}, ${mail.body},
                         ${column(dueDay("acknowledge_referral", on))}::date, ${column(dueDay("gateway_assessment", on))}::date,
                         ${retentionClass}, ${last && column(last)}::date, ${at}) as reference`;
  await asNobody(tx);
}
