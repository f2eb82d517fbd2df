"use server";

import type { Route } from "next";

import * as frameworks from "@/lib/assessments/frameworks/commands";
import {
  addFactorSchema,
  addSectionSchema,
  changeFactorSchema,
  changeSectionSchema,
  movePartSchema,
  nextVersionSchema,
  publishFrameworkSchema,
  removePartSchema,
  renameFrameworkSchema,
  retireFrameworkSchema,
  startFrameworkSchema,
} from "@/lib/assessments/frameworks/schema";
import { submit } from "@/lib/request/submit";

const to =
  (done: string) =>
  ({ frameworkId }: { frameworkId: string }) =>
    `/admin/forms/${frameworkId}?done=${done}` as Route;

export const startFramework = submit(
  startFrameworkSchema,
  frameworks.startFramework,
  to("started"),
);
export const startNextVersion = submit(
  nextVersionSchema,
  frameworks.startNextVersion,
  to("started"),
);
export const renameFramework = submit(
  renameFrameworkSchema,
  frameworks.renameFramework,
  to("saved"),
);
export const addSection = submit(addSectionSchema, frameworks.addSection, to("saved"));
export const changeSection = submit(changeSectionSchema, frameworks.changeSection, to("saved"));
export const addFactor = submit(addFactorSchema, frameworks.addFactor, to("saved"));
export const changeFactor = submit(changeFactorSchema, frameworks.changeFactor, to("saved"));
export const movePart = submit(movePartSchema, frameworks.movePart, to("moved"));
export const removePart = submit(removePartSchema, frameworks.removePart, to("removed"));
export const publishFramework = submit(
  publishFrameworkSchema,
  frameworks.publishFramework,
  to("published"),
);
export const retireFramework = submit(
  retireFrameworkSchema,
  frameworks.retireFramework,
  to("retired"),
);
