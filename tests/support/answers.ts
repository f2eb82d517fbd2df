import type { Answers } from "@/lib/referrals/schema";

/** A referral about a child with every page answered, as a browser sends it. A test replaces what matters to it. */
export const wholeReferral = {
  safety: { immediateDanger: "no", otherSafeguarding: "no" },
  person: {
    forenames: "Rowan",
    surname: "Marsh",
    otherNames: "",
    dateOfBirth: "17/5/2011",
    approximateAge: "",
    gender: "male",
  },
  "person-contact": {
    address: "4 Canal Row",
    postcode: "nb14qt",
    localAuthority: "Northbridge",
    contactDetails: "01632 960111",
    ethnicity: "white",
    schoolOrWork: "Oakfield Academy",
  },
  child: {
    parentNames: "Jo Marsh",
    parentContact: "01632 960222",
    parentalResponsibility: "Jo Marsh",
    spokenToChild: "yes",
    spokenToChildAccount: "He said that he was joking.",
    spokenToParents: "yes",
    spokenToParentsAccount: "She was worried, and glad to be told.",
  },
  concern: {
    whatHappened: "He told two friends what he had watched, and wrote down the words. ".repeat(4),
    firstNoted: "2/3/2026",
    happenedOn: "",
    howKnown: "told_by_other",
    concern: "not_sure",
  },
  explanation: { otherExplanation: "It may have been said to shock his friends." },
  needs: { needsKnown: ["bullying"], needsSuspected: [], strengths: "Close to his grandmother." },
  safeguards: {
    discussedWithLead: "yes",
    told: "yes",
    proportionality: "School has tried other help, and the worry remains.",
  },
  others: { agency1Name: "Early help", agency1Role: "Family support" },
  referrer: {
    name: "Ada Stone",
    role: "Safeguarding lead",
    organisation: "Oakfield Academy",
    sector: "education",
    contact: "ada@oakfield.example",
    anonymous: "no",
  },
} satisfies Answers;

export const declaration = { declared: "yes", version: "2026-01" } as const;
