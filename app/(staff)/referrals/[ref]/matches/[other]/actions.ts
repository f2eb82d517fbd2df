"use server";

import type { Route } from "next";

import * as links from "@/lib/referrals/links/commands";
import { linkReferralSchema, undoLinkSchema } from "@/lib/referrals/screening/schema";
import { submit } from "@/lib/request/submit";

export const linkReferral = submit(
  linkReferralSchema,
  links.linkReferral,
  ({ reference }) => `/referrals/${reference}?done=linked` as Route,
);

export const undoLink = submit(
  undoLinkSchema,
  links.undoLink,
  ({ reference }) => `/referrals/${reference}?done=unlinked` as Route,
);
