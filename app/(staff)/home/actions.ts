"use server";

import * as notices from "@/lib/notices/commands";
import { markReadSchema } from "@/lib/notices/schema";
import { submit } from "@/lib/request/submit";

export const markRead = submit(markReadSchema, notices.markRead, () => "/home");
