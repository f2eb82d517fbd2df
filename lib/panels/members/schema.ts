import type { z } from "zod";

import { aForm, anId } from "@/lib/schema";

/** Who stands in for a member of the panel. */
export const nameDeputySchema = aForm({
  hatId: anId(),
  deputyHatId: anId("Select who stands in"),
});
export type NameDeputy = z.output<typeof nameDeputySchema>;

export const endDeputySchema = aForm({ deputyId: anId() });
export type EndDeputy = z.output<typeof endDeputySchema>;
