import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { viewConsent } from "@/lib/consent/queries";
import { attachSignedForm, takeInSignedForm } from "@/lib/consent/signed/commands";
import { viewConsentToAttach } from "@/lib/consent/signed/queries";
import { withActor } from "@/lib/db/with-actor";
import { openVersion, viewDocuments } from "@/lib/documents/queries";
import { aCase, aConsent, anActor, anItem, aWorker } from "@/tests/support/factories";
import { aPdf } from "@/tests/support/files";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

async function aConsentThat(state: string, ...roles: Role[]) {
  const cora = await anActor("coordinator");
  const opened = await aCase({ coordinator: cora, status: "in_support" });
  const { id: consentId } = await aConsent(opened, { state });
  const others: Actor[] = [];
  for (const role of roles) {
    const { areaId } = opened;
    // A gateway officer of the very organisation that keeps the form.
    const at = role === "gateway_officer" ? { organisationId: cora.organisationId } : {};
    const actor = await anActor(role, { areaId, ...at });
    if (role === "panel_member") await anItem(opened, { health: actor });
    else if (role !== "gateway_officer") await aWorker(opened.id, actor);
    others.push(actor);
  }
  return { cora, others, consentId, ...opened };
}

type Upload = { reference?: string; name?: string; bytes?: Buffer };

async function attach(actor: Actor, consentId: string, given: Upload = {}) {
  const { reference = "PC-2026-1", name = "form.pdf", bytes = aPdf } = given;
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  const arrived = await takeInSignedForm(form, { reference, consentId });
  return withActor(actor, (ctx) => attachSignedForm(ctx, arrived));
}

const filesOf = (consentId: string) =>
  owner.documentVersion.findMany({
    where: { document: { consentId } },
    select: { id: true, sealed: true },
  });

test("C-05 the signed form is kept with its consent, sealed, among the documents of the case, and on the log", async () => {
  const { cora, consentId, reference } = await aConsentThat("given");

  await attach(cora, consentId, { reference });

  const { strands } = await withActor(cora, (ctx) => viewConsent(ctx, reference));
  expect(strands[0]?.signed).toMatchObject([{ scan: "not_scanned" }]);
  const { documents } = await withActor(cora, (ctx) => viewDocuments(ctx, reference, 1));
  expect(documents.map(({ title, marking }) => [title, marking])).toEqual([
    ["Signed consent form", "official_sensitive"],
  ]);
  const [file] = await filesOf(consentId);
  expect(Buffer.from(file?.sealed ?? []).toString("latin1")).not.toContain("%PDF");
  const { bytes } = await withActor(cora, (ctx) => openVersion(ctx, file?.id ?? ""));
  expect(bytes.equals(aPdf)).toBe(true);
  const events = await owner.auditEvent.findMany({
    where: { actor: cora.userId, type: "consent_form.attached" },
    select: { facts: true },
  });
  expect(events).toMatchObject([{ facts: { reference, consentId } }]);
});

// prettier-ignore
test.for([
  ["chair", true],
  ["panel_member", true],
  ["governance_officer", true],
  ["gateway_officer", false],
  ["provider", false],
  ["invitee", false],
] as const)(
  "C-05, IS-15 a signed form is there for a %s: %s, as the consent is",
  async ([role, may]) => {
    const { cora, others, consentId, reference } = await aConsentThat("given", role);
    const [actor] = others;
    await attach(cora, consentId);
    const [file] = await filesOf(consentId);
    if (!actor || !file) throw new Error("There is no reader, or no file.");

    const opening = withActor(actor, (ctx) => openVersion(ctx, file.id));

    if (may) await expect(opening).resolves.toMatchObject({ name: "Signed consent form.pdf" });
    else await expect(opening).rejects.toMatchObject({ name: "NotFound" });
    if (role === "gateway_officer") {
      const { documents, total } = await withActor(actor, (ctx) =>
        viewDocuments(ctx, reference, 1),
      );
      expect([documents.length, total]).toEqual([0, 0]);
    }
  },
);

// prettier-ignore
test.for([
  ["chair", true],
  ["panel_member", false],
  ["governance_officer", false],
  ["gateway_officer", false],
  ["provider", false],
] as const)("C-05 a signed form can be added by a %s: %s", async ([role, may]) => {
  const { others, consentId, reference } = await aConsentThat("given", role);
  const [actor] = others;
  if (!actor) throw new Error("There is nobody.");

  const page = withActor(actor, (ctx) => viewConsentToAttach(ctx, reference, consentId));
  if (may) await expect(page).resolves.toMatchObject({ forms: [] });
  else await expect(page).rejects.toMatchObject({ name: /NotFound|Forbidden/ });
  const adding = attach(actor, consentId);
  if (may) await expect(adding).resolves.toEqual({ reference });
  else await expect(adding).rejects.toMatchObject({ name: /NotFound|Forbidden/ });

  expect(await filesOf(consentId)).toHaveLength(may ? 1 : 0);
});

test("the database itself takes a signed form from nobody else, nor for the consent of another case", async () => {
  const one = await aConsentThat("given", "panel_member");
  const other = await aCase({ areaId: one.areaId, coordinator: one.cora });
  const [member] = one.others;
  const lay = (actor: Actor, caseId: string) =>
    withActor(actor, ({ tx, now }) =>
      tx.document.createMany({
        data: {
          ...{ caseId, areaId: one.areaId, consentId: one.consentId, title: "x" },
          ...{ suppliedById: actor.organisationId, marking: "official", audience: "all_partners" },
          ...{ addedByHatId: actor.hatId, addedAt: now },
        },
      }),
    );

  if (!member) throw new Error("There is nobody.");
  await expect(lay(member, one.id)).rejects.toThrow(/row-level security/);
  await expect(lay(one.cora, other.id)).rejects.toThrow(/row-level security/);
  await expect(lay(one.cora, one.id)).resolves.toEqual({ count: 1 });
});

test("only a consent that was given has a signed form", async () => {
  const { cora, consentId } = await aConsentThat("sought");

  await expect(attach(cora, consentId)).rejects.toMatchObject({ name: "NotFound" });
  await expect(attach(cora, "none")).rejects.toMatchObject({ name: "NotFound" });

  expect(await filesOf(consentId)).toEqual([]);
});

test("a file that is not what it says is refused, the same file twice is one, and an eleventh is too many", async () => {
  const { cora, consentId } = await aConsentThat("given");
  const another = (n: number) => ({
    name: `${n}.txt`,
    bytes: Buffer.from(`Page ${n} of the form.\n`),
  });

  await expect(attach(cora, consentId, { bytes: Buffer.from("text") })).rejects.toMatchObject({
    detail: { problem: "mismatch" },
  });
  await attach(cora, consentId);
  await attach(cora, consentId);
  expect(await filesOf(consentId)).toHaveLength(1);

  for (let n = 2; n <= 10; n++) await attach(cora, consentId, another(n));
  await expect(attach(cora, consentId, another(11))).rejects.toMatchObject({
    detail: { problem: "too_many" },
  });
  expect(await filesOf(consentId)).toHaveLength(10);
});

test("a consent with its signed form is shown in no more than eight statements", async () => {
  const { cora, consentId, reference } = await aConsentThat("given");
  await attach(cora, consentId);

  const shown = await countStatements(() => withActor(cora, (ctx) => viewConsent(ctx, reference)));
  const asked = await countStatements(() =>
    withActor(cora, (ctx) => viewConsentToAttach(ctx, reference, consentId)),
  );

  expect([shown.count, asked.count].every((count) => count <= 7)).toBe(true); // and one for the session
});
