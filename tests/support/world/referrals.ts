import { randomBytes, randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { Parties } from "@/lib/access/policy";
import { owner } from "@/tests/support/owner";
import type { Dice } from "./dice";
import { at, day, lay } from "./rows";

/** What was sent goes with its referral into the case (T06). */
export async function becomeCases() {
  await owner.$transaction([
    owner.$executeRaw`update referrals r set case_id = c.id from cases c where c.referral_id = r.id and r.case_id is null`,
    owner.$executeRaw`update people r set case_id = c.id from cases c where c.referral_id = r.referral_id and r.case_id is null`,
    owner.$executeRaw`update referral_texts r set case_id = c.id from cases c where c.referral_id = r.referral_id and r.case_id is null`,
    owner.$executeRaw`update referral_addenda r set case_id = c.id from cases c where c.referral_id = r.referral_id and r.case_id is null`,
    owner.$executeRaw`update attachments r set case_id = c.id from cases c where c.referral_id = r.referral_id and r.case_id is null`,
    owner.$executeRaw`update deconflictions r set case_id = c.id from cases c where c.referral_id = r.referral_id and r.case_id is null`,
  ]);
}

export function referralsOf(random: Dice, actors: Actor[]) {
  const referrals = Array.from({ length: 5 }, (_, number) => {
    const author = random.pick(actors);
    return {
      id: randomUUID(),
      dataKeyId: randomUUID(),
      number,
      author,
      isDraft: number > 0 && random.chance(0.3),
    };
  });
  const common = ({ author }: (typeof referrals)[number]) => ({
    areaId: author.areaId,
    organisationId: author.organisationId,
    createdById: author.userId,
  });
  lay(
    "dataKey",
    referrals.map(({ dataKeyId, author }) => ({
      id: dataKeyId,
      areaId: author.areaId,
      wrapped: new Uint8Array(randomBytes(4)),
      wrappingVersion: 1,
    })),
  );
  lay(
    "referral",
    referrals.map((referral) => ({
      ...common(referral),
      id: referral.id,
      createdByHatId: referral.author.hatId,
      dataKeyId: referral.dataKeyId,
      status: referral.isDraft ? "draft" : "gateway",
      ...(!referral.isDraft && {
        reference: `R-${referral.id}`,
        submittedAt: at,
        sector: "education",
      }),
    })),
  );
  const sent = referrals.filter(({ isDraft }) => !isDraft);
  lay(
    "person",
    sent.map((referral) => ({
      ...common(referral),
      id: referral.id,
      referralId: referral.id,
      ageRecordedOn: day,
      gender: "not_known",
      matchName: "x",
      matchSound: "x",
    })),
  );
  lay(
    "referralText",
    sent.map((referral) => ({
      ...common(referral),
      referralId: referral.id,
      answers: {},
      declarationVersion: "1",
      submittedAt: at,
    })),
  );
  lay(
    "referralAddendum",
    sent.map((referral) => ({
      ...common(referral),
      id: referral.id,
      referralId: referral.id,
      body: "More.",
      addedByHatId: referral.author.hatId,
      addedAt: at,
    })),
  );
  lay(
    "attachment",
    referrals.map((referral) => ({
      ...common(referral),
      id: referral.id,
      referralId: referral.id,
      ...{ name: "letter.pdf", contentType: "application/pdf", bytes: 1, sha256: "x" },
      ...{ addedByHatId: referral.author.hatId, addedAt: at },
    })),
  );
  lay(
    "screening",
    sent.map(({ id, author }) => ({
      id,
      referralId: id,
      areaId: author.areaId,
      outcome: "continue",
      decidedByHatId: author.hatId,
      decidedAt: at,
    })),
  );
  lay(
    "deconfliction",
    sent.map(({ id, author }) => ({
      id,
      referralId: id,
      areaId: author.areaId,
      outcome: "clear",
      recordedByHatId: author.hatId,
      recordedAt: at,
    })),
  );
  return referrals;
}

export function concernsOf(random: Dice, actors: Actor[]) {
  const concerns = random.some(actors, 0.3).map((author) => ({
    id: randomUUID(),
    author,
    parties: { areaId: author.areaId, organisationId: author.organisationId } as Parties,
  }));
  lay(
    "concern",
    concerns.map(({ id, author }) => ({
      id,
      areaId: author.areaId,
      organisationId: author.organisationId,
      createdByHatId: author.hatId,
      about: "x",
      noticed: "x",
      noticedOn: day,
      howKnown: "online",
      createdAt: at,
    })),
  );
  lay(
    "concernCheck",
    concerns.map(({ id, author }) => ({
      id,
      concernId: id,
      areaId: author.areaId,
      organisationId: author.organisationId,
      spokenTo: "x",
      whatTheySaid: "x",
      otherExplanation: "x",
      addedByHatId: author.hatId,
      addedAt: at,
    })),
  );
  return concerns;
}
