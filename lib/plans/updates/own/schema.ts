import { z } from "zod";

import { anOptionalText, anOptionalWholeNumber, aVersion, reload } from "@/lib/schema";

/** What can be said of many at once. The other colours ask for more, each on a page of its own. */
export const sayingLabels = {
  same: "As before",
  green: "Green: on track",
  grey: "Grey: not started",
} as const;

const said = z.strictObject({
  saying: z.enum(["same", "green", "grey"], { error: "Select how it stands" }),
  version: aVersion(),
  percent: anOptionalWholeNumber({ name: "The percentage done", min: 0, max: 100 }),
  note: anOptionalText({ name: "Note", max: 2000 }),
});
export type OwnUpdate = z.output<typeof said> & { actionId: string };

const mostAtOnce = 100;
const uuid = z.uuid();

/** "saying-<id>", "version-<id>" and so on: as many actions as there are, and nothing said is nothing changed. */
export const updateOwnSchema = z
  .record(z.string(), z.unknown(), { error: reload })
  .transform((values, ctx): OwnUpdate[] => {
    const refuse = (path: string, message: string) =>
      ctx.addIssue({ code: "custom", path: [path], message });
    const rows = new Map<string, Record<string, unknown>>();
    for (const [field, value] of Object.entries(values)) {
      const [name = "", ...rest] = field.split("-");
      const actionId = rest.join("-");
      if (!uuid.safeParse(actionId).success) {
        refuse("form", reload);
        continue;
      }
      rows.set(actionId, { ...rows.get(actionId), [name]: value });
    }
    if (rows.size > mostAtOnce) refuse("form", reload);
    const updates: OwnUpdate[] = [];
    for (const [actionId, row] of [...rows].filter(([, { saying }]) => saying)) {
      const parsed = said.safeParse(row);
      if (parsed.success) updates.push({ ...parsed.data, actionId });
      else
        for (const { path, message, code } of parsed.error.issues)
          if (code === "unrecognized_keys") refuse("form", reload);
          else refuse(`${String(path[0])}-${actionId}`, message);
    }
    if (updates.length === 0 && ctx.issues.length === 0)
      refuse("form", "Say of at least one action how it stands");
    return updates;
  });
