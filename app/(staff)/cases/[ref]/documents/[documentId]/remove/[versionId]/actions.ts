"use server";

import type { Route } from "next";

import * as documents from "@/lib/documents/commands";
import { removeVersionSchema } from "@/lib/documents/schema";
import { submit } from "@/lib/request/submit";

export const removeVersion = submit(
  removeVersionSchema,
  documents.removeVersion,
  ({ reference, documentId }) =>
    `/cases/${reference}/documents/${documentId}?done=version_removed` as Route,
);
