import type { z } from "zod";

import { aForm, anId } from "@/lib/schema";

/** Who runs the case from now on. */
export const handOverSchema = aForm({
  caseId: anId(),
  fromHatId: anId("Select who hands the case over"),
  toHatId: anId("Select who takes the case on"),
});
export type HandOver = z.output<typeof handOverSchema>;
