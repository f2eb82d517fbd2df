import { WornRoleProvider } from "@/components/form/worn-role";
import { MarkingBanner } from "@/components/layout/marking-banner";
import { ModeStrip } from "@/components/layout/mode-strip";
import { PageFrame } from "@/components/layout/page-frame";
import { ServiceNavigation } from "@/components/layout/service-navigation";
import { TimeoutWarning } from "@/components/layout/timeout-warning";
import { Link } from "@/components/ui/link";
import { roleLabels } from "@/lib/access/labels";
import { isDemonstration } from "@/lib/env";
import { requireActor, requireSession } from "@/lib/request/session";
import { navigationFor } from "./navigation";
import { signOut, staySignedIn } from "./session/actions";

/** What stands around every page for those who have signed in. It decides nothing: each page asks for itself. */
export default async function StaffLayout({ children }: LayoutProps<"/">) {
  const actor = await requireActor();
  const { userName, organisationName, hatCount, role } = await requireSession();
  const wearing = role && `${roleLabels[role]}, ${organisationName}`;
  return (
    <PageFrame
      marking={<MarkingBanner />}
      mode={isDemonstration() && <ModeStrip mode="demonstration" />}
      navigation={<ServiceNavigation items={navigationFor(actor)} />}
      signedInAs={`${userName}, ${wearing}`}
      hat={
        <form action={signOut} className="app-hat">
          <span>{wearing}</span>
          {hatCount > 1 && (
            <Link href="/choose-role" className="govuk-link govuk-link--inverse">
              Change role
            </Link>
          )}
          <button type="submit" className="app-hat__sign-out">
            Sign out
          </button>
        </form>
      }
    >
      <WornRoleProvider hatId={actor.hatId}>{children}</WornRoleProvider>
      <TimeoutWarning secondsLeftUrl="/api/session" stay={staySignedIn} signOut={signOut} />
    </PageFrame>
  );
}
