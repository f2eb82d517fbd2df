"use server";

import type { Route } from "next";

import * as approvals from "@/lib/reports/approvals/commands";
import * as reports from "@/lib/reports/commands";
import {
  addReportSchema,
  editReportSchema,
  endApproverSchema,
  giveApprovalSchema,
  nameApproverSchema,
  publishReportSchema,
  recordApprovalSchema,
  sendReportSchema,
  writeSectionSchema,
} from "@/lib/reports/schema";
import { submit } from "@/lib/request/submit";

const then = (done: string) => (answer: { reportId: string }) =>
  `/plan/reports/${answer.reportId}?done=${done}` as Route;

export const addReport = submit(addReportSchema, reports.addReport, then("report_added"));

export const editReport = submit(editReportSchema, reports.editReport, then("details_saved"));

export const writeSection = submit(
  writeSectionSchema,
  reports.writeSection,
  ({ reportId, wasSent }) =>
    `/plan/reports/${reportId}?done=${wasSent ? "section_changed" : "section_saved"}` as Route,
);

export const nameApprover = submit(
  nameApproverSchema,
  approvals.nameApprover,
  ({ reportId }) => `/plan/reports/${reportId}/approvers?done=approver_named` as Route,
);

export const endApprover = submit(
  endApproverSchema,
  approvals.endApprover,
  ({ reportId }) => `/plan/reports/${reportId}/approvers?done=approver_ended` as Route,
);

export const sendReport = submit(sendReportSchema, reports.sendReport, then("sent"));

export const giveApproval = submit(giveApprovalSchema, approvals.giveApproval, then("approved"));

export const recordApproval = submit(
  recordApprovalSchema,
  approvals.recordApproval,
  then("approved"),
);

export const publishReport = submit(publishReportSchema, reports.publishReport, then("published"));
