import type { Scheme } from "@/lib/benchmarks/labels";

/** The eight parts of the toolkit (8.5), on the default scale. */
export const toolkit2024: Scheme = {
  code: "toolkit",
  version: "2024",
  title: "Prevent duty toolkit for local authorities and partners",
  about:
    "Eight parts, each scored from 0 to 5 by the partnership itself. A level of 3 or more has evidence.",
  from: "2023-12-31",
  levels: {
    0: "0: nothing in place",
    1: "1: planned",
    2: "2: partly in place",
    3: "3: meets the duty",
    4: "4: exceeds the duty",
    5: "5: leads the sector",
  },
  joint: "mean",
  criteria: [
    {
      code: "partnership_group",
      title: "Multi-agency partnership group",
      guidance:
        "A group of the right seniority oversees Prevent, meets regularly, and is held to account by those above it.",
      wanted: "Terms of reference, attendance over the year, and decisions that were followed up.",
    },
    {
      code: "risk_assessment",
      title: "Local risk assessment",
      guidance:
        "The partnership knows its own risks from the local profile and what partners hold, and looks at them again.",
      wanted: "The risk register and its reviews, and briefings on the local profile.",
    },
    {
      code: "partnership_plan",
      title: "Partnership plan",
      guidance: "A plan answers the risks, with owners and dates, and its progress is looked at.",
      wanted: "The approved plan, its snapshots, and the reports on it.",
    },
    {
      code: "referral_pathway",
      title: "Referral pathway",
      guidance: "Staff and the public know how a concern is shared, and what happens then.",
      wanted: "The published pathway, and its last review.",
    },
    {
      code: "channel_panel",
      title: "Channel panel",
      guidance:
        "A panel with the right members meets regularly, and support is reviewed until and after it ends.",
      wanted: "The dates of its meetings, its membership, and the annual assurance statement.",
    },
    {
      code: "training",
      title: "Training programme",
      guidance:
        "Those who need training are known, and have it, at the depth that their work asks for.",
      wanted: "The training needs by role, and how many are trained in date.",
    },
    {
      code: "permissive_environments",
      title: "Reducing permissive environments",
      guidance:
        "Publicly owned venues, networks and money are not used to promote extremism, and lawful speech is protected.",
      wanted: "The venue policy, filtering of networks, and checks that were made.",
    },
    {
      code: "communications",
      title: "Communications and engagement",
      guidance: "Communities are spoken with, and heard, and Prevent is explained openly.",
      wanted: "Events and what came of them, and what is published.",
    },
  ],
};
