"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as training from "@/lib/training/commands";
import * as courses from "@/lib/training/courses/commands";
import {
  addMaterialSchema,
  addRequirementSchema,
  declareTrainingSchema,
  editRequirementSchema,
  recordAttendanceSchema,
  saveCourseSchema,
  saveGroupSchema,
  saveSessionSchema,
  withdrawMaterialSchema,
} from "@/lib/training/schema";
import * as sessions from "@/lib/training/sessions/commands";

export const saveGroup = submit(
  saveGroupSchema,
  courses.saveGroup,
  () => "/training/courses?done=group" as Route,
);

export const saveCourse = submit(
  saveCourseSchema,
  courses.saveCourse,
  () => "/training/courses?done=course" as Route,
);

export const addRequirement = submit(
  addRequirementSchema,
  training.addRequirement,
  ({ requirementId }) => `/training/requirements/${requirementId}?done=requirement` as Route,
);

export const editRequirement = submit(
  editRequirementSchema,
  training.editRequirement,
  ({ requirementId }) => `/training/requirements/${requirementId}?done=requirement` as Route,
);

export const declareTraining = submit(
  declareTrainingSchema,
  training.declareTraining,
  ({ requirementId }) => `/training/requirements/${requirementId}?done=declared` as Route,
);

export const saveSession = submit(
  saveSessionSchema,
  sessions.saveSession,
  ({ sessionId }) => `/training/sessions/${sessionId}?done=session` as Route,
);

export const recordAttendance = submit(
  recordAttendanceSchema,
  sessions.recordAttendance,
  ({ sessionId }) => `/training/sessions/${sessionId}?done=attendance` as Route,
);

export const addMaterial = submit(
  addMaterialSchema,
  sessions.addMaterial,
  ({ sessionId }) => `/training/sessions/${sessionId}?done=material` as Route,
);

export const withdrawMaterial = submit(
  withdrawMaterialSchema,
  sessions.withdrawMaterial,
  ({ sessionId }) => `/training/sessions/${sessionId}?done=material_withdrawn` as Route,
);
