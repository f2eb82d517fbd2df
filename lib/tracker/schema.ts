import { z } from "zod";

import { aDay } from "@/lib/dates";
import { aForm, anId, anOptionalText, aText, aVersion } from "@/lib/schema";
import { doneLabels, kindLabels, stateLabels, tabLabels } from "@/lib/tracker/labels";

const version = aVersion();
const update = aForm({ actionId: anId(), version });
const note = anOptionalText({ name: "Note", max: 2000 });

export const updateActionSchema = z.discriminatedUnion(
  "status",
  [
    update.extend({ status: z.literal("not_started"), note }),
    update.extend({ status: z.literal("in_progress"), note }),
    update.extend({
      status: z.literal("done"),
      note: aText({ name: "What was done", enter: "Enter what was done", max: 2000 }),
    }),
    update.extend({
      status: z.literal("cancelled"),
      note: aText({ name: "Reason", enter: "Enter why it is cancelled", max: 2000 }),
    }),
  ],
  "Select how the action stands",
);
export type UpdateAction = z.output<typeof updateActionSchema>;

export const extendActionSchema = aForm({
  actionId: anId(),
  version,
  dueDay: aDay({ name: "New date", future: true }),
  reason: aText({ name: "Reason", enter: "Enter why it needs longer", min: 20, max: 1000 }),
});
export type ExtendAction = z.output<typeof extendActionSchema>;

const anAddressCode = <Code extends string>(labels: Record<Code, unknown>) =>
  z
    .enum(Object.keys(labels) as Code[])
    .optional()
    .catch(undefined);

/** What the address of the tracker may ask for. Anything else in it asks for nothing. */
const trackerAddress = z.object({
  tab: anAddressCode(tabLabels),
  kind: anAddressCode(kindLabels),
  state: anAddressCode(stateLabels),
  page: z.coerce.number().int().min(1).max(400).optional().catch(undefined),
  done: anAddressCode(doneLabels),
});
export type TrackerAddress = z.output<typeof trackerAddress>;

export const readTrackerAddress = (query: object): TrackerAddress => trackerAddress.parse(query);
