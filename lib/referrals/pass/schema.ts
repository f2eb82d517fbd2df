import type { z } from "zod";

import { aForm, anId, aText } from "@/lib/schema";

export const passReferralSchema = aForm({
  referralId: anId(),
  toAreaId: anId("Select the area it belongs to"),
  reason: aText({
    name: "Reason",
    enter: "Enter why it belongs to that area",
    min: 20,
    max: 500,
  }),
});
export type PassReferral = z.output<typeof passReferralSchema>;
