import type { z } from "zod";

import { aChoice, aForm, anId, aTick } from "@/lib/schema";
import { leadLabels } from "./labels";

/** Every open case of the area at once, so that it is confirmed in words. */
export const handOverAllSchema = aForm({
  toLead: aChoice(leadLabels, "Select who leads cases from now on"),
  toHatId: anId("Select who takes the cases on"),
  confirm: aTick("Confirm that every open case is handed over"),
});
export type HandOverAll = z.output<typeof handOverAllSchema>;

export const undoHandOverSchema = aForm({ handOverId: anId() });
export type UndoHandOver = z.output<typeof undoHandOverSchema>;
