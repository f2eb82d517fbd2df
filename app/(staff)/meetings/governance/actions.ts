"use server";

import type { Route } from "next";

import * as agenda from "@/lib/governance/agenda/commands";
import * as items from "@/lib/governance/items/commands";
import * as meetings from "@/lib/governance/meetings/commands";
import * as minutes from "@/lib/governance/minutes/commands";
import * as papers from "@/lib/governance/papers/commands";
import * as publications from "@/lib/governance/publications/commands";
import {
  addBoardActionSchema,
  addBoardItemSchema,
  addBoardPaperSchema,
  addMinutesAddendumSchema,
  approveBoardMinutesSchema,
  cancelBoardMeetingSchema,
  changeBoardMeetingSchema,
  fillBoardAgendaSchema,
  minuteItemSchema,
  moveBoardItemSchema,
  publishDecisionSchema,
  takeBoardAttendanceSchema,
  takeOffBoardItemSchema,
  unpublishDecisionSchema,
  withdrawBoardPaperSchema,
} from "@/lib/governance/schema";
import { submit } from "@/lib/request/submit";

export const changeBoardMeeting = submit(
  changeBoardMeetingSchema,
  meetings.changeBoardMeeting,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=meeting_changed` as Route,
);

export const cancelBoardMeeting = submit(
  cancelBoardMeetingSchema,
  meetings.cancelBoardMeeting,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=meeting_cancelled` as Route,
);

export const fillBoardAgenda = submit(
  fillBoardAgendaSchema,
  agenda.fillBoardAgenda,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=agenda_filled` as Route,
);

export const addBoardItem = submit(
  addBoardItemSchema,
  agenda.addBoardItem,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=item_added` as Route,
);

export const moveBoardItem = submit(
  moveBoardItemSchema,
  agenda.moveBoardItem,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=item_moved` as Route,
);

export const takeOffBoardItem = submit(
  takeOffBoardItemSchema,
  agenda.takeOffBoardItem,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=item_taken_off` as Route,
);

export const addBoardPaper = submit(
  addBoardPaperSchema,
  papers.addBoardPaper,
  ({ itemId, awaitsFile }) =>
    (awaitsFile
      ? `/meetings/governance/papers/${awaitsFile}?done=paper_begun`
      : `/meetings/governance/items/${itemId}?done=paper_added`) as Route,
);

export const withdrawBoardPaper = submit(
  withdrawBoardPaperSchema,
  papers.withdrawBoardPaper,
  ({ itemId }) => `/meetings/governance/items/${itemId}?done=paper_withdrawn` as Route,
);

export const minuteItem = submit(
  minuteItemSchema,
  items.minuteItem,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=item_minuted` as Route,
);

export const addBoardAction = submit(
  addBoardActionSchema,
  items.addBoardAction,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=action_added` as Route,
);

export const takeBoardAttendance = submit(
  takeBoardAttendanceSchema,
  minutes.takeBoardAttendance,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=attendance_taken` as Route,
);

export const approveBoardMinutes = submit(
  approveBoardMinutesSchema,
  minutes.approveBoardMinutes,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=minutes_approved` as Route,
);

export const addMinutesAddendum = submit(
  addMinutesAddendumSchema,
  minutes.addMinutesAddendum,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=addendum_added` as Route,
);

export const publishDecision = submit(
  publishDecisionSchema,
  publications.publishDecision,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=decision_published` as Route,
);

export const unpublishDecision = submit(
  unpublishDecisionSchema,
  publications.unpublishDecision,
  ({ meetingId }) => `/meetings/governance/${meetingId}?done=decision_unpublished` as Route,
);
