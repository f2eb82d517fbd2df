import { type Acts, gateway, organisation, text } from "./acts";

export const intake: Acts = {
  addAddendum: {
    opens: ["referrer"],
    fill: ({ sent }) => ({ reference: sent.reference, body: text }),
  },
  addCheckNote: {
    opens: organisation,
    fill: ({ concernId }) => ({
      ...{ concernId, spokenTo: "The form tutor", whatTheySaid: text, otherExplanation: text },
    }),
  },
  discardDraft: { opens: ["referrer"], fill: ({ draft }) => ({ draftId: draft.draftId }) },
  noticeConcern: {
    opens: organisation,
    fill: () => ({ about: "A pupil", noticed: text, noticedOn: "2/3/2026", howKnown: "online" }),
  },
  setPriority: {
    opens: gateway,
    fill: ({ sent }) => ({ referralId: sent.id, version: "1", priority: "urgent" }),
  },
  startReferral: {
    opens: ["referrer", "agency_lead", "gateway_officer", "coordinator", "panel_member"],
    fill: () => ({}),
  },
  withdrawReferral: {
    opens: ["referrer"],
    fill: ({ other }) => ({ reference: other.reference, reason: text }),
  },
};
