import type { z } from "zod";

import { aForm, someIds } from "@/lib/schema";

export const markReadSchema = aForm({
  noticeIds: someIds("Select what you have read", { min: 1 }),
});
export type MarkRead = z.output<typeof markReadSchema>;
