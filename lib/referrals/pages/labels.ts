import { needLabels } from "@/lib/cases/needs/labels";
import {
  concernLabels,
  ethnicityLabels,
  genderLabels,
  howKnownLabels,
  notToldReasonLabels,
  sectorLabels,
  subSectorLabels,
  toldLabels,
  yesNoLabels,
} from "@/lib/referrals/labels";

/** What a question is called wherever its answer is shown, and the words of its codes. */
export type Question = { text: string; codes?: Readonly<Record<string, string>> };

export const safetyQuestions = {
  immediateDanger: { text: "Is anybody in immediate danger?", codes: yesNoLabels },
  otherSafeguarding: { text: "Is there another safeguarding concern as well?", codes: yesNoLabels },
} satisfies Record<string, Question>;

/** Asked of whoever writes down what somebody else says on the telephone. */
export const callQuestions = {
  calledOn: { text: "Which day did they ring?" },
  calledAt: { text: "At what time?" },
  callBackNumber: { text: "Number to ring them back on" },
} satisfies Record<string, Question>;

export const personQuestions = {
  nameUnknown: { text: "The name is not known", codes: yesNoLabels },
  forenames: { text: "Forenames" },
  surname: { text: "Surname" },
  otherNames: { text: "Other names used" },
  dateOfBirth: { text: "Date of birth" },
  approximateAge: { text: "Approximate age" },
  gender: { text: "Gender", codes: genderLabels },
} satisfies Record<string, Question>;

export const personContactQuestions = {
  address: { text: "Address" },
  postcode: { text: "Postcode" },
  localAuthority: { text: "Local authority" },
  contactDetails: { text: "Telephone and email" },
  languagesAndAccess: { text: "Languages, interpreter or access needs" },
  schoolOrWork: { text: "School, college or employer" },
  ethnicity: { text: "Ethnic group", codes: ethnicityLabels },
} satisfies Record<string, Question>;

export const childQuestions = {
  parentNames: { text: "Names of the parents or guardians" },
  parentContact: { text: "How to reach the parents or guardians" },
  parentalResponsibility: { text: "Who has parental responsibility" },
  socialWorker: { text: "Social worker" },
  educationPlan: { text: "Education, health and care plan" },
  lookedAfter: { text: "Looked-after status" },
  spokenToChild: { text: "Have you spoken to the child?", codes: yesNoLabels },
  spokenToChildAccount: { text: "What the child said, or why you have not spoken to them" },
  spokenToParents: { text: "Have you spoken to the parents?", codes: yesNoLabels },
  spokenToParentsAccount: { text: "What the parents said, or why you have not spoken to them" },
} satisfies Record<string, Question>;

export const concernQuestions = {
  whatHappened: { text: "What happened, in your own words" },
  firstNoted: { text: "When was the concern first noted?" },
  happenedOn: { text: "When did it happen?" },
  howKnown: { text: "How do you know?", codes: howKnownLabels },
  concern: { text: "What type of concern is it, in your view?", codes: concernLabels },
} satisfies Record<string, Question>;

export const explanationQuestions = {
  otherExplanation: { text: "What else could explain it, and who might see it differently?" },
} satisfies Record<string, Question>;

export const needsQuestions = {
  needsKnown: { text: "Needs that are known", codes: needLabels },
  needsSuspected: { text: "Needs that you suspect", codes: needLabels },
  needsDetail: { text: "More about these needs" },
  strengths: { text: "What is going well, and who supports the person?" },
} satisfies Record<string, Question>;

export const safeguardsQuestions = {
  discussedWithLead: {
    text: "Have you discussed this with your safeguarding lead?",
    codes: yesNoLabels,
  },
  told: { text: "Does the person know about this referral?", codes: toldLabels },
  notToldReason: { text: "Why have they not been told?", codes: notToldReasonLabels },
  notToldExplanation: { text: "Explain why they have not been told" },
  supportGiven: { text: "What support has already been given?" },
  proportionality: { text: "Why does this need Prevent rather than another service?" },
} satisfies Record<string, Question>;

export const referrerQuestions = {
  name: { text: "Your name" },
  role: { text: "Your role" },
  organisation: { text: "Your organisation" },
  sector: { text: "Your sector", codes: sectorLabels },
  subSector: { text: "Part of the sector", codes: subSectorLabels },
  contact: { text: "How to reach you" },
  firstNoticedBy: { text: "Who first noticed the concern, if somebody else" },
  anonymous: { text: "Should your name be kept from the person?", codes: yesNoLabels },
  preventLead: { text: "Your organisation’s Prevent lead" },
} satisfies Record<string, Question>;

/** The same questions when they are about somebody who rang. */
export const callerQuestions = {
  name: { text: "Caller’s name" },
  role: { text: "Caller’s role" },
  organisation: { text: "Caller’s organisation" },
  sector: { text: "Caller’s sector", codes: sectorLabels },
  subSector: { text: "Part of the sector", codes: subSectorLabels },
  contact: { text: "How to reach the caller" },
  firstNoticedBy: { text: "Who first noticed the concern, if somebody else" },
  anonymous: { text: "Should the caller’s name be kept from the person?", codes: yesNoLabels },
  preventLead: { text: "The organisation’s Prevent lead" },
} satisfies Record<keyof typeof referrerQuestions, Question>;

export const agencyQuestions = {
  Name: { text: "name" },
  Role: { text: "what they do for the person" },
  Contact: { text: "whom to contact there" },
  Since: { text: "since when" },
} satisfies Record<string, Question>;
