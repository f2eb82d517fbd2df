/** Where the money comes from (domain 8.10, 0.12). */
export const sourceLabels = {
  police: "Police",
  home_office: "Home Office grant",
  council: "Council",
  other: "Other",
} as const;
export type Source = keyof typeof sourceLabels;

/** What an entry of the ledger says, in the order in which money goes. */
export const entryKinds = {
  budget: "Budget",
  allocated: "Allocated",
  committed: "Committed",
  spent: "Spent",
  forecast: "Forecast",
} as const;
export type EntryKind = keyof typeof entryKinds;

export const entryHints: Record<EntryKind, string> = {
  budget: "The line has this much more, or less.",
  allocated: "Set aside for a project or a post.",
  committed: "Promised, in an order or a contract, whether or not it has been paid.",
  spent: "Paid.",
  forecast: "The year is expected to come to this much more, or less.",
};

export const postStates = {
  filled: "Filled",
  planned: "Planned",
  vacant: "Vacant",
} as const;
export type PostState = keyof typeof postStates;

export const claimStates = {
  due: "To be made",
  made: "Made, and not paid yet",
  paid: "Paid",
} as const;
export type ClaimState = keyof typeof claimStates;

/** What has just been done, as the page says it afterwards. */
export const fundingDoneLabels = {
  line_added: "The funding line has been added with its budget",
  line_changed: "The name and purpose have been changed",
  entry_added: "The entry has been added to the ledger",
  entry_corrected: "The entry has been put right by its opposite. Enter it again as it should be.",
  post_added: "The post has been added",
  post_changed: "The post has been changed",
  claim_added: "The claim has been added. You will be reminded before its day.",
  claim_made: "It has been recorded that the claim was made",
  claim_paid: "It has been recorded that the claim was paid",
} as const;
