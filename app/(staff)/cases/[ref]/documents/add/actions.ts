"use server";

import type { Route } from "next";

import * as documents from "@/lib/documents/commands";
import { addDocumentSchema } from "@/lib/documents/schema";
import { submit } from "@/lib/request/submit";

export const addDocument = submit(
  addDocumentSchema,
  documents.addDocument,
  ({ reference, documentId }) =>
    `/cases/${reference}/documents/${documentId}?done=document` as Route,
);
