import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addCheckNote, decideConcern, noticeConcern } from "@/lib/concerns/commands";
import { listConcerns, viewConcern } from "@/lib/concerns/queries";
import { withActor } from "@/lib/db/with-actor";
import { NotFound, Overtaken } from "@/lib/errors";
import { submitReferral } from "@/lib/referrals/commands";
import { discardDraft, saveDraftPage } from "@/lib/referrals/drafts/commands";
import { viewDraftPage } from "@/lib/referrals/drafts/queries";
import { declaration, wholeReferral } from "@/tests/support/answers";
import { anActor, aReadyArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const noticed = {
  about: "A pupil in year 10",
  noticed: "He told two friends what he had watched, and wrote the words on his desk.",
  noticedOn: "2026-03-02",
  howKnown: "told_by_other",
} as const;

const note = {
  spokenTo: "His form tutor",
  whatTheySaid: "He has been quiet since his grandfather died.",
  otherExplanation: "Grief, and wanting to be noticed by his friends.",
};

const reasons = "We spoke to his tutor and to his mother, and both explain what was said.";

const aConcern = (who: Actor) => withActor(who, (ctx) => noticeConcern(ctx, noticed));
const check = (who: Actor, concernId: string) =>
  withActor(who, (ctx) => addCheckNote(ctx, { concernId, ...note }));
const view = (who: Actor, id: string) => withActor(who, (ctx) => viewConcern(ctx, id));

const closing = { outcome: "close", closeReason: "explained", reasons } as const;
const sharing = { outcome: "share", closeReason: null, reasons } as const;

async function aCheckedConcern() {
  const area = await aReadyArea();
  const { referrer } = area;
  const colleague = await anActor("referrer", {
    areaId: area.areaId,
    organisationId: referrer.organisationId,
  });
  const { concernId } = await aConcern(referrer);
  await check(referrer, concernId);
  return { ...area, colleague, concernId };
}

test("a concern is noticed, checked and closed with reasons, and each is recorded (IS-08)", async () => {
  const { referrer, concernId } = await aCheckedConcern();

  await withActor(referrer, (ctx) => decideConcern(ctx, { concernId, version: 2, ...closing }));

  await expect(view(referrer, concernId)).resolves.toMatchObject({
    status: "closed",
    closeReason: "explained",
    outcomeReasons: reasons,
    concernChecks: [note],
  });
  const events = await owner.auditEvent.findMany({
    where: { actor: referrer.userId },
    orderBy: { id: "asc" },
    select: { type: true },
  });
  expect(events.map(({ type }) => type)).toEqual([
    "concern.noticed",
    "concern.checked",
    "concern.closed",
    "concern.viewed",
  ]);
});

test("a concern that nobody checked is not closed, and nothing is left behind", async () => {
  const { referrer } = await aReadyArea();
  const { concernId } = await aConcern(referrer);

  const closed = withActor(referrer, (ctx) =>
    decideConcern(ctx, { concernId, version: 1, ...closing }),
  );

  await expect(closed).rejects.toThrow("who you spoke to");
  await expect(view(referrer, concernId)).resolves.toMatchObject({
    status: "noticed",
    outcomeReasons: null,
  });
});

test("a concern is its organisation's own: to the police and to a stranger it is not there", async () => {
  const { areaId, officer, coordinator, colleague, concernId } = await aCheckedConcern();
  const stranger = await anActor("referrer", { areaId });
  const lead = await anActor("agency_lead", {
    areaId,
    organisationId: colleague.organisationId,
  });

  for (const who of [stranger, officer, coordinator]) {
    await expect(view(who, concernId)).rejects.toThrow(NotFound);
    await expect(check(who, concernId)).rejects.toThrow(NotFound);
  }
  for (const who of [colleague, lead]) {
    await expect(view(who, concernId)).resolves.toMatchObject({ id: concernId });
  }
  await expect(withActor(stranger, (ctx) => listConcerns(ctx, { page: 1 }))).resolves.toMatchObject(
    { total: 0, rows: [] },
  );
});

test("somebody who decides is told of a check that came in between", async () => {
  const { referrer, colleague, concernId } = await aCheckedConcern();
  await check(colleague, concernId);

  const decided = withActor(referrer, (ctx) =>
    decideConcern(ctx, { concernId, version: 2, ...closing }),
  );

  const refusal = await decided.catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Overtaken);
  expect(refusal).toMatchObject({ version: "3" });
  expect((refusal as Overtaken).fields[0]?.theirs).toContain("His form tutor");
});

test("sharing begins a referral with what the same person typed, and no decision (RF-01)", async () => {
  const { referrer, concernId } = await aCheckedConcern();

  const { draftId } = await withActor(referrer, (ctx) =>
    decideConcern(ctx, { concernId, version: 2, ...sharing }),
  );

  const page = (name: keyof typeof wholeReferral) =>
    withActor(referrer, (ctx) => viewDraftPage(ctx, draftId ?? "", name));
  await expect(page("concern")).resolves.toMatchObject({
    values: { whatHappened: noticed.noticed, firstNoted: "2026-03-02", howKnown: "told_by_other" },
  });
  expect(JSON.stringify(await page("concern"))).not.toContain('"concern"');
  await expect(page("explanation")).resolves.toMatchObject({
    values: { otherExplanation: note.otherExplanation },
  });
  await expect(view(referrer, concernId)).resolves.toMatchObject({ status: "checking", draftId });
});

test("what a colleague typed is not put into somebody else's mouth", async () => {
  const { colleague, concernId } = await aCheckedConcern();

  const { draftId } = await withActor(colleague, (ctx) =>
    decideConcern(ctx, { concernId, version: 2, ...sharing }),
  );

  for (const page of ["concern", "explanation"] as const) {
    await expect(
      withActor(colleague, (ctx) => viewDraftPage(ctx, draftId ?? "", page)),
    ).resolves.toMatchObject({ values: {} });
  }
});

test("a concern is shared once its referral is sent, and not before", async () => {
  const { referrer, colleague, concernId } = await aCheckedConcern();
  const { draftId } = await withActor(referrer, (ctx) =>
    decideConcern(ctx, { concernId, version: 2, ...sharing }),
  );
  const id = draftId ?? "";
  for (const page of Object.keys(wholeReferral) as (keyof typeof wholeReferral)[]) {
    const typed = { draftId: id, page, editor: crypto.randomUUID(), version: 0 };
    await withActor(referrer, (ctx) =>
      saveDraftPage(ctx, { ...typed, answers: wholeReferral[page] ?? {} }),
    );
  }
  const before = await view(colleague, concernId);
  const { version } = await owner.referral.findUniqueOrThrow({ where: { id } });

  const { reference } = await withActor(referrer, (ctx) =>
    submitReferral(ctx, { draftId: id, draftVersion: version, ...declaration }),
  );

  expect(before).toMatchObject({ status: "checking", draftId: null, sharedAs: null });
  await expect(view(referrer, concernId)).resolves.toMatchObject({
    status: "shared",
    sharedAs: reference,
  });
  await expect(view(colleague, concernId)).resolves.toMatchObject({ sharedAs: null });
});

test("while a referral is being written nothing else is decided; once it is deleted, it is", async () => {
  const { referrer, colleague, concernId } = await aCheckedConcern();
  const { draftId } = await withActor(referrer, (ctx) =>
    decideConcern(ctx, { concernId, version: 2, ...sharing }),
  );
  const close = (version: number) =>
    withActor(colleague, (ctx) => decideConcern(ctx, { concernId, version, ...closing }));

  await expect(close(3)).rejects.toThrow("A referral has been started");
  await withActor(referrer, (ctx) => discardDraft(ctx, { draftId: draftId ?? "" }));

  await expect(close(4)).resolves.toEqual({ concernId, draftId: null });
});

test("the list and the page stay within eight statements", async () => {
  const { referrer, concernId } = await aCheckedConcern();

  const list = await countStatements(() =>
    withActor(referrer, (ctx) => listConcerns(ctx, { status: "checking", page: 1 })),
  );
  const page = await countStatements(() => view(referrer, concernId));

  expect(list.value.rows.map(({ id }) => id)).toEqual([concernId]);
  expect(list.count).toBeLessThanOrEqual(7); // one more finds the session
  expect(page.count).toBeLessThanOrEqual(7);
});
