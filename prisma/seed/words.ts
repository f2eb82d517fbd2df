import type { Concern } from "@/lib/referrals/labels";

// What people wrote. Behaviour, quoted or seen; nothing of faith or origin, and nothing to copy.

type Words = { seen: string; quoted: string; other: string };

const right: Words = {
  seen: "showed other students a video on their phone that called for one group to be driven out of the country, and asked them to join a private channel where more of it is shared",
  quoted: "“They only listen when something burns.”",
  other:
    "An older cousin sends these clips and may be the one who believes in them. It may be a way to be noticed by older boys.",
};
const islamist: Words = {
  seen: "repeated parts of a speech that praises people who have carried out attacks, and shared a link to the full recording in a group chat with six others",
  quoted: "“It is not murder if it is a war.”",
  other:
    "The speech was going round several year groups that week and some students shared it as a dare. The family is grieving for a relative.",
};
const none: Words = {
  seen: "talked several times about wanting to hurt a lot of people at once, could not say who or why, and became upset when asked about it",
  quoted: "“Nobody would miss this place.”",
  other:
    "There has been bullying since September, and a move of home in the summer. This may be distress that needs help of another kind.",
};
const violence: Words = {
  seen: "keeps a notebook with dates and details of past attacks, drew a floor plan of the building, and spoke of the attackers as if they were friends",
  quoted: "“They were the only ones who did something.”",
  other:
    "A strong interest in facts and lists is part of how this person learns. The drawing may belong to a game that they are designing.",
};
const several: Words = {
  seen: "moves from one cause to another each week, and shares posts from groups that oppose each other, all of which say that violence is the only thing that works",
  quoted: "“It does not matter which side, as long as it ends.”",
  other:
    "Much of this is copied from a streamer with a large following. Sleep is poor, and most of the night is spent online.",
};
const women: Words = {
  seen: "posted messages that blame women for everything that has gone wrong, praised a man who killed strangers, and followed a classmate home after she asked to be left alone",
  quoted: "“They will learn when it is too late.”",
  other:
    "A relationship ended badly in the spring. The messages may be about one person more than about a belief.",
};

const byConcern: Partial<Record<Concern, Words>> = {
  extreme_right_wing: right,
  islamist,
  extreme_violence: violence,
  multiple_ideologies: several,
  incel_misogyny: women,
};
export const wordsOf = (concern: Concern): Words => byConcern[concern] ?? none;

export const strengths = [
  "Trusts one member of staff and comes to talk when asked. Good attendance until this term.",
  "A grandparent is close by and steady. Enjoys cooking and is good at it.",
  "Plays football twice a week and listens to the coach.",
  "Has said that they would like help to sleep and to find work.",
  "Kind to younger children, and a good memory for facts.",
];

export const needsDetails = [
  "Waiting for an assessment since the spring.",
  "Spoke of not sleeping and of being on their own most evenings.",
  "There was a bereavement last year and no support since.",
  null,
];

export const proportionality = [
  "Pastoral support has not changed what is being said, and others are now being asked to join in.",
  "We cannot tell how serious this is by ourselves, and the online contact is outside what we can see.",
  "Other services are involved, but nobody has looked at the views expressed and where they come from.",
];

export const supportGiven = [
  "Weekly meeting with a trusted member of staff.",
  "Counselling offered and accepted for four weeks.",
  "Early help assessment opened with the family.",
  null,
];

export const closingReasons: Record<string, string> = {
  not_radicalisation_other_need:
    "What was described is distress and isolation. Nothing points to a cause or to other people drawing the person in. Another service can help more, and has been asked.",
  no_concern:
    "The referrer was spoken to and the video was seen. It is a news report that was being discussed in class, and nothing else supports a concern.",
  misguided:
    "The words were a quotation from a set text. The referrer shared this in good faith and agrees that it was misunderstood.",
  malicious:
    "The account given does not fit what others saw, and there is a dispute between two neighbours. Nothing supports what was alleged.",
  insufficient_information:
    "The person could not be identified from what is known, and the referrer has nothing to add. It can be shared again if more comes to light.",
  already_open:
    "The same events were shared last week by another organisation, and are being looked at in that referral.",
  out_of_area:
    "The person has lived in another area since the spring. The gateway there has been told and has answered.",
  person_untraceable:
    "Nobody by this name is known at the address or to partners, and the referrer has had no further contact.",
};

export const section36Reasons = {
  yes: "For: three partners describe the same change over two months, others have been asked to join, and the person says that they want it to stop. Against: much of it is repeated from online sources and there is no sign of a plan. On balance there are reasonable grounds, and support would help.",
  no: "For: the words used were serious and were heard by two people. Against: partners hold nothing that supports a wider concern, the person has explained what they meant, and other help is in place and working. There are no reasonable grounds to refer.",
};

export const facts = [
  "Attendance fell from 96% to 71% between September and November. No reason was given for most of the days.",
  "Was seen at the bus station with two adults on four Fridays, and has since said who they are.",
  "Opened a second account under another name and posted nine times in October. The posts were kept.",
  "Has an open referral to the mental health team, made by the family doctor in the spring.",
  "Completed a ten-week course and has applied for an apprenticeship.",
  "Lives with one parent and two younger siblings. The other parent has contact at weekends.",
];
export const allegations = [
  "A neighbour says that there is shouting at night and that strangers visit. The neighbour has complained about the family before.",
  "Another student says that they were asked for money towards a trip, and that they refused.",
  "A former friend says that knives were talked about. Nobody else has heard this.",
  "An uncle says that the person has been sending money abroad. There is nothing to show it.",
];
export const opinions = [
  "In my view the interest is in belonging to something more than in what the group says it stands for.",
  "I think the risk of being used by older people is greater than the risk of acting alone.",
  "My reading is that the views are recent and not deeply held, and that a mentor could be listened to.",
  "I believe that sleep, food and a place to go in the day would change most of what we see.",
];
export const disproved =
  "It was said that a weapon was brought to the building. The bag was searched with consent, nothing was found, and the person who said so has since explained that they were told it by somebody else.";
export const chairOnly =
  "A relative has asked that nobody outside the panel knows that they have spoken to us, because they fear for their safety at home.";

export const panelReasons: Record<string, string> = {
  adopt:
    "Every agency agreed that the views are recent, that there is contact with people who encourage them, and that mentoring with help to get back into education would reduce the concern.",
  not_adopt:
    "The panel agreed that the behaviour is explained by distress and by a change at home. Health and social care are already helping, and Channel would add nothing to that.",
  defer:
    "The panel could not decide without the school's account of the last month, which was promised and has not come. It will look again at the next meeting.",
  police_led: "To be managed by the police.",
  continue:
    "Sessions are being kept and the person takes part. There has been no contact with the earlier group. The plan goes on as it is, with the next review in a month.",
  revise_plan:
    "Mentoring has done what it can for now. The panel agreed to bring in help with housing, and to space the sessions out to every second week.",
  exit: "The exit criteria are met. The person has been in work for three months, has new friends, and speaks differently of what happened. The panel agreed that support can end.",
  review_ok:
    "Partners were asked again and hold nothing that gives rise to concern. The person is still in work, and the family says that things are going well.",
};

export const consentAsked =
  "The coordinator and the mentor will visit together within ten days, explain the support with the leaflet, and ask for consent in writing.";
