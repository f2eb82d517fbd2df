import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { fileStream } from "@/lib/audit/record";
import type { CaseStatus } from "@/lib/cases/labels";
import { type TransitionId, transitions } from "@/lib/cases/rules";
import { verifyLog } from "@/scripts/audit";
import { addressesOf } from "@/scripts/database";
import { aCase, aConsent, anActor, aPlan, aSupportAction } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { type Answer, formsFor, type Operation, send } from "@/tests/support/together";

const server = JSON.parse(process.env.TEST_SERVER ?? "{}");
const { ownerUrl } = addressesOf(server, process.env.TEST_DATABASE ?? "");

const operations = 200;

/** A generator that gives the same row of numbers every time. */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

type Sent = { who: Actor; operation: Operation; key: string; answer: Answer };

async function aSharedCase() {
  const provider = await anActor("provider");
  const { areaId } = provider;
  const people = {
    cora: await anActor("coordinator", { areaId }),
    carl: await anActor("coordinator", { areaId }),
    chair: await anActor("chair", { areaId }),
    provider,
    gateway: await anActor("gateway_officer", { areaId }),
    stranger: await anActor("coordinator"),
  };
  const { cora, carl, chair, gateway, stranger } = people;
  const workers = [cora, carl, chair, provider];
  const opened = await aCase({ areaId, caseStatus: "consent_pending", workers });
  await aPlan(opened, cora);
  // Support runs already, so that whoever takes consent back stops something.
  await aConsent(opened);
  await aSupportAction(opened, cora, { owner: provider, status: "in_progress" });
  // Two at work on it at once, the mentor, the gateway, and now and then somebody from elsewhere.
  return {
    ...opened,
    people,
    senders: [cora, carl, chair, provider, cora, carl, gateway, stranger],
  };
}

const doneOverall = new Set<string>();

test.each([1, 2, 3])(
  "two coordinators, a chair and a mentor at one case at once, with forged and repeated forms: nothing unlawful, nothing lost, all on the log once (run %i)",
  async (seed) => {
    const shared = await aSharedCase();
    const roll = chance(seed);
    const choose = <T>(from: readonly T[]) => from[Math.floor(roll() * from.length)];
    const sent: Sent[] = [];

    /** Four forms are under way at a time; each was filled in from what its sender saw. */
    async function oneAfterAnother() {
      while (sent.length < operations) {
        const forms = await formsFor(shared, choose);
        const operation = choose(forms);
        const entitled = shared.senders.filter(({ role }) =>
          operation?.by.some((one: string) => one === role),
        );
        const who = choose(roll() < 0.75 ? entitled : shared.senders); // else a forged one
        if (!who || !operation) continue;
        const key = randomUUID();
        const times = roll() < 0.15 ? 2 : 1; // a double click
        const answers = await Promise.all(
          Array.from({ length: times }, () => send(who, operation, key)),
        );
        for (const answer of answers) sent.push({ who, operation, key, answer });
        expect(await runningWithoutConsent(shared.id)).toBe(0);
      }
    }
    await Promise.all(Array.from({ length: 4 }, oneAfterAnother));

    const done = [...new Map(sent.filter(isDone).map((one) => [one.key, one])).values()];
    const refused = sent.filter(({ answer }) => answer === "refused");
    const garbled = sent.filter(({ answer }) => answer === "not understood");
    expect(garbled.map(({ operation: { type } }) => type)).toEqual([]);
    expect(done.length).toBeGreaterThan(20);
    expect(refused.length).toBeGreaterThan(20);
    for (const { operation } of done) doneOverall.add(operation.type);

    await nothingUnlawful(shared.id);
    nothingLost(done);
    await allOnTheLog(shared, done, refused);
  },
  120_000,
);

test("the three runs together did what two can write over each other, and what support waits for", () => {
  expect([...doneOverall]).toEqual(expect.arrayContaining(["action.updated", "consent.recorded"]));
});

const isDone = ({ answer }: Sent) => answer === "done";

/** Each move begins where the last one ended, and is a transition of the table by somebody who may. */
async function nothingUnlawful(caseId: string) {
  const moves = await owner.caseMove.findMany({ where: { caseId }, orderBy: { id: "asc" } });
  let status: CaseStatus = "consent_pending";
  for (const { transition, fromStatus, toStatus } of moves) {
    const { from } = transitions[transition as TransitionId];
    expect(fromStatus).toBe(status);
    expect(from).toContain(fromStatus);
    status = toStatus as CaseStatus;
  }
  const found = await owner.case.findUniqueOrThrow({ where: { id: caseId } });
  expect(found.status).toBe(status);

  // C-09
  const ledger = await owner.consent.findMany({ where: { caseId }, orderBy: { number: "asc" } });
  expect(ledger.map(({ number }) => number)).toEqual(ledger.map((_, index) => index + 1));
  expect(await runningWithoutConsent(caseId)).toBe(0);
}

/** C-09: support that runs while no consent lives, as the tables have it at any one moment. */
async function runningWithoutConsent(caseId: string): Promise<number> {
  const [found] = await owner.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from actions a
     where a.case_id = ${caseId}::uuid and a.kind = 'support' and a.status = 'in_progress'
       and not exists (select from (select distinct on (c.strand) c.state from consents c
                                     where c.case_id = a.case_id order by c.strand, c.number desc) last
                        where last.state = 'given')`;
  return found?.n ?? 0;
}

/** Nobody wrote over what somebody else had written since they looked. */
function nothingLost(done: readonly Sent[]) {
  const read = done.flatMap(({ operation: { reads } }) => reads ?? []);
  expect(new Set(read).size).toBe(read.length);
}

async function allOnTheLog(
  { dataKeyId, senders }: { dataKeyId: string; senders: readonly Actor[] },
  done: readonly Sent[],
  refused: readonly Sent[],
) {
  const kept = await owner.auditEvent.groupBy({
    by: ["type"],
    where: { stream: fileStream(dataKeyId) },
    _count: true,
  });
  const onTheLog = Object.fromEntries(kept.map(({ type, _count }) => [type, _count]));
  const whatWasDone = done.map(({ operation: { type } }) => type);
  expect(onTheLog).toEqual(counted(whatWasDone));

  const actors = [...new Set(senders.map(({ userId }) => userId))];
  const turnedAway = await owner.auditEvent.count({
    where: { type: "request.refused", actor: { in: actors } },
  });
  expect(turnedAway).toBe(refused.length);
  await expect(verifyLog(ownerUrl, new Map())).resolves.toMatchObject({ fault: null });
}

function counted(names: readonly string[]) {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
