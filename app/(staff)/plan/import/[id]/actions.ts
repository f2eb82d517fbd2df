"use server";

import type { Route } from "next";

import * as imports from "@/lib/plans/imports/commands";
import {
  applyImportSchema,
  discardImportSchema,
  mapImportSchema,
  nameImportSchema,
  undoImportSchema,
} from "@/lib/plans/imports/schema";
import { submit } from "@/lib/request/submit";

export const mapImport = submit(
  mapImportSchema,
  imports.mapImport,
  ({ importId, hasUnknown }) => `/plan/import/${importId}${hasUnknown ? "/names" : ""}` as Route,
);

export const nameImport = submit(
  nameImportSchema,
  imports.nameImport,
  ({ importId }) => `/plan/import/${importId}` as Route,
);

export const applyImport = submit(
  applyImportSchema,
  imports.applyImport,
  ({ importId }) => `/plan/import/${importId}?done=imported` as Route,
);

export const undoImport = submit(
  undoImportSchema,
  imports.undoImport,
  ({ importId }) => `/plan/import/${importId}?done=undone` as Route,
);

export const discardImport = submit(
  discardImportSchema,
  imports.discardImport,
  ({ planId }) => `/plan/import?plan=${planId}&done=discarded` as Route,
);
