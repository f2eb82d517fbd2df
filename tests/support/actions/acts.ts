import { type Role, roleLabels } from "@/lib/access/labels";
import { dayOf } from "@/lib/dates";
import type { Town } from "@/tests/support/town";

export type Fields = Record<string, string | readonly string[]>;

/** Who gets through with a whole form, and what is in it. Everybody else is refused, and nothing changes. */
export type Act = {
  opens: readonly Role[];
  /** Those among them who may only with what was laid out for themselves: their draft, their action. */
  alone?: readonly Role[];
  /** Fields that name something of another area by their nature: the one a case goes to. */
  pointsAway?: readonly string[];
  /** What is not one's own is passed over in silence: the form goes through, and changes nothing. */
  passesOver?: true;
  /** Sent by the page's script every so often, without a key: there is no page to go on to. */
  isKeylessScript?: true;
  /** Lays out what the action needs, afresh each time: what one role changes is not there for the next. */
  fill: (town: Town, role: Role) => Fields | Promise<Fields>;
};
export type Acts = Record<string, Act>;

export const text = "It was asked for by the panel at its last meeting, in these words.";
export const today = dayOf(new Date());
export const runners: Role[] = ["coordinator", "chair"];
export const gateway: Role[] = ["gateway_officer"];
export const organisation: Role[] = ["referrer", "agency_lead"];
export const keeper: Role[] = ["prevent_coordinator"];
export const asks: Role[] = ["coordinator", "chair", "gateway_officer"];
export const informs: Role[] = [...asks, "panel_member"];
export const administrator: Role[] = ["administrator"];
export const writers: Role[] = [...organisation, ...gateway, "coordinator", "panel_member"];
export const searchers: Role[] = [
  ...asks,
  ...(["panel_member", "governance_officer", "provider", "invitee"] as const),
];
export const everyRole = Object.keys(roleLabels) as Role[];
