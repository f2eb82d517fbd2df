import { type Acts, asks } from "./acts";

export const casework: Acts = {
  cancelRequest: { opens: asks, fill: ({ request }) => ({ requestId: request.id }) },
  startAssessment: {
    opens: ["coordinator", "gateway_officer"],
    fill: ({ cases }) => ({
      ...{ caseId: cases.supported.id, frameworkId: "legacy_22", purpose: "first" },
    }),
  },
};
