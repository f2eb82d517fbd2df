"use server";

import type { Route } from "next";

import * as escalations from "@/lib/governance/escalations/commands";
import {
  addAnswerAddendumSchema,
  answerEscalationSchema,
  raiseEscalationSchema,
  withdrawEscalationSchema,
} from "@/lib/governance/schema";
import { submit } from "@/lib/request/submit";

export const raiseEscalation = submit(
  raiseEscalationSchema,
  escalations.raiseEscalation,
  ({ escalationId }) => `/meetings/escalations/${escalationId}?done=escalation_raised` as Route,
);

export const answerEscalation = submit(
  answerEscalationSchema,
  escalations.answerEscalation,
  ({ escalationId }) => `/meetings/escalations/${escalationId}?done=escalation_answered` as Route,
);

export const withdrawEscalation = submit(
  withdrawEscalationSchema,
  escalations.withdrawEscalation,
  ({ escalationId }) => `/meetings/escalations/${escalationId}?done=escalation_withdrawn` as Route,
);

export const addAnswerAddendum = submit(
  addAnswerAddendumSchema,
  escalations.addAnswerAddendum,
  ({ escalationId }) => `/meetings/escalations/${escalationId}?done=addendum_added` as Route,
);
