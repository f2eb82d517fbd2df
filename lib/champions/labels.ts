/** Where a champion works. Schools and the rest of education are two: their duties and their staff differ (1.11). */
export const sectorLabels = {
  council: "Council",
  police: "Police",
  health: "Health",
  probation: "Probation",
  prison: "Prisons",
  schools: "Schools",
  further_higher: "Further and higher education",
  youth_justice: "Youth justice",
  voluntary: "Voluntary sector",
  other: "Other",
} as const;
export type Sector = keyof typeof sectorLabels;

export const championKinds = {
  internal: "Safeguarding champion inside the organisation",
  external: "Lead for others outside the organisation",
} as const;
export type ChampionKind = keyof typeof championKinds;

/** For tables. */
export const shortKinds: Record<ChampionKind, string> = {
  internal: "Internal champion",
  external: "External lead",
};

export const standingLabels = {
  in_date: "In date",
  expiring: "Runs out soon",
  expired: "Run out",
  ended: "Stepped down",
} as const;
export type Standing = keyof typeof standingLabels;

export const championDoneLabels = {
  champion_added: "The champion has been added",
  champion_renewed: "The champion has been renewed",
  champion_contacted: "The contact has been recorded",
  champion_ended: "The champion has been taken off the list of those who serve",
} as const;

/** What can be done with a champion, as the last part of an address. */
export const changeLabels = {
  renew: "Renew or change",
  contact: "Record a contact",
  end: "Take off the list",
} as const;
export type Change = keyof typeof changeLabels;
