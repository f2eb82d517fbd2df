export const transferStatuses = {
  offered: "Offered",
  accepted: "Taken on",
  declined: "Declined",
  withdrawn: "Withdrawn",
} as const;
export type TransferStatus = keyof typeof transferStatuses;

/** Who has told the person that another area will take over (TR-02). */
export const transferTellers = {
  coordinator: "Channel coordinator",
  chair: "Panel chair",
  agency: "An organisation that knows the person",
  provider: "The mentor",
} as const;
export type TransferTeller = keyof typeof transferTellers;
