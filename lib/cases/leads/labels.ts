/** Who leads cases in an area (areas.case_lead). */
export const leadLabels = { council: "The council", police: "The police" } as const;
export type Lead = keyof typeof leadLabels;

export const otherLead: Record<Lead, Lead> = { council: "police", police: "council" };

export const handOverStates = {
  running: "Being handed over",
  done: "Handed over",
  undoing: "Being put back",
  undone: "Put back",
} as const;
export type HandOverState = keyof typeof handOverStates;
