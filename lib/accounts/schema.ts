import { z } from "zod";

import { roleLabels } from "@/lib/access/labels";
import { seats } from "@/lib/panels/labels";
import { aChoice, aForm, always, anId, anOptionalChoice, aText, aTick } from "@/lib/schema";
import { accountStatuses } from "./labels";

const email = aText({ name: "Email address", enter: "Enter their email address", max: 254 }).pipe(
  z.email({ error: "Enter an email address in the correct format, like name@example.com" }),
);

export const grantRoleSchema = aForm({
  email,
  name: aText({ name: "Name", enter: "Enter their name", max: 200 }),
  organisationId: anId("Select the organisation they work for"),
  role: aChoice(roleLabels, "Select the role"),
  seat: anOptionalChoice(seats, "Select the seat they hold on the panel"),
  isChecked: aTick("Confirm that the organisation has asked for this"),
}).superRefine(({ role, seat }, ctx) => {
  const sits = role === "panel_member" || role === "chair";
  if (sits && !seat)
    ctx.addIssue({
      code: "custom",
      path: ["seat"],
      message: "Select the seat they hold on the panel",
    });
  if (!sits && seat)
    ctx.addIssue({
      code: "custom",
      path: ["seat"],
      message: "Only a panel chair or panel member holds a seat",
    });
}, always);
export type GrantRole = z.output<typeof grantRoleSchema>;

export const endRoleSchema = aForm({ userId: anId(), hatId: anId() });
export type EndRole = z.output<typeof endRoleSchema>;

export const setStatusSchema = aForm({
  userId: anId(),
  status: aChoice(accountStatuses, "Select whether the account is active"),
});
export type SetStatus = z.output<typeof setStatusSchema>;
