import type { Scheme } from "@/lib/benchmarks/labels";

/** Each control against its standard (6.7, CTSA ss.36 to 41). */
export const assurance2023: Scheme = {
  code: "channel_assurance",
  version: "2023",
  title: "Channel annual assurance statement",
  about:
    "Each control of the panel against its standard in law and guidance. Facts of the year are filled in as figures that may be published.",
  from: "2020-04-01",
  levels: { 1: "1: not met", 2: "2: partly met", 3: "3: met" },
  joint: "none",
  criteria: [
    {
      code: "panel_in_place",
      title: "A panel is in place",
      guidance: "The local authority has a panel for its area, alone or with others (s.36, s.41).",
      wanted: "Terms of reference, and the agreement if it serves several areas.",
    },
    {
      code: "chair_and_members",
      title: "The chair and members are the right ones",
      guidance: "The chair is of the local authority, with a deputy; the police are there (s.37).",
      wanted: "The list of members, and how often each came.",
    },
    {
      code: "assessment",
      title: "Susceptibility is assessed",
      guidance: "Each person is assessed before the panel decides, and again while support runs.",
      wanted: "The framework in use, and what was sampled.",
    },
    {
      code: "support_and_consent",
      title: "Support rests on a plan and on consent",
      guidance: "Support is given by a plan, and only when the person, or a parent, has agreed.",
      wanted: "What was sampled, and the figures of the year.",
    },
    {
      code: "reviews",
      title: "Cases are reviewed",
      guidance: "Open cases are reviewed monthly, and those that ended after 6 and 12 months.",
      wanted: "The figures of the year.",
    },
    {
      code: "cooperation",
      title: "Partners co-operate",
      guidance: "Partners give the panel and the police reasonable information (s.38).",
      wanted: "What was asked for and came, and what was escalated.",
    },
    {
      code: "information",
      title: "Information is kept lawfully",
      guidance:
        "An impact assessment is in place, people are told, and records are kept to schedule.",
      wanted: "The assessment, the notice, and the last review of what is kept.",
    },
    {
      code: "oversight",
      title: "The panel is overseen",
      guidance: "Those above the panel see how it does, and what it needs.",
      wanted: "The last report, and to whom it went.",
    },
  ],
};
