import { needLabels } from "@/lib/cases/needs/labels";
import { aDay, aTime } from "@/lib/dates";
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
import {
  currentDeclaration,
  declarations,
  isSubSectorOf,
  tidyPostcode,
} from "@/lib/referrals/rules";
import {
  aChoice,
  aForm,
  always,
  anOptionalChoice,
  anOptionalText,
  anOptionalTick,
  anOptionalWholeNumber,
  aText,
  aTick,
  someChoices,
} from "@/lib/schema";

// The pages of the referral form (domain 4.2). Religion, sexuality, trade union and immigration
// status are not asked.

/** A. Danger stops the form, which is no way to reach an emergency service. */
export const safetySchema = aForm({
  immediateDanger: aChoice(yesNoLabels, "Select yes if anybody is in immediate danger"),
  otherSafeguarding: aChoice(
    yesNoLabels,
    "Select yes if there is another safeguarding concern as well",
  ),
});

/** When somebody rang, and how to ring them back. Who they are is asked with the referrer. */
export const callSchema = aForm({
  calledOn: aDay({ name: "Day of the call", past: true }),
  calledAt: aTime({ name: "Time of the call" }),
  callBackNumber: aText({
    name: "Number to ring them back on",
    enter: "Enter a number to ring them back on, or that they gave none",
    max: 100,
  }),
});

/** One of the two, which also says whether the questions about a child are asked. */
export const ageFields = {
  dateOfBirth: aDay({ name: "Date of birth", past: true, optional: true }),
  approximateAge: anOptionalWholeNumber({ name: "Approximate age", min: 0, max: 110 }),
};

/** B. A name or "not known", and a date of birth or an age (RF-02). */
export const personSchema = aForm({
  nameUnknown: anOptionalTick("The name is not known"),
  forenames: anOptionalText({ name: "Forenames", max: 100 }),
  surname: anOptionalText({ name: "Surname", max: 100 }),
  otherNames: anOptionalText({ name: "Other names", max: 200 }),
  ...ageFields,
  gender: aChoice(genderLabels, "Select the person’s gender, or that it is not known"),
})
  .refine(({ nameUnknown, forenames }) => nameUnknown || forenames, {
    ...always,
    path: ["forenames"],
    error: "Enter the person’s forenames, or tick that the name is not known",
  })
  .refine(({ nameUnknown, surname }) => nameUnknown || surname, {
    ...always,
    path: ["surname"],
    error: "Enter the person’s surname, or tick that the name is not known",
  })
  .refine(({ dateOfBirth, approximateAge }) => dateOfBirth || approximateAge !== null, {
    path: ["dateOfBirth"],
    error: "Enter a date of birth, or an approximate age",
    when: ({ issues, value }) =>
      always.when({ value }) &&
      !issues.some(({ path }) => path?.[0] === "dateOfBirth" || path?.[0] === "approximateAge"),
  })
  .refine(({ dateOfBirth, approximateAge }) => !dateOfBirth || (approximateAge ?? null) === null, {
    ...always,
    path: ["approximateAge"],
    error: "Give either a date of birth or an approximate age, not both",
  });

const postcode = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;

export const personContactSchema = aForm({
  address: anOptionalText({ name: "Address", max: 500 }),
  postcode: anOptionalText({ name: "Postcode", max: 10 })
    .refine(
      (typed) => typed === null || postcode.test(typed),
      "Enter a full postcode, like NB1 2CD, or leave it empty",
    )
    .transform((typed) => typed && tidyPostcode(typed)),
  localAuthority: aText({
    name: "Local authority",
    enter: "Select the local authority where the person lives",
    max: 100,
  }),
  contactDetails: anOptionalText({ name: "Contact details", max: 500 }),
  languagesAndAccess: anOptionalText({ name: "Languages and access needs", max: 1000 }),
  schoolOrWork: anOptionalText({ name: "School, college or employer", max: 300 }),
  ethnicity: anOptionalChoice(ethnicityLabels, "Select an ethnic group, or leave it empty"),
});

/** C. Asked when the person is under 18, or until it is known that they are not. */
export const childSchema = aForm({
  parentNames: aText({ name: "The names of the parents or guardians", max: 300 }),
  parentContact: aText({ name: "How to reach the parents or guardians", max: 500 }),
  parentalResponsibility: aText({
    name: "Parental responsibility",
    enter: "Enter who has parental responsibility, or that it is not known",
    max: 300,
  }),
  socialWorker: anOptionalText({ name: "Social worker", max: 300 }),
  educationPlan: anOptionalText({ name: "Education, health and care plan", max: 500 }),
  lookedAfter: anOptionalText({ name: "Looked-after status", max: 300 }),
  spokenToChild: aChoice(yesNoLabels, "Select yes if you have spoken to the child"),
  spokenToChildAccount: aText({
    name: "What the child said",
    enter: "Enter what the child said, or why you have not spoken to them",
    max: 4000,
  }),
  spokenToParents: aChoice(yesNoLabels, "Select yes if you have spoken to the parents"),
  spokenToParentsAccount: aText({
    name: "What the parents said",
    enter: "Enter what the parents said, or why you have not spoken to them",
    max: 4000,
  }),
});

/** D. The referrer's own words. */
export const concernSchema = aForm({
  whatHappened: aText({
    name: "What happened",
    enter: "Describe what happened",
    min: 200,
    max: 10_000,
  }),
  firstNoted: aDay({ name: "Date the concern was first noted", past: true }),
  happenedOn: aDay({ name: "Date it happened", past: true, optional: true }),
  howKnown: aChoice(howKnownLabels, "Select how you know"),
  concern: aChoice(concernLabels, "Select the type of concern, or not sure"),
});

export const explanationSchema = aForm({
  otherExplanation: aText({
    name: "What else could explain it",
    enter: "Describe what else could explain it, and who might see it differently",
    min: 20,
    max: 5000,
  }),
});

/** E. What is known is kept apart from what is suspected. */
export const needsSchema = aForm({
  needsKnown: someChoices(needLabels, "Select the needs that are known from the list"),
  needsSuspected: someChoices(needLabels, "Select the needs that are suspected from the list"),
  needsDetail: anOptionalText({ name: "More about these needs", max: 4000 }),
  strengths: aText({
    name: "Strengths",
    enter: "Describe what is going well for the person and who supports them",
    max: 4000,
  }),
}).refine(
  ({ needsKnown, needsSuspected }) => !needsSuspected?.some((need) => needsKnown?.includes(need)),
  {
    ...always,
    path: ["needsSuspected"],
    error: "Select each need as either known or suspected, not both",
  },
);

/** F. Telling the person is the rule; not telling them needs a coded reason and words (IS-05). */
export const safeguardsSchema = aForm({
  discussedWithLead: aChoice(
    yesNoLabels,
    "Select yes if you have discussed this with your safeguarding lead",
  ),
  told: aChoice(toldLabels, "Select whether the person knows about this referral"),
  notToldReason: anOptionalChoice(notToldReasonLabels, "Select why the person has not been told"),
  notToldExplanation: anOptionalText({ name: "Why the person has not been told", max: 2000 }),
  supportGiven: anOptionalText({ name: "Support already given", max: 4000 }),
  proportionality: aText({
    name: "Why Prevent",
    enter: "Explain why this needs Prevent rather than another service",
    min: 20,
    max: 4000,
  }),
})
  .refine(({ told, notToldReason }) => isTold(told) || notToldReason, {
    ...always,
    path: ["notToldReason"],
    error: "Select why the person has not been told",
  })
  .refine(({ told, notToldExplanation }) => isTold(told) || notToldExplanation, {
    ...always,
    path: ["notToldExplanation"],
    error: "Explain why the person has not been told",
  });

// Until the question is answered, the one that hangs from it is not asked.
const isTold = (told: unknown) => told !== "no" && told !== "unsafe";

export const agencyNumbers = [1, 2, 3, 4, 5, 6] as const;
type AgencyPart<Part extends string> = `agency${(typeof agencyNumbers)[number]}${Part}`;
type AgencyField = ReturnType<typeof anOptionalText>;

const agencyFields = Object.fromEntries(
  agencyNumbers.flatMap((number) => [
    [`agency${number}Name`, anOptionalText({ name: `Name of agency ${number}`, max: 200 })],
    [`agency${number}Role`, anOptionalText({ name: `Role of agency ${number}`, max: 200 })],
    [`agency${number}Contact`, anOptionalText({ name: `Contact at agency ${number}`, max: 300 })],
    [`agency${number}Since`, anOptionalText({ name: `Since when, agency ${number}`, max: 100 })],
  ]),
) as Record<AgencyPart<"Name" | "Role" | "Contact" | "Since">, AgencyField>;

/** Other agencies: a fixed number of them, so that the page works without script. */
export const othersSchema = agencyNumbers.reduce(
  (form, number) =>
    form.refine(
      (others) =>
        others[`agency${number}Name`] ||
        !(
          others[`agency${number}Role`] ||
          others[`agency${number}Contact`] ||
          others[`agency${number}Since`]
        ),
      { ...always, path: [`agency${number}Name`], error: `Enter the name of agency ${number}` },
    ),
  aForm(agencyFields),
);

/** G. Anonymity is honoured in whatever leaves the case (IS-07). */
export const referrerSchema = aForm({
  name: aText({ name: "Your name", max: 200 }),
  role: aText({ name: "Your role", max: 200 }),
  organisation: aText({ name: "Your organisation", max: 200 }),
  sector: aChoice(sectorLabels, "Select your sector"),
  subSector: anOptionalChoice(subSectorLabels, "Select a part of your sector, or leave it empty"),
  contact: aText({ name: "How to reach you", max: 300 }),
  firstNoticedBy: anOptionalText({ name: "Who first noticed the concern", max: 200 }),
  anonymous: aChoice(yesNoLabels, "Select yes if you want your name kept from the person"),
  preventLead: anOptionalText({ name: "Your organisation’s Prevent lead", max: 200 }),
}).refine(({ sector, subSector }) => !subSector || !sector || isSubSectorOf(subSector, sector), {
  ...always,
  path: ["subSector"],
  error: "Select a part of the sector you chose",
});

/** I. Says which wording was agreed to. */
export const declarationSchema = aForm({
  declared: aTick("Tick to confirm the declaration"),
  version: aChoice(declarations, "Read the declaration again before you send").refine(
    (version) => version === currentDeclaration,
    "The declaration has changed. Read it again before you send",
  ),
});
