"use server";

import * as areas from "@/lib/areas/commands";
import {
  addAreaPostSchema,
  changeAreaContactSchema,
  endAreaPostSchema,
  recordPrioritySchema,
} from "@/lib/areas/schema";
import { submit } from "@/lib/request/submit";

export const recordPriority = submit(
  recordPrioritySchema,
  areas.recordPriority,
  () => "/plan/area?done=priority_recorded",
);

export const addAreaPost = submit(
  addAreaPostSchema,
  areas.addAreaPost,
  () => "/plan/area?done=post_added",
);

export const changeAreaContact = submit(
  changeAreaContactSchema,
  areas.changeAreaContact,
  () => "/plan/area?done=contact_changed",
);

export const endAreaPost = submit(
  endAreaPostSchema,
  areas.endAreaPost,
  () => "/plan/area?done=post_ended",
);
