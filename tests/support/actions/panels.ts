import { type Acts, runners } from "./acts";

export const panels: Acts = {
  seekConsent: {
    opens: runners,
    fill: ({ cases }) => ({
      ...{
        caseId: cases.asking.id,
        version: "0",
        soughtOn: "2/11/2026",
        askedBy: "Cora",
        askedOf: "The parents",
      },
    }),
  },
};
