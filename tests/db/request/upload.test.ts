import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { keepImport, takeInPlan } from "@/lib/plans/imports/commands";
import { getPlanToImport } from "@/lib/plans/imports/queries";
import { upload } from "@/lib/request/receive";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPlan } from "@/tests/support/plans";

const sheet = "Ref,Action,Lead agency\r\n1.1,Brief every school,Somebody\r\n";

/** A post whose bytes come when they are asked for, and which says whether they were. */
async function aPost() {
  const form = new FormData();
  form.set("file", new File([sheet], "plan.csv"));
  const whole = new Response(form);
  const bytes = new Uint8Array(await whole.clone().arrayBuffer());
  const seen = { isRead: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(stream) {
        seen.isRead = true;
        stream.enqueue(bytes);
        stream.close();
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { "content-type": whole.headers.get("content-type") ?? "" };
  const init = { method: "POST", headers, body, duplex: "half" };
  return { request: new Request("http://localhost/api/uploads", init), seen };
}

test("who may send a file is asked before any of it is read, whatever it is (IS-01)", async () => {
  const { id: areaId } = await anArea();
  const keeper = await anActor("prevent_coordinator", { areaId });
  const lead = await anActor("agency_lead", { areaId });
  const plan = await aPlan(keeper);
  const over = await aPlan(keeper, { status: "superseded" });
  const send = async (who: Actor, planId: string) => {
    const { request, seen } = await aPost();
    const take = upload({
      mostBytes: 10_000,
      ask: (ctx) => getPlanToImport(ctx, planId),
      prepare: (posted) => takeInPlan(posted, planId),
      command: keepImport,
      next: () => "/kept",
      back: (problem) => `/refused?problem=${problem}`,
    });
    const { headers } = await take(who, request);
    return { to: headers.get("location"), ...seen };
  };

  expect(await send(lead, plan.id)).toEqual({ to: "/refused?problem=lost", isRead: false });
  expect(await send(keeper, over.id)).toEqual({ to: "/refused?problem=lost", isRead: false });
  await expect(owner.planImport.count({ where: { areaId } })).resolves.toBe(0);
  await expect(
    owner.auditEvent.count({ where: { actor: lead.userId, type: "request.refused" } }),
  ).resolves.toBe(1);
  expect(await send(keeper, plan.id)).toEqual({ to: "/kept", isRead: true });
  await expect(owner.planImport.count({ where: { areaId } })).resolves.toBe(1);
});
