import type { Criterion, Scheme } from "@/lib/benchmarks/labels";

const levels = {
  1: "1: little or none",
  2: "2: at an early stage",
  3: "3: developing",
  4: "4: well established",
  5: "5: fully established",
};

const others: readonly Criterion[] = [
  {
    code: "knowledge",
    title:
      "Knowledge and understanding of the drivers and causes of violent extremism and of the Prevent objectives",
    guidance: "Those who plan and deliver the work know what it rests on.",
    wanted: "Briefings, research, and what partners hold.",
  },
  {
    code: "action_plan",
    title:
      "A risk-based preventing violent extremism action plan, in support of delivery of the Prevent objectives",
    guidance: "A plan answers the risks that are known, and is proportionate to them.",
    wanted: "The plan, and the risk assessment that it rests on.",
  },
  {
    code: "oversight",
    title: "Effective oversight, delivery and evaluation of projects and actions",
    guidance: "Somebody looks at what was done and what it came to.",
    wanted: "Reports, minutes, and evaluations.",
  },
];

/** As it was from 2008 to 2010, in its own words: shown inside a record of that time, and offered to nobody. */
export const ni35Of2008: Scheme = {
  code: "ni35",
  version: "2008",
  title: "National Indicator 35: building resilience to violent extremism",
  about:
    "A national indicator from 2008 to 2010, in the words of that time. It is kept as a record, and nobody is assessed by it now.",
  from: "2008-04-01",
  to: "2011-03-31",
  levels,
  joint: "mean",
  criteria: [
    {
      code: "communities",
      title: "Understanding of, and engagement with, Muslim communities",
      guidance:
        "The words are those of the indicator. They singled out one faith, and are not used now.",
      wanted: "What was sent with the return at the time.",
    },
    ...others,
  ],
};

/** What may be used instead. */
export const engagement2024: Scheme = {
  code: "engagement",
  version: "2024",
  title: "Local communities and Prevent: a local self-assessment",
  about:
    "Four questions about resilience that grew out of an earlier national indicator, asked of all communities alike.",
  from: "2023-12-31",
  levels,
  joint: "mean",
  criteria: [
    {
      code: "communities",
      title: "Understanding of and engagement with all local communities",
      guidance:
        "Every community that lives here is known, spoken with and heard, and none is singled out.",
      wanted: "Events, what was heard, and what was changed by it.",
    },
    ...others,
  ],
};
