"use server";

import type { Route } from "next";

import { changeTemplateSchema, writeTemplateSchema } from "@/lib/information/schema";
import * as templates from "@/lib/information/templates/commands";
import { submit } from "@/lib/request/submit";

const here = "/cases/request-templates";

export const writeTemplate = submit(
  writeTemplateSchema,
  templates.writeTemplate,
  () => `${here}?done=written` as Route,
);

export const changeTemplate = submit(
  changeTemplateSchema,
  templates.changeTemplate,
  () => `${here}?done=changed` as Route,
);
