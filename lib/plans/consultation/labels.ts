export const aboutLabels = {
  plan: "The plan as a whole",
  theme: "A theme",
  action: "An action",
} as const;
export type About = keyof typeof aboutLabels;

/** Where a comment comes from. What was not said here is written down with where and when it was. */
export const sourceKindLabels = {
  partner: "A partner who was asked",
  body: "Somebody outside the partnership",
  event: "An event",
} as const;
export type SourceKind = keyof typeof sourceKindLabels;

/** What can be written down for somebody else. */
export const enteredSourceLabels = {
  body: "A letter or message from somebody outside the partnership",
  event: "What was said at an event",
} as const;

export const dispositionLabels = {
  accepted: "Accepted",
  partly: "Accepted in part",
  not_accepted: "Not accepted",
} as const;
export type Disposition = keyof typeof dispositionLabels;

export const changedPartLabels = {
  text: "What the action says",
  proportionality: "Why it is proportionate",
  cohesion_impact: "Its effect on cohesion",
  owner_role: "The post of its owner",
  theme_title: "The name of the theme",
  elsewhere: "Something else",
} as const;
export type ChangedPart = keyof typeof changedPartLabels;

/** What has just been done, as the page says it afterwards. */
export const consultationDoneLabels = {
  round_opened: "The consultation is open, and those who are asked have been told",
  round_closed: "The consultation has been closed",
  comment_made: "Your comment has been sent",
  comment_entered: "The comment has been written down",
  comment_settled: "The answer to the comment has been saved",
} as const;
