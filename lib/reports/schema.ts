import { z } from "zod";

import { aDay } from "@/lib/dates";
import {
  approverRoles,
  exemptParagraphs,
  type Part,
  partLabels,
  purposeLabels,
  type Section,
  sectionLabels,
  templateLabels,
} from "@/lib/reports/labels";
import { unknownFigures } from "@/lib/reports/rules";
import {
  aChoice,
  aForm,
  always,
  anId,
  anOptionalChoice,
  anOptionalText,
  anOptionalTick,
  aText,
  aVersion,
  aYesNo,
} from "@/lib/schema";

const details = {
  title: aText({ name: "Title", enter: "Enter a title", max: 150 }),
  bodyId: anId("Select which body the report is put to"),
  meetsDay: aDay({ name: "Date of the meeting", optional: true }),
  purpose: aChoice(purposeLabels, "Select what the report is for"),
  author: aText({ name: "Report of", enter: "Enter whose report it is", max: 150 }),
  contact: aText({ name: "Contact", enter: "Enter whom to contact", max: 200 }),
};

/** "none" where the report is about no plan and no quarter of one. */
const aSource = (select: string) => z.union([z.literal("none"), anId(select)], { error: select });

export const addReportSchema = aForm({
  template: aChoice(templateLabels, "Select which report this is"),
  snapshotId: aSource("Select the quarter or version whose figures it tells"),
  ...details,
});
export type AddReport = z.output<typeof addReportSchema>;

export const editReportSchema = aForm({ reportId: anId(), version: aVersion(), ...details });
export type EditReport = z.output<typeof editReportSchema>;

export const writeSectionSchema = aForm({
  reportId: anId(),
  code: aChoice(sectionLabels, "Select the section"),
  version: aVersion(),
  body: z
    .string({ error: "Enter the text" })
    .trim()
    .max(30_000, "Text must be 30,000 characters or fewer")
    .refine(
      (text) => unknownFigures(text).length === 0,
      "Text must use figures of the list only, such as {{plan.red}}",
    ),
  isNone: anOptionalTick("None"),
  exemptParagraph: anOptionalChoice(exemptParagraphs, "Select the paragraph of Schedule 12A"),
}).refine(({ body, isNone }) => !(isNone === true && typeof body === "string" && body !== ""), {
  ...always,
  path: ["isNone"],
  error: "Clear “None”, or take the text out",
});
export type WriteSection = z.output<typeof writeSectionSchema>;

export const nameApproverSchema = aForm({
  reportId: anId(),
  role: aChoice(approverRoles, "Select what the officer approves it for"),
  post: aText({ name: "Post", enter: "Enter the post of the officer", max: 150 }),
  hatId: z.union([z.literal("none"), anId("Select who gives the approval here")], {
    error: "Select who gives the approval here",
  }),
});
export type NameApprover = z.output<typeof nameApproverSchema>;

export const endApproverSchema = aForm({ approverId: anId() });
export type EndApprover = z.output<typeof endApproverSchema>;

export const sendReportSchema = aForm({ reportId: anId(), version: aVersion() });
export type SendReport = z.output<typeof sendReportSchema>;

const given = {
  approverId: anId(),
  versionNumber: aVersion(),
  note: anOptionalText({ name: "Note", max: 1000 }),
};

/** By the officer, in their own hat, today. */
export const giveApprovalSchema = aForm(given);
export type GiveApproval = z.output<typeof giveApprovalSchema>;

/** By the co-ordinator, of what an officer without an account has said. */
export const recordApprovalSchema = aForm({
  ...given,
  name: aText({ name: "Name", enter: "Enter the name of the officer", max: 150 }),
  givenDay: aDay({ name: "Date of the approval", past: true }),
});
export type RecordApproval = z.output<typeof recordApprovalSchema>;

export const publishReportSchema = aForm({
  reportId: anId(),
  version: aVersion(),
  isPublic: aYesNo("Select yes if the public copy is for everybody to read"),
});
export type PublishReport = z.output<typeof publishReportSchema>;

const reportAddress = z.object({
  done: z.string().optional().catch(undefined),
  body: z.uuid().optional().catch(undefined),
  part: z
    .enum(Object.keys(partLabels) as Part[])
    .optional()
    .catch(undefined),
  from: z.coerce.number().int().optional().catch(undefined),
  to: z.coerce.number().int().optional().catch(undefined),
});

export const readReportAddress = (query: object) => reportAddress.parse(query);

export const readSection = (code: string): Section | null =>
  Object.hasOwn(sectionLabels, code) ? (code as Section) : null;
