"use server";

import type { Route } from "next";

import * as absences from "@/lib/clocks/absences/commands";
import { endAbsenceSchema, setAbsenceSchema } from "@/lib/clocks/absences/schema";
import { submit } from "@/lib/request/submit";

const backTo = (done: string) => () => `/home/absence?done=${done}` as Route;

export const setAbsence = submit(setAbsenceSchema, absences.setAbsence, backTo("set"));
export const endAbsence = submit(endAbsenceSchema, absences.endAbsence, backTo("ended"));
