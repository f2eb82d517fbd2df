"use server";

import type { Route } from "next";

import * as champions from "@/lib/champions/commands";
import {
  addChampionSchema,
  contactChampionSchema,
  endChampionSchema,
  renewChampionSchema,
} from "@/lib/champions/schema";
import { submit } from "@/lib/request/submit";

export const addChampion = submit(
  addChampionSchema,
  champions.addChampion,
  ({ championId }) => `/champions/${championId}?done=champion_added` as Route,
);

export const renewChampion = submit(
  renewChampionSchema,
  champions.renewChampion,
  ({ championId }) => `/champions/${championId}?done=champion_renewed` as Route,
);

export const contactChampion = submit(
  contactChampionSchema,
  champions.contactChampion,
  ({ championId }) => `/champions/${championId}?done=champion_contacted` as Route,
);

export const endChampion = submit(
  endChampionSchema,
  champions.endChampion,
  ({ championId }) => `/champions/${championId}?done=champion_ended` as Route,
);
