import { LinkButton } from "@/components/form/button";
import { Link } from "@/components/ui/link";
import { SummaryCard } from "@/components/ui/summary-list";
import { WarningText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { ScanState } from "@/lib/attachments/labels";
import {
  type ConsentAuthority,
  type ConsentState,
  consentAuthorities,
  consentStates,
  type LapseReason,
  lapseReasons,
} from "@/lib/consent/labels";
import type { Day } from "@/lib/dates";
import { supportTypes } from "@/lib/support/labels";
import { SignedForms } from "./signed-forms";

type May = { seek: boolean; give: boolean; refuse: boolean; withdraw: boolean; lapse: boolean };
type Strand = {
  strand: number;
  state: ConsentState;
  authority: ConsentAuthority | null;
  givenOn: Day | null;
  scope: { types: readonly string[] };
  organisations: string[];
  lapseDue: LapseReason | null;
  id: string;
  signed: { id: string; scan: ScanState | null }[];
  mayAttach: boolean;
  may: May;
};

/** One consent of the case: what it covers, and what can be recorded of it next. */
export function StrandCard(props: { strand: Strand; reference: string; isOnly: boolean }) {
  const { strand: one, reference, isOnly } = props;
  const { strand, state, authority, givenOn, scope, organisations, lapseDue, signed } = one;
  const types = scope.types.map((type) => supportTypes[type as keyof typeof supportTypes]);
  const isGiven = state === "given";
  return (
    <SummaryCard
      title={isOnly ? "This consent" : `Consent ${strand}`}
      rows={[
        { key: "Where it stands", value: consentStates[state] },
        ...(givenOn ? [{ key: "Given on", value: <Time key="day" day={givenOn} /> }] : []),
        ...(authority ? [{ key: "Whose it is", value: consentAuthorities[authority] }] : []),
        ...(isGiven
          ? [
              { key: "Support it covers", value: types.join(", ") || "All of the plan" },
              {
                key: "Organisations it names",
                value: organisations.join(", ") || "All who are in the plan",
              },
            ]
          : []),
        ...(isGiven || signed.length > 0
          ? [{ key: "Signed form", value: <Signed one={one} reference={reference} /> }]
          : []),
      ]}
    >
      {lapseDue && (
        <WarningText>
          This consent does not count any more: {lapseReasons[lapseDue].toLowerCase()}. Ask for it
          again.
        </WarningText>
      )}
      <Buttons one={one} here={`/cases/${reference}/consent`} />
    </SummaryCard>
  );
}

function Signed({ one, reference }: { one: Strand; reference: string }) {
  const { id, signed, mayAttach } = one;
  return (
    <>
      <SignedForms forms={signed} reference={reference} />
      {mayAttach && (
        <p className="govuk-body">
          <Link href={`/cases/${reference}/consent/signed/${id}`}>
            {signed.length === 0 ? "Add the signed form" : "Add another file"}
          </Link>
        </p>
      )}
    </>
  );
}

const doors = [
  ["give", "/give", "Record consent", undefined],
  ["refuse", "/refuse", "Record a refusal", "secondary"],
  ["seek", "/ask", "Record that it was asked for again", undefined],
  ["lapse", "/ask-again", "Ask for it again", "secondary"],
  ["withdraw", "/withdraw", "Withdraw consent", "warning"],
] as const;

function Buttons({ one: { strand, may }, here }: { one: Strand; here: string }) {
  const open = doors.filter(([name]) => may[name]);
  if (open.length === 0) return null;
  return (
    <div className="govuk-button-group">
      {open.map(([name, path, text, variant]) => (
        <LinkButton key={name} href={`${here}${path}?consent=${strand}`} variant={variant}>
          {text}
        </LinkButton>
      ))}
    </div>
  );
}
