import type { z } from "zod";

import { aForm, anId } from "@/lib/schema";

export const addAttachmentSchema = aForm({ draftId: anId() });

export const removeAttachmentSchema = aForm({ draftId: anId(), attachmentId: anId() });
export type RemoveAttachment = z.output<typeof removeAttachmentSchema>;
