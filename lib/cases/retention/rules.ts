import {
  type ClosureCode,
  type RetentionClass,
  type RetentionRule,
  retentionClasses,
} from "@/lib/cases/labels";
import { addDays, addMonths, type Day } from "@/lib/dates";

/** How long each ending is kept (domain 7.4). What was never shown to be so is kept least. */
const retentionAfter = {
  not_radicalisation_other_need: "signposted",
  no_concern: "unfounded",
  misguided: "unfounded",
  malicious: "unfounded",
  insufficient_information: "unfounded",
  already_open: "unfounded",
  out_of_area: "transferred_out",
  police_investigation: "police_led_stub",
  person_untraceable: "unfounded",
  deceased: "unfounded",
  not_adopted_no_risk: "not_adopted",
  not_adopted_supported_elsewhere: "not_adopted",
  not_adopted_refer_health_social_care: "not_adopted",
  unsuitable_police_led: "police_led_stub",
  consent_refused: "consent_declined",
  exit_no_further_radicalisation_concern: "adopted_exited",
  exit_risk_significantly_reduced: "adopted_exited",
  consent_withdrawn: "consent_declined",
  disengaged_no_contact: "adopted_exited",
  moved_area_transferred: "transferred_out",
  arrested_or_charged: "adopted_exited",
  prison_or_probation_management: "adopted_exited",
  died: "adopted_exited",
} as const satisfies Record<ClosureCode, RetentionClass>;

/** The class of a closed case and its period, which is shorter for a child where the class says so. */
export function retentionClassFor(closure: ClosureCode, isChild: boolean) {
  const retentionClass: RetentionClass = retentionAfter[closure];
  return { retentionClass, period: periodOf(retentionClass, isChild) };
}

function periodOf(retentionClass: RetentionClass, isChild: boolean): RetentionRule["period"] {
  const { period, childPeriod }: RetentionRule = retentionClasses[retentionClass];
  return isChild && childPeriod ? childPeriod : period;
}

/** The last day of keeping. What is permanent has none. */
export function disposeOn(retentionClass: RetentionClass, from: Day, isChild: boolean): Day | null {
  const period = periodOf(retentionClass, isChild);
  if (period === "permanent") return null;
  return "days" in period ? addDays(from, period.days) : addMonths(from, period.months);
}
