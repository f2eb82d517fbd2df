import { z } from "zod";
import { guards } from "@/lib/cases/guards/rules";
import { gatewayClosureCodes } from "@/lib/cases/labels";
import { lookFields } from "@/lib/cases/pattern/schema";
import { aChoice, aForm, always, anId, aText, aTick } from "@/lib/schema";
import * as signposts from "@/lib/signposts/schema";

const { police_investigation: _, ...closureCodes } = gatewayClosureCodes;

/** Reasons both ways, whichever way it goes. */
const reasoned = aForm({
  caseId: anId(),
  reasonsFor: aText({
    name: "Reasons for referring",
    enter: "Enter the reasons for referring the person to the panel",
    min: 50,
    max: 4000,
  }),
  reasonsAgainst: aText({
    name: "Reasons against referring",
    enter: "Enter the reasons against referring the person to the panel",
    min: 50,
    max: 4000,
  }),
});

/** Whether there are reasonable grounds to believe that the person is susceptible (T08, T09). */
export const decideSection36Schema = z.discriminatedUnion(
  "decision",
  [
    reasoned.extend({
      decision: z.literal("yes"),
      statement: aTick(
        "Tick that there are reasonable grounds to believe the person is susceptible to being drawn into terrorism",
      ),
    }),
    reasoned
      .extend({
        decision: z.literal("no"),
        closureCode: aChoice(closureCodes, "Select why this is being closed"),
        ...signposts.signpostFields,
        ...lookFields, // T29
      })
      .refine(signposts.answerFits, signposts.answerDoesNotFit)
      .refine(signposts.serviceIsNamed, signposts.serviceNotNamed)
      .refine(signposts.isSaid, signposts.notSaid)
      .refine((given) => guards.helpNamed.holds(given), {
        path: ["signpost"],
        error: guards.helpNamed.otherwise,
        ...always,
      }),
  ],
  "Select whether there are reasonable grounds",
);
export type DecideSection36 = z.output<typeof decideSection36Schema>;

export const sendForDecisionSchema = aForm({ caseId: anId() });
export type SendForDecision = z.output<typeof sendForDecisionSchema>;
