import { beforeAll, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { type CaseStatus, closureCodes } from "@/lib/cases/labels";
import { listCases } from "@/lib/cases/list/queries";
import { filtersFrom } from "@/lib/cases/list/rules";
import { open } from "@/lib/crypto/vault";
import { dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { viewInsight } from "@/lib/insight/queries";
import { listMeetings } from "@/lib/panels/meetings/queries";
import { viewAtGateway } from "@/lib/referrals/gateway/queries";
import { contactPlace } from "@/lib/referrals/queries";
import { figuresNow } from "@/lib/training/queries";
import { layOut } from "@/prisma/seed";
import { fill } from "@/prisma/seed/large";
import { difference, isSafe, narrowed, within } from "@/tests/support/attacker";
import { owner } from "@/tests/support/owner";

const now = new Date("2026-11-21T10:00:00Z");

beforeAll(() => owner.$transaction((tx) => layOut(tx, now), { timeout: 200_000 }), 240_000);

async function played(email: string): Promise<Actor> {
  const { hats, id: userId } = await owner.user.findFirstOrThrow({
    where: { email },
    select: {
      id: true,
      hats: { select: { id: true, role: true, areaId: true, organisationId: true } },
    },
  });
  const [hat] = hats;
  if (!hat) throw new Error(`${email} wears no hat.`);
  const { id: hatId, role, areaId, organisationId } = hat;
  return { userId, hatId, role: role as Actor["role"], areaId, organisationId };
}

describe("Northbridge", () => {
  test("shows what is met by figures of the training register, as they are (2.6)", async () => {
    const shown = await owner.benchmarkEvidence.findMany({
      where: { kind: "training_figure" },
      select: {
        ...{ requirementId: true, figure: true },
        assessment: { select: { organisationId: true } },
      },
    });
    const keeper = await played("prevent@northbridge.example");

    expect(shown.map(({ assessment }) => assessment.organisationId !== null).sort()).toEqual([
      ...[false, true],
    ]);
    for (const { requirementId, figure, assessment } of shown) {
      const wanted = [requirementId ?? ""];
      const figures = await withActor(keeper, (ctx) =>
        figuresNow(ctx, wanted, assessment.organisationId),
      );
      expect(figure).toBe(figures.get(wanted[0] ?? ""));
    }
  });

  test("has a case at every stage that a person can see", async () => {
    const stages = await owner.case.groupBy({ by: ["status"], _count: true });
    const wanted: CaseStatus[] = [
      "info_gathering",
      "s36_decision",
      "panel_listed",
      "consent_pending",
      "in_support",
      "exited",
      "review_6m",
      "review_12m",
      "retention",
      "closed_not_prevent",
      "closed_declined",
      "police_led",
      "transferred",
    ];

    expect(stages.map(({ status }) => status)).toEqual(expect.arrayContaining(wanted));
    expect(await owner.case.count({ where: { pausedSince: { not: null } } })).toBeGreaterThan(0);
    expect(await owner.referral.count({ where: { status: "draft" } })).toBe(2);
    expect(await owner.referral.count()).toBeGreaterThan(380);
  });

  test("has signed minutes of every meeting that was held, but for the last of its series and one of this week, each with its clock (M-02)", async () => {
    const held = await owner.meeting.count({ where: { status: "closed" } });
    expect(await owner.minutes.count()).toBe(held);
    expect(await owner.minutes.count({ where: { signedAt: null } })).toBe(2);
    const toSign = { kind: "sign_minutes", stoppedOn: null };
    const clocks = await owner.clock.findMany({ where: toSign, orderBy: { dueOn: "asc" } });
    expect(clocks.map(({ dueOn }) => dueOn > new Date(dayOf(now)))).toEqual([false, true]);
    const undecided = { minuteBlock: null, panelDecisions: { some: {} } };
    expect(await owner.panelItem.count({ where: undecided })).toBe(0);
  });

  test("keeps nothing of what the police manage past its day, and has a joint meeting that both areas know (T05, P-08)", async () => {
    const stubs = await owner.policeLedStub.findMany({ select: { disposeOn: true } });
    expect(stubs.length).toBeGreaterThan(1);
    expect(stubs.filter(({ disposeOn }) => disposeOn && disposeOn < now)).toEqual([]);

    const county = await played("w.ashcombe@wyvern-county.example");
    const joint = await withActor(
      county,
      (ctx) => listMeetings(ctx, { past: false, page: 1 }),
      now,
    );
    expect(joint.meetings.map(({ title }) => title)).toEqual(["Joint Channel panel"]);
  });

  test("is the same on every machine on one day", async () => {
    const [first] = await owner.person.findMany({
      orderBy: { id: "asc" },
      take: 1,
      select: { forenames: true, surname: true, referral: { select: { reference: true } } },
    });

    expect(first?.referral.reference).toBe("R-2024-000001");
    expect(first).toMatchInlineSnapshot(`
      {
        "forenames": "Tilly",
        "referral": {
          "reference": "R-2024-000001",
        },
        "surname": "Fallowwick",
      }
    `);
  });

  test("counts itself by its own triggers", async () => {
    const [counted] = await owner.$queryRaw<{ n: bigint }[]>`
      select sum(n) as n from stat_cells where measure = 'referrals' and dimension = 'all'`;
    const [closed] = await owner.$queryRaw<{ n: bigint }[]>`
      select sum(n) as n from stat_cells where measure = 'closed' and dimension = 'all'`;
    const ended = { closureCode: { in: Object.keys(closureCodes) } };

    expect(Number(counted?.n)).toBe(
      await owner.referral.count({ where: { reference: { not: null } } }),
    );
    const atGateway = { ...ended, status: { not: "case_ended" } };
    expect(Number(closed?.n)).toBe(
      (await owner.referral.count({ where: atGateway })) +
        (await owner.case.count({ where: ended })),
    );
  });

  test("IS-16 tells no referrer that a case goes on which has ended, and asks nobody about it", async () => {
    const closedAt = { not: null };
    const where = { referral: { status: "taken_forward" }, closedAt };
    const isAsked = { state: { in: ["asked", "part"] } };

    expect(await owner.case.count({ where: { closedAt } })).toBeGreaterThan(100);
    expect(await owner.case.count({ where })).toBe(0);
    expect(
      await owner.informationRequest.count({ where: { ...isAsked, case: { closedAt } } }),
    ).toBe(0);
    expect(await owner.informationRequest.count({ where: isAsked })).toBeGreaterThan(5);
  });

  test("opens what it sealed", async () => {
    const { referralId, sealedContact, referral } = await owner.referralText.findFirstOrThrow({
      select: { referralId: true, sealedContact: true, referral: { select: { dataKeyId: true } } },
    });
    const { id, wrapped } = await owner.dataKey.findUniqueOrThrow({
      where: { id: referral.dataKeyId },
    });

    const opened = open(
      { id, wrapped: wrapped ?? new Uint8Array() },
      contactPlace(referralId),
      sealedContact ?? new Uint8Array(),
    );

    expect(JSON.parse(opened.toString())).toHaveProperty("address");
  });

  test.for([
    "coordinator@northbridge.example",
    "chair@northbridge.example",
    "panel.health@nhs-northbridge.example",
    "panel.probation@wyvern-probation.example",
    "provider@harbour.example",
    "gateway@wyvern-police.example",
  ])("gives %s cases to work on", async (email) => {
    const actor = await played(email);

    const { total } = await withActor(actor, (ctx) => listCases(ctx, filtersFrom({})), now);

    expect(total).toBeGreaterThan(10);
  });

  test("IS-19 says why somebody may have been referred before: two digits of the birth date", async () => {
    const gateway = await played("gateway@wyvern-police.example");
    const where = { person: { forenames: "Mohamed", surname: "Rahim Vale" } };
    const { reference } = await owner.referral.findFirstOrThrow({ where });

    const { possible } = await withActor(
      gateway,
      (ctx) => viewAtGateway(ctx, reference ?? ""),
      now,
    );

    const reason = "Two digits of the date of birth are swapped";
    expect(possible.filter(({ why }) => why.includes(reason)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Muhammad Rahimvale", "Mohammed Raheem-Vale"]),
    );
  });

  test("IS-21, SEC-14 tells nobody who holds every view of its figures of a group of one to four", async () => {
    const steering = await played("steering@wyvern-county.example");
    const view = (code?: string) => withActor(steering, (ctx) => viewInsight(ctx, code), now);
    const { choices } = await view();
    const views = [];
    for (const { code } of choices) views.push(await view(code));

    const tables = views.flatMap(({ figures }) =>
      figures
        ? [
            figures.sector,
            figures.age_band,
            figures.concern,
            figures.gender,
            figures.closures,
          ].flatMap(({ now: table, before }) => (before ? [table, before] : [table]))
        : [],
    );
    expect(choices.length).toBeGreaterThan(8);
    for (const table of tables) expect(Object.values(narrowed(table)).every(isSafe)).toBe(true);
    for (const one of views)
      for (const limit of one.figures?.timeliness.now ?? [])
        expect(
          Object.values(
            narrowed({ cells: { met: limit.met, missed: limit.missed }, total: limit.total }),
          ).every(isSafe),
        ).toBe(true);

    const year = views.find(
      ({ period }) => period?.kind === "year" && period.quarters.length === 4,
    );
    const quarters = views.filter(({ period }) =>
      year?.period?.quarters.includes(period?.code ?? ""),
    );
    for (const [code, cell] of Object.entries(year?.figures?.sector.now.cells ?? {})) {
      for (const alone of quarters) {
        const others = quarters.filter((other) => other !== alone);
        const cells = others.map(({ figures }) => figures?.sector.now.cells[code]);
        const rest = {
          kind: "range" as const,
          low: cells.reduce((sum, one) => sum + (one?.low ?? 0), 0),
          high: cells.reduce((sum, one) => sum + (one?.high ?? 0), 0),
        };
        const published = alone.figures?.sector.now.cells[code];
        if (published) expect(within(difference(cell, rest), published)).toBe(true);
      }
    }
  });
});

test("a large Northbridge has what its triggers would have kept, a reader of five cases and one of half", async () => {
  const before = await owner.case.count();
  const { few, half } = await fill(process.env.TEST_OWNER_URL ?? "", 400, { isQuiet: true });

  const [wrong] = await owner.$queryRaw<{ n: bigint }[]>`
    select count(*) as n from cases c
     where (select array_agg(r.hat_id order by r.hat_id) from case_readers r where r.case_id = c.id)
           is distinct from (select array_agg(h.hat_id order by h.hat_id) from case_reading_hats(c.id) h)`;
  const [due] = await owner.$queryRaw<{ n: bigint }[]>`
    select count(*) as n from cases c
     where c.next_due_on is distinct from (
       select min(k.due_on) from clocks k where k.case_id = c.id and k.stopped_on is null and k.paused_on is null)`;
  const listed = (actor: Actor) =>
    withActor(actor, (ctx) => listCases(ctx, filtersFrom({})), now).then(({ total }) => total);

  expect(Number(wrong?.n)).toBe(0);
  expect(Number(due?.n)).toBe(0);
  expect((await owner.case.count()) - before).toBe(390);
  expect(await listed(few)).toBe(5);
  expect(await listed(half)).toBe(190);
});
