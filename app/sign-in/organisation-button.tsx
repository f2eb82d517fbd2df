import { Button } from "@/components/form/button";
import { InsetText } from "@/components/ui/text";

type Props = { next: string; hasFailed: boolean };

/** Leads to where an organisation signs its people in. An ordinary form, which needs no script. */
export function OrganisationButton({ next, hasFailed }: Props) {
  return (
    <>
      {hasFailed && (
        <InsetText>
          You could not be signed in with your organisation. Ask the administrator in your area
          whether there is an account for you here.
        </InsetText>
      )}
      <form method="post" action="/api/auth/signin/organisation">
        <input type="hidden" name="next" value={next} />
        <Button>Sign in with your organisation</Button>
      </form>
    </>
  );
}
