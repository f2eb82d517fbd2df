import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { settleScan } from "@/lib/attachments/commands";
import { listHeld } from "@/lib/attachments/queries";
import { withActor } from "@/lib/db/with-actor";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import {
  addBoardPaper,
  addPaperFile,
  takeInPaper,
  withdrawBoardPaper,
} from "@/lib/governance/papers/commands";
import { openPaper, viewPaper } from "@/lib/governance/papers/queries";
import type { AddBoardPaper } from "@/lib/governance/schema";
import { aCase, anActor, anArea } from "@/tests/support/factories";
import { aPdf } from "@/tests/support/files";
import {
  aBody,
  aFilePaper,
  aHeldMeeting,
  approveMinutesOf,
  aSeat,
  words,
} from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

/** A body with one who sits on it and one who does not, and a meeting that was held. */
async function aGroup() {
  const { id: areaId } = await anArea();
  const as = (role: Role) => anActor(role, { areaId });
  const [keeper, member] = [await as("prevent_coordinator"), await as("steering_member")];
  const body = await aBody(keeper);
  await aSeat(body, member);
  return { areaId, as, keeper, member, body, ...(await aHeldMeeting(body, keeper)) };
}

function posted(name: string, bytes: Buffer) {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  return form;
}

async function upload(who: Actor, paperId: string, name = "spending.pdf", bytes = aPdf) {
  const arrived = await takeInPaper(posted(name, bytes), paperId);
  return withActor(who, (ctx) => addPaperFile(ctx, arrived));
}

async function begin(keeper: Actor, itemId: string, change: Partial<AddBoardPaper> = {}) {
  const { awaitsFile } = await withActor(keeper, (ctx) =>
    addBoardPaper(ctx, {
      ...{ itemId, title: "Spending", marking: "official_sensitive", form: "file" },
      ...{ link: null, bodyText: words, ...change },
    }),
  );
  return awaitsFile ?? "";
}

const fetchIt = (who: Actor, paperId: string) => withActor(who, (ctx) => openPaper(ctx, paperId));
const view = (who: Actor, paperId: string) => withActor(who, (ctx) => viewPaper(ctx, paperId));
const withdraw = (who: Actor, paperId: string) =>
  withActor(who, (ctx) => withdrawBoardPaper(ctx, { paperId, reason: words }));
const fileOf = (paperId: string) => owner.governanceFile.findUniqueOrThrow({ where: { paperId } });

test("a paper that is a file is kept sealed, comes back byte for byte to those who sit on the body, and is on the log (0.11)", async () => {
  const { keeper, member, itemId } = await aGroup();
  const paperId = await begin(keeper, itemId);
  await expect(view(member, paperId)).resolves.toMatchObject({
    paper: { isFile: true, file: null, bodyText: null },
    mayChange: false,
  });
  await expect(fetchIt(member, paperId)).rejects.toThrow(NotFound);

  await upload(keeper, paperId);
  await upload(keeper, paperId); // the same file again changes nothing

  const file = await fileOf(paperId);
  expect(Buffer.from(file.sealed ?? []).toString("latin1")).not.toContain("%PDF");
  expect(file).toMatchObject({ scan: "not_scanned", retentionClass: "governance_document" });
  const { value, count } = await countStatements(() => view(member, paperId));
  expect(value.paper.file).toMatchObject({ name: "spending.pdf", scan: "not_scanned" });
  expect(count).toBeLessThanOrEqual(8);
  const { bytes, name, contentType } = await fetchIt(member, paperId);
  expect(bytes.equals(aPdf)).toBe(true);
  expect([name, contentType]).toEqual(["spending.pdf", "application/pdf"]);
  const events = await owner.auditEvent.findMany({
    where: { actor: { in: [keeper.userId, member.userId] } },
  });
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["board_paper.added", "board_paper.file_added", "board_paper.opened"]),
  );
  expect(JSON.stringify(events.map(({ facts }) => facts))).not.toContain("spending");
});

test("nobody else reads a paper's file, its row or its key, and nobody but the co-ordinator adds one (IS-01)", async () => {
  const { keeper, member, as, body, meetingId, itemId } = await aGroup();
  const { id: paperId } = await aFilePaper(body, meetingId, itemId, keeper);
  const { dataKeyId } = await fileOf(paperId);
  const awaited = await begin(keeper, itemId);
  const rows = (who: Actor) =>
    withActor(who, async ({ tx }) => [
      await tx.governanceFile.count({ where: { paperId } }),
      await tx.dataKey.count({ where: { id: dataKeyId } }),
    ]);

  await expect(rows(member)).resolves.toEqual([1, 1]);
  const others = [
    ...(["steering_member", "gold_reader", "agency_lead", "auditor", "coordinator"] as const),
    ...(["governance_officer", "gateway_officer", "referrer"] as const),
  ];
  for (const who of [
    ...(await Promise.all(others.map(as))),
    await anActor("prevent_coordinator"),
  ]) {
    await expect(fetchIt(who, paperId)).rejects.toThrow(NotFound);
    await expect(rows(who)).resolves.toEqual([0, 0]);
    await expect(upload(who, awaited)).rejects.toThrow(NotFound);
  }
  await expect(upload(member, awaited)).rejects.toThrow(Forbidden);
  await expect(fetchIt(member, "not-an-id")).rejects.toThrow(NotFound);
});

test("the key of a case seals no paper, so that nobody reaches a case by one (3.6)", async () => {
  const { keeper, areaId, body, meetingId, itemId } = await aGroup();
  const { dataKeyId } = await aCase({ areaId });
  const paperId = await begin(keeper, itemId);

  const bySql = withActor(keeper, ({ tx }) =>
    tx.governanceFile.createMany({
      data: {
        ...{ paperId, meetingId, bodyId: body.id, areaId, dataKeyId, name: "x", bytes: 1 },
        ...{ contentType: "x", sha256: "x", sealed: new Uint8Array([1]), scan: "clean" },
        ...{ addedByHatId: keeper.hatId, addedAt: new Date() },
      },
    }),
  );

  await expect(bySql).rejects.toThrow();
  const seen = await withActor(keeper, ({ tx }) => tx.dataKey.count({ where: { id: dataKeyId } }));
  expect(seen).toBe(0);
});

test("a paper takes one file, of the kinds that are taken, and only if it is one", async () => {
  const { keeper, itemId } = await aGroup();
  const paperId = await begin(keeper, itemId);
  const problem = (detail: string) => ({ detail: { problem: detail } });

  const program = upload(keeper, paperId, "a.exe", Buffer.from("MZ"));
  await expect(program).rejects.toMatchObject(problem("wrong_kind"));
  const cut = await takeInPaper("too_large", paperId);
  const large = withActor(keeper, (ctx) => addPaperFile(ctx, cut));
  await expect(large).rejects.toMatchObject(problem("too_large"));
  expect(await owner.governanceFile.count({ where: { paperId } })).toBe(0);
  expect(
    await owner.dataKey.count({ where: { bodyId: { not: null }, areaId: keeper.areaId } }),
  ).toBe(0);

  await upload(keeper, paperId);
  const other = upload(keeper, paperId, "other.pdf", Buffer.concat([aPdf, Buffer.from("% 2\n")]));
  await expect(other).rejects.toMatchObject(problem("has_file"));
  await begin(keeper, itemId, { form: "text" });
  const { id: text } = await owner.governancePaper.findFirstOrThrow({
    where: { itemId, isFile: false },
  });
  await expect(upload(keeper, text)).rejects.toThrow(NotFound);
});

test("a file is withdrawn with its paper: its name stays, and its bytes are gone", async () => {
  const { keeper, member, body, meetingId, itemId } = await aGroup();
  const { id: paperId } = await aFilePaper(body, meetingId, itemId, keeper);

  await expect(withdraw(member, paperId)).rejects.toThrow(Forbidden);
  await withdraw(keeper, paperId);

  expect(await fileOf(paperId)).toMatchObject({ name: "spending.pdf", sealed: null });
  await expect(fetchIt(member, paperId)).rejects.toThrow(NotFound);
  await expect(view(member, paperId)).resolves.toMatchObject({
    paper: { withdrawnBecause: words, file: { name: "spending.pdf" } },
  });
});

test("once the minutes are approved a file stays as it is, by whatever road", async () => {
  const { keeper, member, body, meetingId, itemId } = await aGroup();
  const { id: paperId } = await aFilePaper(body, meetingId, itemId, keeper);
  const awaited = await begin(keeper, itemId);
  const overwrite = () =>
    withActor(keeper, ({ tx }) =>
      tx.governanceFile.updateMany({ where: { paperId }, data: { sealed: new Uint8Array([1]) } }),
    );
  await expect(overwrite()).rejects.toThrow(/stays as it was added|row-level security/);
  await approveMinutesOf(body, meetingId, keeper);

  await expect(upload(keeper, awaited)).rejects.toMatchObject({ detail: { problem: "settled" } });
  await expect(withdraw(keeper, paperId)).rejects.toThrow(RuleBroken);
  const bySql = withActor(keeper, ({ tx }) =>
    tx.governanceFile.updateMany({ where: { paperId }, data: { sealed: null } }),
  );
  await expect(bySql).rejects.toThrow(/stay as they were/);
  await expect(fetchIt(member, paperId)).resolves.toMatchObject({ name: "spending.pdf" });
});

test("a held file is not there until the scanner answers, even after the minutes; a virus loses its bytes", async () => {
  const { keeper, member, body, meetingId, itemId } = await aGroup();
  const held = [
    (await aFilePaper(body, meetingId, itemId, keeper, { scan: "held" })).id,
    (await aFilePaper(body, meetingId, itemId, keeper, { scan: "held" })).id,
  ] as const;
  await approveMinutesOf(body, meetingId, keeper);
  await expect(fetchIt(member, held[0])).rejects.toThrow(NotFound);

  const files = await withActor(theSystem(), (ctx) => listHeld(ctx, 1_000));
  const settle = (paperId: string, state: "clean" | "infected") => {
    const file = files.find(({ id }) => id === paperId);
    if (!file?.bytes.equals(aPdf)) throw new Error("The held file was not found as it was");
    return withActor(theSystem(), (ctx) => settleScan(ctx, file, state));
  };
  await settle(held[0], "clean");
  await settle(held[1], "infected");

  await expect(fetchIt(member, held[0])).resolves.toMatchObject({ name: "spending.pdf" });
  await expect(fetchIt(member, held[1])).rejects.toThrow(NotFound);
  expect(await fileOf(held[1])).toMatchObject({ scan: "infected", sealed: null });
});
