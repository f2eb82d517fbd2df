import type { Scheme } from "@/lib/benchmarks/labels";

/** What the duty asks of each authority by itself (1.2, 2.4, 2.5, 2.6). */
export const duty2023: Scheme = {
  code: "duty",
  version: "2023",
  title: "Leadership, partnership and capabilities of a specified authority",
  about:
    "What the Prevent duty asks of each specified authority by itself, with an owner for each item. Green has evidence.",
  from: "2015-07-01",
  levels: {
    1: "Red: not in place",
    2: "Amber: partly in place",
    3: "Green: in place",
  },
  joint: "none",
  criteria: [
    {
      code: "understand_risk",
      part: "leadership",
      title: "Leaders understand the risk",
      guidance: "Those in charge know the risk of radicalisation in their own setting and area.",
      wanted: "A briefing, a risk assessment, or a board paper of the last year.",
    },
    {
      code: "build_capability",
      part: "leadership",
      title: "Leaders see that staff can deal with it",
      guidance: "Those in charge see to it that staff have the knowledge and time they need.",
      wanted: "A training plan with somebody named for it.",
    },
    {
      code: "communicate",
      part: "leadership",
      title: "Leaders say why the duty matters",
      guidance: "The importance of the duty is explained, and so is how to ask and to object.",
      wanted: "What was said to staff, and when.",
    },
    {
      code: "implement",
      part: "leadership",
      title: "Leaders see that the duty is carried out",
      guidance: "Somebody senior answers for it, and its progress is looked at.",
      wanted: "The name of the post, and the last report to it.",
    },
    {
      code: "cooperate",
      part: "partnership",
      title: "Productive co-operation",
      guidance:
        "The authority works with Prevent co-ordinators, the police and councils, through forums that exist already.",
      wanted: "Entries of the co-operation log, or minutes of a forum.",
    },
    {
      code: "share",
      part: "partnership",
      title: "Information is shared lawfully",
      guidance:
        "There is an agreement, and staff know when they may share a concern and with whom.",
      wanted: "The agreement and the day it was last reviewed.",
    },
    {
      code: "know_radicalisation",
      part: "capabilities",
      title: "Staff know what radicalisation means",
      guidance: "Those who meet the public know why somebody may be susceptible to it.",
      wanted: "Training by role group.",
    },
    {
      code: "know_extremism",
      part: "capabilities",
      title: "Staff know what extremism is, and how it connects with terrorism",
      guidance: "They can tell lawful belief and protest from it.",
      wanted: "Training by role group.",
    },
    {
      code: "know_measures",
      part: "capabilities",
      title: "Staff know what can be done",
      guidance:
        "They know which measures prevent people from being drawn in, and how to challenge it.",
      wanted: "Training by role group.",
    },
    {
      code: "get_help",
      part: "capabilities",
      title: "Staff know how to get help for somebody",
      guidance: "They know whom to tell inside, and how a referral is made.",
      wanted: "The pathway as staff see it.",
    },
  ],
};
